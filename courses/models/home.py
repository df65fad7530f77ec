"""The first page of a language."""

from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from courses.models.course import CoursePage
from foundation.phone_pages import ADDRESS, PhonePageMixin


class HomePage(PhonePageMixin, Page):
    """Lists the courses; with a single course it is that course's list, so nobody taps twice."""

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["courses.CoursePage"]
    content_panels = [*Page.content_panels, ADDRESS]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    @cached_property
    def courses(self) -> list[CoursePage]:
        return list(CoursePage.objects.live().child_of(self).select_related("cover").order_by("path"))

    def get_template(self, request: HttpRequest, *args, **kwargs) -> str:
        return CoursePage.template if len(self.courses) == 1 else "courses/home_page.html"

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = {**super().get_context(request, *args, **kwargs), "is_first_page": True}
        if len(self.courses) == 1:
            course = self.courses[0]
            return {**context, "course": course, "chapters": course.chapters()}
        return {**context, "courses": self.courses}
