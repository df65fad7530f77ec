"""What is asked of every page when an author saves it."""

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm


class PageForm(WagtailAdminPageForm):
    """A plan is for a time that is still to come; an old beginning that nobody touched stays, an old end is over."""

    def clean(self) -> dict:
        self._forget_end_that_is_over()
        cleaned = super().clean()
        planned = cleaned.get("go_live_at")
        if planned and "go_live_at" in self.changed_data and planned < timezone.now():
            self.add_error("go_live_at", _("This time is over. Choose one that is still to come, or leave it empty."))
        return cleaned

    def _forget_end_that_is_over(self) -> None:
        """Wagtail would keep nothing more of a page that went by itself, and say why in a dialog that is shut."""
        end = self.cleaned_data.get("expire_at")
        if end and end < timezone.now() and "expire_at" not in self.changed_data:
            self.cleaned_data["expire_at"] = None
