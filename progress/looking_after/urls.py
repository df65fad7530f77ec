"""Addresses of looking after people below `/cms/people/`."""

from django.urls import path

from progress.looking_after import tries, views, writing

urlpatterns = [
    path("", views.people, name="my-people"),
    path("write/", writing.write, name="write-to-people"),
    path("<int:pk>/write/", writing.write, name="write-to-person"),
    path("<int:pk>/test/<uuid:quiz_key>/", tries.one_more_try, name="one-more-try"),
    path("<int:pk>/", views.person, name="my-person"),
]
