"""Pictures and videos as authors upload them and the small forms that phones load; what neighbours record."""

from pathlib import Path

from django.conf import settings
from django.core.files.storage import default_storage
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image, get_upload_to
from wagtail.models import CollectionMember
from wagtail.search import index

from foundation.hanzi import endings
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
    search_fields = [*AbstractImage.search_fields, index.AutocompleteField("title_endings")]

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def title_endings(self) -> str:
        """An author looks for a word in the middle of a title too."""
        return endings(self.title)

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


class Video(CollectionMember, models.Model):
    """What somebody filmed, and the small forms of it that phones load once it is READY.

    `original` lies in `films`, which is served to nobody, and goes when the forms are made. `forms` has by kind ("240",
    "360", "m4a", "ogg") `{"name", "bytes", "sha256"}`, moving ones with "width" and "height"; `poster` is as
    `Picture.variants`. `captions` has by language `{"name", "bytes"}`.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Waits to be made small")
        MAKING = "making", _("Being made small")
        READY = "ready", _("Ready")
        FAILED = "failed", _("Could not be used")

    title = models.CharField(_("title"), max_length=120)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING, editable=False)
    percent = models.PositiveSmallIntegerField(default=0, editable=False)
    trouble = models.CharField(max_length=200, blank=True, editable=False)
    original = models.CharField(max_length=80, blank=True, editable=False)
    sha256 = models.CharField(max_length=64, editable=False)  # of the original
    came_as = models.CharField(max_length=64, blank=True, editable=False)  # its name in the file of a course
    seconds = models.FloatField(_("seconds"), default=0, editable=False)
    forms = models.JSONField(default=dict, editable=False)
    poster = models.JSONField(default=dict, editable=False)
    captions = models.JSONField(default=dict, editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, editable=False, related_name="+"
    )
    created_at = models.DateTimeField(_("sent at"), auto_now_add=True)

    class Meta:
        verbose_name = _("video")
        verbose_name_plural = _("videos")
        ordering = ("-created_at", "-pk")

    def __str__(self) -> str:
        return self.title

    @property
    def file_names(self) -> set[str]:
        """All that is kept of it below MEDIA_ROOT, but for the poster, which has a folder of its own."""
        made = (*self.forms.values(), *self.captions.values())
        return {name for name in (self.original, *(one["name"] for one in made)) if name}


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
    # The same as AAC, for phones that play no Opus; empty where the file itself is played by all.
    spare_name = models.CharField(max_length=80, blank=True, editable=False)
    spare_bytes = models.PositiveIntegerField(default=0, editable=False)
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

    @property
    def spare_url(self) -> str:
        return default_storage.url(self.spare_name) if self.spare_name else ""


class NarratorLink(models.Model):
    """Lets somebody without an account record one script in one track for some days, once she has said that she agrees.

    `script` is a lesson's key or "phrases". What she is called is plain text, as she wants it; her consent is a
    recording below MEDIA_ROOT that nobody but reviewers can hear.
    """

    track = models.ForeignKey(Track, verbose_name=_("voice"), on_delete=models.CASCADE, related_name="links")
    script = models.CharField(max_length=40, editable=False)
    name = models.CharField(_("narrator"), max_length=60, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    expires_at = models.DateTimeField(_("opens until"))
    revoked_at = models.DateTimeField(null=True, blank=True, editable=False)
    consent = models.CharField(max_length=80, blank=True, editable=False)
    consented_at = models.DateTimeField(null=True, blank=True, editable=False)
    sent = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("narrator’s link")
        verbose_name_plural = _("narrators’ links")
        ordering = ("-created_at",)

    def __str__(self) -> str:
        return f"{self.track} {self.script}"

    @property
    def is_open(self) -> bool:
        return self.revoked_at is None and self.expires_at > timezone.now()


class Take(models.Model):
    """What somebody said, on its way to the listeners: sent, made small by the worker, heard and judged by a reviewer.

    For one subject in one track there are at most two: one that was approved, which listeners hear, and one that is on
    its way. Originals and small forms lie in `takes`, which is served to nobody but those who record and review.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Being made small")
        FAILED = "failed", _("Could not be used")
        READY = "ready", _("Waits for a listener")
        RETURNED = "returned", _("Once more, please")
        APPROVED = "approved", _("Approved")

    track = models.ForeignKey(Track, verbose_name=_("voice"), on_delete=models.CASCADE, related_name="takes")
    subject = models.CharField(_("what is said"), max_length=160, validators=[RegexValidator(SUBJECT)])
    words_digest = models.CharField(max_length=16, blank=True, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    trouble = models.CharField(max_length=200, blank=True, editable=False)
    remark = models.CharField(_("what to do better"), max_length=200, blank=True)
    original = models.CharField(max_length=80, editable=False)
    starts_at = models.FloatField(default=0, editable=False)
    ends_at = models.FloatField(null=True, editable=False)
    small = models.JSONField(default=dict, editable=False)  # by ending: {"ogg": [name, bytes], "m4a": […]}
    seconds = models.FloatField(_("seconds"), default=0, editable=False)
    link = models.ForeignKey(NarratorLink, null=True, on_delete=models.SET_NULL, related_name="takes")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    reviewed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    sent_at = models.DateTimeField(_("sent at"), auto_now_add=True)
    reviewed_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("take")
        verbose_name_plural = _("takes")
        ordering = ("track", "subject", "sent_at")
        permissions = [("review_take", "Can review takes")]
        constraints = [
            models.UniqueConstraint(
                fields=("track", "subject"), condition=~models.Q(state="approved"), name="one_take_on_its_way"
            ),
            models.UniqueConstraint(
                fields=("track", "subject"), condition=models.Q(state="approved"), name="one_take_approved"
            ),
        ]
        indexes = [models.Index(fields=("original",), name="take_original")]

    def __str__(self) -> str:
        return f"{self.track} {self.subject}"
