"""A quiz: questions that stand below a lesson, or below a course as its test."""

from decimal import Decimal

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from foundation.phone_pages import ADDRESS, PhonePageMixin
from quizzes.blocks import QUESTIONS
from quizzes.course_tests import RulesOfTest, how_many_asked
from quizzes.models.editions import QuizEdition
from quizzes.panels import QuestionsPanel, TestPanel, is_course
from quizzes.whole_quiz import MOST_AT_ONCE, OF_A_TEST, QuizForm

# Only the widget knows these: another share needs no migration.
PASS_MARKS = [
    (Decimal("0.50"), _("Half: 2 of 4, 3 of 5")),
    (Decimal("0.75"), _("Three quarters: 3 of 4, 4 of 5, 15 of 20")),
    (Decimal("1.00"), _("All of them")),
]


def _between(least: int, most: int) -> list:
    return [MinValueValidator(least), MaxValueValidator(most)]


class QuizPage(PhonePageMixin, Page):
    """Known to progress by its `translation_key`. Its address is the same for everybody and holds no form that writes.

    Where a script can keep what she does on the phone, she answers it there; else under `/learn/`. The test of a course
    is answered under `/learn/` alone.
    """

    short_title = models.CharField(
        _("short title"), max_length=40, default="小测验", help_text=_("Stands in the bar above each question.")
    )
    pass_mark = models.DecimalField(
        _("how many must be right"),
        max_digits=3,
        decimal_places=2,
        default=Decimal("0.75"),
        help_text=_("She may try as often as she likes; the best try counts."),
    )
    questions = StreamField(
        QUESTIONS,
        verbose_name=_("questions"),
        # none is refused when it is offered; with min_num a new quiz would begin with a complaint
        help_text=_("Four or five questions make a quiz. Try them in the preview: nothing is recorded there."),
    )
    shuffles = models.BooleanField(
        _("answers in a new order at each try"),
        default=False,
        help_text=_("Where an answer speaks of others, such as “all of them”, the order of that question stays."),
    )
    part_points = models.BooleanField(
        _("part of the points for part of an answer"),
        default=False,
        help_text=_("Of “All that fit” and “Match” counts what was right, less what was wrong. Else all or nothing."),
    )
    ask = models.PositiveSmallIntegerField(
        _("ask how many of them"),
        null=True,
        blank=True,
        validators=_between(1, MOST_AT_ONCE),
        help_text=_("Each try draws its own questions from those below. Empty: all are asked."),
    )
    tries = models.PositiveSmallIntegerField(
        _("how often"), null=True, blank=True, validators=_between(1, 10), help_text=_("Empty: as often as she likes.")
    )
    grace_days = models.PositiveSmallIntegerField(
        _("days to hand in"),
        default=7,
        validators=_between(1, 60),
        help_text=_("She may finish without a signal. What arrives later than that is kept, but does not count."),
    )
    before_too = models.BooleanField(
        _("also before the course"),
        default=False,
        help_text=_("Once, if she likes. It does not count, and shows later what she has gained."),
    )
    tells_each_time = models.BooleanField(
        _("say after every try what was right"),
        default=False,
        help_text=_("Otherwise it is said when she has passed, or after her last try."),
    )

    max_count_per_parent = 1
    subpage_types: list[str] = []
    template = "quizzes/quiz_page.html"

    content_panels = [
        *Page.content_panels,
        FieldPanel("short_title"),
        FieldPanel("pass_mark", widget=forms.Select(choices=PASS_MARKS), help_text=_("The best try counts.")),
        FieldPanel("shuffles"),
        FieldPanel("part_points"),
        TestPanel([*OF_A_TEST], heading=_("Test of the course")),
        QuestionsPanel("questions"),
        ADDRESS,
    ]

    base_form_class = QuizForm

    class Meta:
        verbose_name = _("quiz")
        verbose_name_plural = _("quizzes")

    @property
    def question_count(self) -> int:
        return len(self.questions)

    @property
    def asked_count(self) -> int:
        """How many questions one try has, by the newest edition: a translation has its own words, not its own rules."""
        return how_many_asked(self._newest) if self._newest else self.question_count

    @property
    def tries_counted(self) -> int | None:
        """How often it may be done, by the newest edition; None where it may as often as she likes."""
        return self._newest["tries"] if self._newest else None

    @cached_property
    def _newest(self) -> dict | None:
        editions = QuizEdition.objects.filter(quiz_key=self.translation_key).order_by("-number")
        return editions.values_list("canonical", flat=True).first()

    @property
    def certifies(self) -> bool:
        """Whether it is the test of a course: it stands below a page that has no cards of its own."""
        return is_course(self.get_parent())

    @property
    def rules_of_test(self) -> RulesOfTest | None:
        if not self.certifies:
            return None
        return RulesOfTest(self.tries, self.ask, self.grace_days, self.before_too, self.tells_each_time)

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return "quizzes/quiz_preview.html"
