"""Pictures as authors upload them, and the small forms that phones load."""

from pathlib import Path

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image, get_upload_to

from media.fields import PictureField


class Picture(AbstractImage):
    """A photo that somebody uploaded, or a drawing (SVG) of our own, known by its `drawing_key`.

    `file` is a photo's cleaned original, which is never sent to villagers, or the drawing itself. `variants` holds what
    pages show of a photo, by format, narrowest first: `{"avif": [{"name", "width", "height", "bytes"}, …], …}`.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Being prepared")
        READY = "ready", _("Ready")
        FAILED = "failed", _("Could not be prepared")

    file = PictureField(verbose_name=_("file"), upload_to=get_upload_to, width_field="width", height_field="height")
    drawing_key = models.CharField(max_length=80, unique=True, null=True, blank=True, editable=False)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING, editable=False)
    trouble = models.CharField(max_length=200, blank=True, editable=False)
    variants = models.JSONField(default=dict, blank=True, editable=False)
    prepared_from = models.CharField(max_length=200, blank=True, editable=False)

    admin_form_fields = Image.admin_form_fields

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def save(self, *args, **kwargs) -> None:
        # The file first: cleaning takes a second, which must not be spent holding the write lock.
        if self.file and not self.file._committed:
            self.file.save(self.file.name, self.file.file, save=False)
        # The row and the promise to prepare it (see receivers) are written together.
        with transaction.atomic():
            super().save(*args, **kwargs)

    def get_upload_to(self, filename: str) -> str:
        """The name is made of the content: what people call their photos is nobody's business."""
        return f"originals/{Path(filename).name}"

    @property
    def is_prepared(self) -> bool:
        """Nothing is left to be done for the file as it is now."""
        return self.is_svg() or self.prepared_from == self.file.name


class PictureRendition(AbstractRendition):
    """What Wagtail's admin shows of a picture."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
