"""What an administrator may change of a place."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm

from villages.models import Division
from villages.names import with_old_name
from villages.selectors import current_codes, division_by_code
from villages.services import rename_division, update_division


def place_of_code(code: str) -> Division:
    """Raises ValidationError when there is none."""
    place = division_by_code(code)
    if place is None:
        raise forms.ValidationError(_("There is no place with this code."))
    return place


class DivisionForm(WagtailAdminModelForm):
    """The successor is given by its code: choosing among 600,000 places in a window helps nobody."""

    successor_code = forms.CharField(
        label=gettext_lazy("Became part of (code)"),
        help_text=gettext_lazy("The code of the place that this one was merged into. Give the last day, too."),
        max_length=12,
        required=False,
    )

    new_name = forms.CharField(
        label=gettext_lazy("New name, if it was renamed"),
        help_text=gettext_lazy("With its committee, as in the official list. By its old name it is found as before."),
        max_length=100,
        required=False,
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.successor_id:
            self.initial["successor_code"] = self.instance.successor.code

    def clean_successor_code(self) -> Division | None:
        code = self.cleaned_data["successor_code"]
        if not code:
            return None
        successor = place_of_code(code)
        if successor.level != self.instance.level:
            raise forms.ValidationError(_("A place can only become part of one of its own level."))
        if self._leads_back(successor.code):
            raise forms.ValidationError(_("The places that became part of one another run in a circle."))
        return successor

    def clean(self) -> dict:
        cleaned = super().clean()
        ends = cleaned.get("valid_to")
        if cleaned.get("successor_code") and not ends:
            self.add_error("valid_to", _("Give the last day of a place that became part of another."))
        if ends and self.instance.valid_from and ends < self.instance.valid_from:
            self.add_error("valid_to", _("The place ends before it begins."))
        return cleaned

    def save(self, commit: bool = True) -> Division:
        """A new name brings its short name along, and the old name stays among the others."""
        name, aliases, short = (self.cleaned_data[field] for field in ("new_name", "aliases", "short_name"))
        if name and name != self.instance.name:
            aliases = with_old_name(aliases, self.instance.name)
            rename_division(division=self.instance, name=name)
            short = self.instance.short_name
        return update_division(
            division=self.instance,
            short_name=short,
            aliases=aliases,
            valid_to=self.cleaned_data["valid_to"],
            successor=self.cleaned_data["successor_code"],
        )

    def _leads_back(self, code: str) -> bool:
        followed = current_codes(leaving_out=self.instance.code)
        return self.instance.code in (code, followed.get(code))
