"""What came in with the file of a course, so that a newer one never writes over what somebody here has changed."""

from django.db import models
from wagtail.models import Page


class CarriedPage(models.Model):
    """One page in one language. While it still says what `digest` is of, nobody here has touched it.

    `file_digest` is of what stood in the file: the same again has nothing new to say. The page is gone when somebody
    deleted it here; then it does not come back.
    """

    key = models.UUIDField()
    language = models.CharField(max_length=20)
    page = models.ForeignKey(Page, null=True, on_delete=models.SET_NULL, related_name="+")
    digest = models.CharField(max_length=64)
    file_digest = models.CharField(max_length=64)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=("key", "language"), name="carried_page_once")]

    def __str__(self) -> str:
        return f"{self.key} {self.language}"


class CarriedPicture(models.Model):
    """Which picture here is the one that files call `key`, as long as its file is still `file`."""

    key = models.CharField(max_length=64, unique=True)
    picture = models.ForeignKey("media.Picture", on_delete=models.CASCADE, related_name="+")
    file = models.CharField(max_length=200)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.key


class CarriedRecording(models.Model):
    """What came in for one thing said in one track. Another recording, or none, there now is this site's own doing."""

    track = models.ForeignKey("media.Track", on_delete=models.CASCADE, related_name="+")
    subject = models.CharField(max_length=160)
    sha256 = models.CharField(max_length=64)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=("track", "subject"), name="carried_recording_once")]

    def __str__(self) -> str:
        return self.subject
