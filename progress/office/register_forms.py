"""What is asked of whoever brings a roster in, or takes the register of a place away."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from foundation.audit import words_of
from progress.office.doors import Visitor
from progress.office.places import full_name
from trainees.audited import REGISTER_FILES
from trainees.forms.places import PlaceAsked
from trainees.selectors import divisions_visible_to
from trainees.services.register_export import MOST
from trainees.services.rosters import LARGEST
from villages.models import Division

LONGEST_PLACE = 40
FILE_TOO_LARGE = gettext_lazy("The file is larger than 25 MB. Bring it in in several parts.")
UNCHOSEN = ("required", "invalid_choice")


class BringInForm(forms.Form):
    file = forms.FileField(
        error_messages={
            "required": gettext_lazy("Choose the file: an Excel workbook (.xlsx) or a CSV."),
            "empty": gettext_lazy("The file is empty."),
        },
    )
    with_ids = forms.BooleanField(required=False)

    def __init__(self, *sent: Any, areas: list[Division]) -> None:
        super().__init__(*sent)
        self.fields["area"] = forms.ChoiceField(
            choices=[(area.code, full_name(area)) for area in areas],
            error_messages=dict.fromkeys(UNCHOSEN, gettext_lazy("Choose for which place it is.")),
        )

    def clean_file(self) -> Any:
        sent = self.cleaned_data["file"]
        if sent.size > LARGEST:
            raise forms.ValidationError(FILE_TOO_LARGE)
        return sent


class TakeAwayForm(PlaceAsked, forms.Form):
    place = forms.CharField(required=False, max_length=LONGEST_PLACE)

    def __init__(self, *sent: Any, user: Visitor) -> None:
        super().__init__(*sent)
        self.user = user
        self.fields["reason"] = forms.ChoiceField(
            choices=[(key, words_of(what)) for key, what in REGISTER_FILES.items()],
            error_messages=dict.fromkeys(UNCHOSEN, gettext_lazy("Choose what you need it for.")),
        )

    def clean_place(self) -> Division:
        mine = divisions_visible_to(self.user).filter(level__gte=Division.Level.COUNTY)
        return self.place_in("place", mine)

    def too_many(self) -> None:
        sentence = _("More than %(many)s people live there. Take a township or a village.") % {"many": MOST}
        self.add_error("place", sentence)
