"""What is asked of a quiz as a whole when an author saves it."""

from django.utils.translation import gettext as _
from wagtail.models import Page

from foundation.page_forms import PageForm
from media.block_ids import renew_foreign_ids
from quizzes.panels import is_course

MOST_IN_A_LESSON, MOST_IN_A_POOL = 20, 300
MOST_AT_ONCE = 50  # what a phone hands in at once has to fit into one body
LONGEST_TITLE = 255
OF_A_TEST = ("ask", "tries", "grace_days", "before_too", "tells_each_time")


def most_questions(parent: Page) -> int:
    """How many a quiz below this page may have."""
    return MOST_IN_A_POOL if is_course(parent) else MOST_IN_A_LESSON


class QuizForm(PageForm):
    """A quiz of a lesson is short; the pool of a test may be long. One that holds less than is asked is asked whole."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if not is_course(self.parent_page):  # what she is not shown, nobody asks her for
            for name in OF_A_TEST:
                self.fields.pop(name, None)
            self._begin_with_its_name()

    def _begin_with_its_name(self) -> None:
        """Below a lesson there is one quiz, so nobody need think of a name for it or an address."""
        if self.instance.pk is None and self.parent_page is not None:
            title = _("Quiz: %(title)s") % {"title": self.parent_page.title}
            self.initial |= {"title": title[:LONGEST_TITLE], "slug": "quiz"}

    def clean(self) -> dict:
        cleaned = super().clean()
        most = most_questions(self.parent_page)
        questions = cleaned.get("questions")
        if len(questions or ()) > most:
            self.add_error("questions", _("There may be %(most)s questions here. Take some out.") % {"most": most})
        elif len(questions or ()) > MOST_AT_ONCE and not cleaned.get("ask"):
            told = _("Say how many of them are asked: at most %(most)s at a time.") % {"most": MOST_AT_ONCE}
            self.add_error("ask", told)
        elif questions:
            renew_foreign_ids(questions, before=self.instance.questions, page=self.instance)
        return cleaned
