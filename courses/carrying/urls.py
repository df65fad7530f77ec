"""Below `/cms/courses/`."""

from django.urls import path

from courses.carrying import views

urlpatterns = [
    path("<int:pk>/save/", views.save_course, name="save-course"),
    path("<int:pk>/save/file/", views.course_file, name="course-file"),
    path("bring-in/", views.bring_in, name="bring-in-course"),
    path("bring-in/<str:token>/", views.arrived, name="course-arrived"),
]
