"""What the media app hangs into the authors' admin."""

from django.urls import URLPattern, path
from wagtail import hooks

from media import views


@hooks.register("register_admin_urls")
def register_prepare_again() -> list[URLPattern]:
    return [path("pictures/<int:pk>/prepare-again/", views.prepare_again, name="prepare-picture-again")]
