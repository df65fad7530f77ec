"""Below `/cms/translations/`."""

from django.urls import path

from courses.translating import bringing_in, views

urlpatterns = [
    path("", views.overview, name="translations"),
    path("<int:pk>/<slug:language>/", views.course_page, name="translations-course"),
    path("<int:pk>/<slug:language>/words.po", views.words, name="translations-words"),
    path("<int:pk>/<slug:language>/bring-in/", bringing_in.bring_in, name="translations-bring-in"),
]
