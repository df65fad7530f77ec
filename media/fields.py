"""The one door through which a picture's file comes in, from the form and from anywhere else."""

from django.core.files.base import File
from django.forms.fields import FileField
from wagtail.images.fields import WagtailImageField as WagtailFormField
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from media.intake import SENTENCES, CleanPicture, clean_picture


class PictureFieldFile(WagtailImageFieldFile):
    """Whoever saves a file here, whichever way it came: what reaches the disk has been cleaned."""

    def save(self, name: str, content: File, save: bool = True) -> None:
        clean = content if isinstance(content, CleanPicture) else clean_picture(content, name)
        super().save(str(clean.name), clean, save)


class PictureField(WagtailImageField):
    attr_class = PictureFieldFile


class PictureFormField(WagtailFormField):
    """Wagtail's field for uploads with our checks: it hands on a clean JPEG, or one sentence."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.error_messages["invalid_image_extension"] = SENTENCES["not-a-picture"]

    def to_python(self, data: File | None) -> CleanPicture | None:
        upload = FileField.to_python(self, data)
        return None if upload is None else clean_picture(upload, str(upload.name))
