"""What an administrator writes about posts and village codes. Places are given by their codes."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm

from trainees.models import Post, User, VillageCode
from trainees.programmes import to_choose
from trainees.services import ensure_village_codes, replace_village_code
from villages.forms import place_of_code
from villages.models import Division


class PostForm(WagtailAdminModelForm):
    """Only staff hold posts: a trainee's sign-in stands in no list here."""

    user = forms.ModelChoiceField(label=gettext_lazy("Who"), queryset=User.objects.none())
    division_code = forms.CharField(
        label=gettext_lazy("Place (code)"),
        help_text=gettext_lazy("The code of the county, township or village, as in the list of places."),
        max_length=12,
    )
    course_key = forms.TypedChoiceField(
        label=gettext_lazy("Course that is checked"),
        help_text=gettext_lazy("For an auditor: she reads the people of this course and no others."),
        choices=to_choose,
        coerce=UUID,
        empty_value=None,
        required=False,
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = User.objects.filter(person=None).order_by("username")
        if self.instance.division_id:
            self.initial["division_code"] = self.instance.division.code

    def clean_division_code(self) -> Division:
        return place_of_code(self.cleaned_data["division_code"])

    def clean(self) -> dict:
        cleaned = super().clean()
        begins, ends = cleaned.get("valid_from"), cleaned.get("valid_to")
        if begins and ends and ends < begins:
            self.add_error("valid_to", _("The post ends before it begins."))
        if cleaned.get("role") == Post.Role.AUDITOR and not ends:
            self.add_error("valid_to", _("An auditor reads between two days. Write the last one."))
        if cleaned.get("role") != Post.Role.AUDITOR:
            cleaned["course_key"] = None
        elif not cleaned.get("course_key") and "course_key" not in self.errors:
            self.add_error("course_key", _("An auditor checks one course. Choose the one that was paid for."))
        if cleaned.get("role") == Post.Role.KEEPER:
            self.add_error("role", _("A keeper is a trainee. Appoint her in the office, under “Keepers”."))
        if cleaned.get("division_code"):
            self.instance.division = cleaned["division_code"]
        return cleaned


class VillageCodeForm(WagtailAdminModelForm):
    """A new one: the village's place code. An old one: a tick that it shall be replaced."""

    place_code = forms.CharField(label=gettext_lazy("Village (place code)"), max_length=12)
    again = forms.BooleanField(
        label=gettext_lazy("Give this village another code"),
        help_text=gettext_lazy("The posters that hang there now then lead nowhere. Print new ones."),
        required=False,
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["place_code"] = self.instance.village.code
            self.fields["place_code"].disabled = True
        else:
            self.fields["again"].widget = forms.HiddenInput()

    def clean_place_code(self) -> Division:
        place = place_of_code(self.cleaned_data["place_code"])
        if place.level != Division.Level.VILLAGE:
            raise forms.ValidationError(_("This is the code of a place that is no village."))
        return place

    def save(self, commit: bool = True) -> VillageCode:
        village = self.cleaned_data["place_code"]
        if self.instance.pk and self.cleaned_data["again"] and self.instance.revoked_at is None:
            return replace_village_code(code=self.instance)
        if not self.instance.pk:
            ensure_village_codes(villages=[village])
        return self.instance if self.instance.pk else VillageCode.objects.get(village=village, revoked_at=None)
