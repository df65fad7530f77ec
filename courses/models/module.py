"""A module: lessons that belong together, under one heading of the course list."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from foundation.phone_pages import ADDRESS, PhonePageMixin


class ModulePage(PhonePageMixin, Page):
    """Has no screen of its own: its address leads to its heading in the course list."""

    parent_page_types = ["courses.CoursePage"]
    subpage_types = ["courses.LessonPage"]
    content_panels = [*Page.content_panels, ADDRESS]
    preview_modes: list[tuple[str, str]] = []  # there is nothing to look at but the list of the course

    class Meta:
        verbose_name = _("module")
        verbose_name_plural = _("modules")

    def serve(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return redirect(f"{self.get_parent().get_url(request)}#{self.slug}")
