"""Addresses of reviewing below `/cms/reviews/`."""

from django.urls import path

from progress.reviewing import files, shown, views

urlpatterns = [
    path("", views.queue, name="review-tasks"),
    path("<int:pk>/", views.review, name="review-task"),
    path("<int:pk>/photos/<int:photo>/", files.photo, name="review-photo"),
    path("<int:pk>/voices/<int:review>/", files.voice, name="review-voice"),
    path("shown/", shown.people, name="shown-task-people"),
    path("shown/<int:trainee>/", shown.tasks, name="shown-task-list"),
    path("shown/<int:trainee>/<uuid:lesson_key>/<uuid:card>/", shown.task, name="shown-task"),
]
