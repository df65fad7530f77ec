"""What is asked of a lesson as a whole when an author saves it."""

from wagtail.admin.forms import WagtailAdminPageForm

from media.block_ids import renew_foreign_ids


class LessonForm(WagtailAdminPageForm):
    """The cards are this lesson's own, whatever ids are sent."""

    def clean(self) -> dict:
        cleaned = super().clean()
        if cleaned.get("cards"):
            renew_foreign_ids(cleaned["cards"], before=self.instance.cards, page=self.instance)
        return cleaned
