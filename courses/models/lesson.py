"""A lesson: cards in order, a cover, and who checked it."""

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from courses.blocks import CARDS, CHECKS
from courses.whole_lesson import LessonForm
from foundation.hanzi import bigrams
from foundation.phone_pages import ADDRESS, PhonePageMixin
from quizzes.models import QuizPage

CHECK_KINDS = dict(CHECKS)

MOST_CARDS = 40


class Tool(models.TextChoices):
    """Pages of `courses.tools`, by the end of their address's name."""

    PRICE = "price", _("Price calculator")
    PACKING = "packing", _("Packing checklist")
    SCAM = "scam", _("Scam check")


class LessonPage(PhonePageMixin, Page):
    """Five to eight minutes of one skill. Known to progress by its `translation_key`."""

    short_title = models.CharField(_("short title"), max_length=40, help_text=_("Stands in the bar above each card."))
    summary = models.CharField(
        _("in one sentence"), max_length=200, blank=True, help_text=_("What she can do afterwards. Found by search.")
    )
    keep = models.CharField(
        _("what she takes away"),
        max_length=80,
        blank=True,
        help_text=_("A sheet, a photo, a list: something she keeps."),
    )
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=6)
    cover = models.ForeignKey(
        "media.Picture", verbose_name=_("cover"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    cards = StreamField(
        CARDS,
        verbose_name=_("cards"),
        # none is refused when she publishes; with min_num a new lesson would begin with a complaint
        max_num=MOST_CARDS,
        help_text=_("One card says one thing. Six to ten cards make a lesson."),
    )
    local_lines = StreamField(
        [
            (
                "line",
                blocks.StructBlock(
                    [
                        ("label", blocks.CharBlock(label=_("What"), max_length=40)),
                        ("value", blocks.CharBlock(label=_("Here with us"), max_length=80, required=False)),
                    ],
                    label=_("Line"),
                    icon="site",
                ),
            )
        ],
        verbose_name=_("filled in locally"),
        blank=True,
        help_text=_("What differs from place to place: the courier, opening hours. Leave empty what nobody knows yet."),
    )
    changes_often = models.BooleanField(
        _("changes often"), default=False, help_text=_("The lesson then says: ask before you rely on it.")
    )
    checked_by = models.CharField(
        _("checked by"), max_length=80, blank=True, help_text=_("Name and office, as villagers may read it.")
    )
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    check_again_by = models.DateField(_("check again by"), null=True, blank=True)
    tool = models.CharField(
        _("tool for it"),
        max_length=10,
        choices=Tool,
        blank=True,
        help_text=_("The last card then leads to it, and its page leads here."),
    )
    notes = models.TextField(
        _("notes for trainers"), blank=True, help_text=_("Sources and laws. Villagers never see it.")
    )

    parent_page_types = ["courses.ModulePage"]
    subpage_types = ["quizzes.QuizPage"]
    template = "courses/lesson_page.html"

    content_panels = [
        *Page.content_panels,
        FieldRowPanel([FieldPanel("short_title"), FieldPanel("minutes")]),
        FieldPanel("cover"),
        FieldPanel("summary"),
        FieldPanel("cards"),
        HelpPanel(template="courses/drafting/next_steps.html", heading=_("What comes next")),
        MultiFieldPanel(
            [FieldPanel("keep"), FieldPanel("tool"), FieldPanel("local_lines")],
            heading=_("What else belongs to it"),
            classname="collapsed",
        ),
        MultiFieldPanel(
            [
                FieldPanel("changes_often"),
                FieldRowPanel([FieldPanel("checked_by"), FieldPanel("checked_on"), FieldPanel("check_again_by")]),
                FieldPanel("notes"),
            ],
            heading=_("Checked"),
            classname="collapsed",
        ),
        ADDRESS,
    ]
    search_fields = [*PhonePageMixin.search_fields, index.SearchField("search_text", boost=1)]

    base_form_class = LessonForm

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")

    def search_text(self) -> str:
        """Everything said in the lesson as Chinese bigrams: no database we use finds 腊肉 in 农家腊肉包装 by itself."""
        spoken = [self.title, self.short_title, self.summary, self.keep, *(card.value.words for card in self.cards)]
        return bigrams("\n".join(spoken))

    @property
    def tool_url(self) -> str:
        """Where the tool stands, in the language of the reader; nothing where the author named none."""
        return reverse(f"tool-{self.tool}") if self.tool else ""

    @property
    def has_calculator(self) -> bool:
        """Only then the page carries what the calculator needs."""
        return any(card["type"] == "calculator" for card in self.cards.raw_data)

    @property
    def has_check(self) -> bool:
        """Only then the page carries the script that answers one."""
        return any(card["type"] in CHECK_KINDS for card in self.cards.raw_data)

    @property
    def has_video(self) -> bool:
        """Only then the page carries what plays one."""
        return any(card["type"] == "video" for card in self.cards.raw_data)

    @property
    def card_count(self) -> int:
        return len(self.cards)

    def get_context(self, request, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        return {**context, "course": self.course, "next_lesson": self.next_lesson, "quiz": self.quiz}

    @cached_property
    def course(self) -> Page | None:
        module = self.get_parent()
        return module and module.get_parent().specific

    @property
    def quiz(self) -> Page | None:
        """The live quiz of this lesson."""
        return next((page for page in self._following if page.is_child_of(self)), None)

    @property
    def next_lesson(self) -> Page | None:
        """The lesson after this one in the order of the course, across modules; None after the last."""
        return next((page for page in self._following if page.depth == self.depth), None)

    @cached_property
    def _following(self) -> list[Page]:
        """What comes next in the order of the tree: the quiz below this lesson and the next lesson, in one query."""
        course_path = self.path[: -2 * self.steplen]
        kinds = ContentType.objects.get_for_models(LessonPage, QuizPage).values()
        pages = Page.objects.live().filter(path__startswith=course_path, path__gt=self.path, content_type__in=kinds)
        return list(pages.filter(depth__in=(self.depth, self.depth + 1)).order_by("path")[:2])
