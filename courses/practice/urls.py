"""Under a language: /<language>/task/<key of the lesson>/<id of the card>/"""

from django.urls import path

from courses.practice import views

urlpatterns = [
    path("<uuid:lesson_key>/<uuid:card>/", views.task, name="task"),
]
