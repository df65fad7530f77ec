"""What is asked of a quiz as a whole when an author saves it."""

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm

from quizzes.panels import is_course

MOST_IN_A_LESSON, MOST_IN_A_POOL = 20, 300


class QuizForm(WagtailAdminPageForm):
    """A quiz of a lesson is short; the pool of a test may be long. One that holds less than is asked is asked whole."""

    def clean(self) -> dict:
        cleaned = super().clean()
        most = MOST_IN_A_POOL if is_course(self.parent_page) else MOST_IN_A_LESSON
        if len(cleaned.get("questions") or ()) > most:
            self.add_error("questions", _("There may be %(most)s questions here. Take some out.") % {"most": most})
        return cleaned
