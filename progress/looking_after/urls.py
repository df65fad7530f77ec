"""Addresses of looking after people below `/cms/people/`."""

from django.urls import path

from progress.looking_after import views, writing

urlpatterns = [
    path("", views.people, name="my-people"),
    path("write/", writing.write, name="write-to-people"),
    path("<int:pk>/write/", writing.write, name="write-to-person"),
    path("<int:pk>/", views.person, name="my-person"),
]
