"""Uploaded files, served by us so that none of them can do anything in a browser but be seen or heard."""

from django.urls import path

from media import views

app_name = "media"
urlpatterns = [
    path("<path:name>", views.uploaded_file, name="uploaded-file"),
]
