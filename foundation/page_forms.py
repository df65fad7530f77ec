"""What is asked of every page when an author saves it."""

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm


class PageForm(WagtailAdminPageForm):
    """A plan is for a time that is still to come; an old one that nobody touched stays."""

    def clean(self) -> dict:
        cleaned = super().clean()
        planned = cleaned.get("go_live_at")
        if planned and "go_live_at" in self.changed_data and planned < timezone.now():
            self.add_error("go_live_at", _("This time is over. Choose one that is still to come, or leave it empty."))
        return cleaned
