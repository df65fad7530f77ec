"""Below `/cms/videos/`."""

from django.urls import path

from media.videos import views

urlpatterns = [
    path("", views.videos, name="videos"),
    path("add/", views.add_video, name="add-video"),
    path("<int:pk>/", views.video_page, name="video"),
    path("<int:pk>/state/", views.video_state, name="video-state"),
    path("<int:pk>/again/", views.make_again, name="make-video-again"),
    path("<int:pk>/captions/", views.change_captions, name="video-captions"),
    path("<int:pk>/delete/", views.delete_video, name="delete-video"),
]
