"""Who works on which course: a group for each role in it, and one for each role in general."""

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What somebody does for a course. One person may have all of them."""

    TRAINER = "trainer", _("Trainer")
    EDITOR = "editor", _("Editor")
    TRANSLATOR = "translator", _("Translator")
    NARRATOR = "narrator", _("Narrator")
    REVIEWER = "reviewer", _("Reviewer")


class TeamGroup(models.Model):
    """What a group is to us, whatever an administrator calls it.

    Without a course it opens the door of the editor to people of that role, and not one course. The course is known by
    its `translation_key`: a team works on it in every language.
    """

    group = models.OneToOneField(Group, on_delete=models.CASCADE, related_name="team")
    role = models.CharField(max_length=10)
    course_key = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["course_key", "role"], name="one_group_a_role_and_course"),
            models.UniqueConstraint(
                fields=["role"], condition=models.Q(course_key__isnull=True), name="one_group_a_role_in_general"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.course_key or ''}".strip()
