"""A course: modules of lessons, and paths that suggest a way through them."""

from dataclasses import dataclass

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.models import Page

from courses.models.lesson import LessonPage
from courses.models.module import ModulePage
from foundation.phone_pages import ADDRESS, PhonePageMixin
from quizzes.models import QuizPage

PATH_ICONS = [("shop", _("Shop")), ("centre", _("Service centre")), ("workshop", _("Workshop"))]


class PathBlock(blocks.StructBlock):
    """One way through the course: it suggests, it never locks."""

    name = blocks.CharBlock(label=_("Name"), max_length=30)
    slug = blocks.RegexBlock(
        regex=r"^[a-z0-9-]+$",
        label=_("Address"),
        max_length=30,
        error_messages={"invalid": _("Use small letters a–z, digits and hyphens.")},
    )
    icon = blocks.ChoiceBlock(label=_("Icon"), choices=PATH_ICONS)
    lessons = blocks.ListBlock(blocks.PageChooserBlock(page_type="courses.LessonPage"), label=_("Lessons"))

    class Meta:
        label = _("Path")
        icon = "order"


@dataclass(frozen=True)
class Chapter:
    """A module with the lessons of it that stand in the list, in order."""

    module: ModulePage
    lessons: list[LessonPage]


class CoursePage(PhonePageMixin, RoutablePageMixin, Page):
    """The one list of lessons that a villager sees."""

    short_title = models.CharField(_("short title"), max_length=40)
    summary = models.CharField(_("in one sentence"), max_length=200, blank=True)
    cover = models.ForeignKey(
        "media.Picture", verbose_name=_("cover"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    paths = StreamField([("path", PathBlock())], verbose_name=_("paths"), blank=True)

    parent_page_types = ["courses.HomePage"]
    subpage_types = ["courses.ModulePage", "quizzes.QuizPage"]
    template = "courses/course_page.html"

    content_panels = [
        *Page.content_panels,
        FieldPanel("short_title"),
        FieldPanel("summary"),
        FieldPanel("cover"),
        FieldPanel("paths"),
        ADDRESS,
    ]

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")

    @cached_property
    def lessons(self) -> list[LessonPage]:
        """All live lessons with their covers, in the order of the course; one query."""
        lessons = LessonPage.objects.live().descendant_of(self)
        return list(lessons.select_related("cover", "alias_of__locale").order_by("path"))

    @cached_property
    def test(self) -> QuizPage | None:
        """The live test of the course, if it has one with questions; one query."""
        tests = QuizPage.objects.live().child_of(self).select_related("alias_of__locale")
        return next((test for test in tests if test.question_count), None)

    def chapters(self, along: blocks.StructValue | None = None) -> list[Chapter]:
        """Modules with their lessons; only those on the path `along` if one is given. Empty modules are left out."""
        lessons = self.lessons
        if along is not None:
            on_path = set(self._keys_along(along))
            lessons = [lesson for lesson in lessons if lesson.translation_key in on_path]
        modules = ModulePage.objects.live().child_of(self).order_by("path")
        chapters = [Chapter(module, [x for x in lessons if x.path.startswith(module.path)]) for module in modules]
        return [chapter for chapter in chapters if chapter.lessons]

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        return {**context, "course": self, "chapters": self.chapters(), "test": self.test}

    @path("")
    def all_lessons(self, request: HttpRequest) -> HttpResponse:
        return self.render(request)

    @path("path/<slug:slug>/", name="path")
    def lessons_along(self, request: HttpRequest, slug: str) -> HttpResponse:
        chosen = next((block.value for block in self.paths if block.value["slug"] == slug), None)
        if chosen is None:
            raise Http404
        overrides = {"chosen_path": chosen, "chapters": self.chapters(along=chosen)}
        return self.render(request, context_overrides=overrides)

    def _keys_along(self, along: blocks.StructValue) -> models.QuerySet:
        # By translation key: a path may still name the lessons of the language that it was translated from.
        chosen = [lesson.pk for lesson in along["lessons"] if lesson]
        return LessonPage.objects.filter(pk__in=chosen).values_list("translation_key", flat=True)
