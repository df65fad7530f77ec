"""A quiz: questions that stand below a lesson, or below a course as its test."""

from decimal import Decimal

from django import forms
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from foundation.phone_pages import ADDRESS, PhonePageMixin
from quizzes.blocks import QUESTIONS
from quizzes.panels import QuestionsPanel

# Only the widget knows these: another share needs no migration.
PASS_MARKS = [
    (Decimal("0.50"), _("Half: 2 of 4, 3 of 5")),
    (Decimal("0.75"), _("All but one: 3 of 4, 4 of 5")),
    (Decimal("1.00"), _("All of them")),
]


class QuizPage(PhonePageMixin, Page):
    """Known to progress by its `translation_key`. Its address is the same for everybody and holds no form that writes.

    Where a script can keep what she does on the phone, she answers it there; else under `/learn/`.
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
        max_num=20,  # none is refused when it is offered; with min_num a new quiz would begin with a complaint
        help_text=_("Four or five questions make a quiz. Try them in the preview: nothing is recorded there."),
    )

    max_count_per_parent = 1
    subpage_types: list[str] = []
    template = "quizzes/quiz_page.html"

    content_panels = [
        *Page.content_panels,
        FieldPanel("short_title"),
        FieldPanel("pass_mark", widget=forms.Select(choices=PASS_MARKS)),
        QuestionsPanel("questions"),
        ADDRESS,
    ]

    class Meta:
        verbose_name = _("quiz")
        verbose_name_plural = _("quizzes")

    @property
    def question_count(self) -> int:
        return len(self.questions)

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return "quizzes/quiz_preview.html"
