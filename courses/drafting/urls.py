"""Below `/cms/lessons/`."""

from django.urls import path

from courses.drafting import views

urlpatterns = [
    path("new/", views.new, name="new-lesson"),
    path("begin/<int:pk>/", views.begin, name="begin-lesson"),
    path("<int:pk>/take/", views.take, name="take-cards"),
]
