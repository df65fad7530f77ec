"""What is asked of a lesson as a whole when an author saves it."""

from foundation.page_forms import PageForm
from media.block_ids import renew_foreign_ids


class LessonForm(PageForm):
    """The cards are this lesson's own, whatever ids are sent; its notes are not changed by being sent."""

    def clean_notes(self) -> str:
        """A browser sends other line ends than were there, and what is translated would count as changed."""
        return "\n".join(self.cleaned_data["notes"].splitlines())

    def clean(self) -> dict:
        cleaned = super().clean()
        if cleaned.get("cards"):
            renew_foreign_ids(cleaned["cards"], before=self.instance.cards, page=self.instance)
        return cleaned
