"""The form with which authors send and describe pictures."""

from wagtail.images.forms import BaseImageForm

from media.fields import PictureFormField


class PictureForm(BaseImageForm):
    """Wagtail's form; its file field (absent where several pictures are described at once) is ours."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            theirs = self.fields["file"]
            self.fields["file"] = PictureFormField(
                label=theirs.label, required=theirs.required, widget=theirs.widget, max_length=theirs.max_length
            )
