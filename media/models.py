"""Pictures as authors upload them and the small forms that phones load; what neighbours recorded, track by track."""

from pathlib import Path

from django.core.files.storage import default_storage
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image, get_upload_to

from media.fields import PictureField
from media.voices import SPOKEN, SUBJECT


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


class Track(models.Model):
    """A language as it is spoken in one place. Listeners are offered it once something is recorded in it."""

    language = models.CharField(_("language"), max_length=20)
    variety = models.CharField(_("as spoken in"), max_length=60, blank=True)
    name = models.CharField(
        _("name"), max_length=60, blank=True, help_text=_("As listeners know it. Empty: language and place.")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("voice")
        verbose_name_plural = _("voices")
        ordering = ("position", "pk")
        constraints = [models.UniqueConstraint(fields=("language", "variety"), name="one_track_a_variety")]

    def __str__(self) -> str:
        language = str(SPOKEN.get(self.language, self.language))
        return self.name or (f"{language} · {self.variety}" if self.variety else language)


class Recording(models.Model):
    """One thing as it is said in one track. The file's name is made of its content and never means anything else.

    `words_digest` is of the words as they were when it came in (see `media.voices`), so that it can be seen when they
    have changed since; empty where nobody knows them.
    """

    track = models.ForeignKey(Track, verbose_name=_("voice"), on_delete=models.CASCADE, related_name="recordings")
    subject = models.CharField(_("what is said"), max_length=160, validators=[RegexValidator(SUBJECT)])
    words_digest = models.CharField(max_length=16, blank=True, editable=False)
    sha256 = models.CharField(max_length=64, editable=False)
    name = models.CharField(max_length=80, editable=False)
    mime = models.CharField(max_length=20, editable=False)
    bytes = models.PositiveIntegerField(_("bytes"), editable=False)
    seconds = models.FloatField(_("seconds"), editable=False)
    added_at = models.DateTimeField(_("added at"), auto_now=True)

    class Meta:
        verbose_name = _("recording")
        verbose_name_plural = _("recordings")
        ordering = ("track", "subject")
        constraints = [models.UniqueConstraint(fields=("track", "subject"), name="one_recording_a_subject")]
        indexes = [
            models.Index(fields=("subject",), name="recording_subject"),
            models.Index(fields=("name",), name="recording_name"),
        ]

    def __str__(self) -> str:
        return f"{self.track} {self.subject}"

    @property
    def url(self) -> str:
        return default_storage.url(self.name)
