"""The form with which authors send and describe pictures."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.images.forms import BaseImageForm

from media.fields import PictureFormField

# What keeps a photo from being taken is only that nobody has looked, or that a child could be known.
ANSWERS = (
    ("no", _("No, no child")),
    ("blurred", _("There was one; now nobody could know who it is")),
    ("yes", pgettext_lazy("photo", "Yes")),
)
KEEPING = ("no", "blurred")
NOT_ASKED = _("Look at the photo first: is there a child in it?")
A_CHILD = _("Take the photo again without the child or from behind, or wipe over its face first.")


class PictureForm(BaseImageForm):
    """Wagtail's form; its file field (absent where several pictures are described at once) is ours.

    With a new photo it asks whether there is a child in it. Our drawings come in by another door and are not asked.
    """

    asks_for_children = True

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" not in self.fields:
            return
        theirs = self.fields["file"]
        self.fields["file"] = PictureFormField(
            label=theirs.label, required=theirs.required, widget=theirs.widget, max_length=theirs.max_length
        )
        if self.asks_for_children:
            fields = list(self.fields)
            self.fields["child"] = forms.ChoiceField(
                choices=ANSWERS,
                widget=forms.RadioSelect,
                required=False,
                label=_("Is there a child in it?"),
                help_text=_("A child’s face stays at home. From behind it can be seen."),
            )
            self.order_fields([*fields[: fields.index("file") + 1], "child"])

    def clean(self) -> dict:
        cleaned = super().clean()
        if "child" in self.fields and "file" in self.changed_data and cleaned.get("child") not in KEEPING:
            self.add_error("child", A_CHILD if cleaned.get("child") == "yes" else NOT_ASKED)
        return cleaned
