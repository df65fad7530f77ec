"""Classes and who is in them, messages, two entries of one person, and requests to be moved."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

CASCADE, PROTECT, SET_NULL = (
    django.db.models.deletion.CASCADE,
    django.db.models.deletion.PROTECT,
    django.db.models.deletion.SET_NULL,
)


def key() -> tuple:
    return ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"))


def staff(**more) -> models.ForeignKey:
    return models.ForeignKey(settings.AUTH_USER_MODEL, SET_NULL, null=True, related_name="+", **more)


class Migration(migrations.Migration):
    dependencies = [("trainees", "0007_village_cards"), ("villages", "0001_divisions")]

    operations = [
        migrations.AddField(
            "trainee",
            "merged_into",
            models.ForeignKey(
                "trainees.trainee", PROTECT, blank=True, editable=False, null=True, related_name="merged"
            ),
        ),
        migrations.CreateModel(
            "Cohort",
            [
                key(),
                ("name", models.CharField(max_length=60, verbose_name="name of the class")),
                ("organisation", models.CharField(blank=True, max_length=60, verbose_name="workplace or organisation")),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("code", models.CharField(max_length=6, unique=True)),
                ("register_until", models.DateField(blank=True, null=True, verbose_name="register kept until")),
                (
                    "register_words",
                    models.CharField(blank=True, max_length=200, verbose_name="what she is told of it"),
                ),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "division",
                    models.ForeignKey("villages.division", PROTECT, related_name="+", verbose_name="place"),
                ),
                ("made_by", staff()),
            ],
            options={
                "default_permissions": (),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__lt", models.F("starts_on")), _negated=True),
                        name="cohort_ends_after_start",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            "CohortMember",
            [
                key(),
                ("joined_at", models.DateTimeField(auto_now_add=True)),
                ("left_at", models.DateTimeField(blank=True, null=True)),
                ("told_until", models.DateField(blank=True, null=True)),
                ("cohort", models.ForeignKey("trainees.cohort", PROTECT, related_name="members")),
                ("trainee", models.ForeignKey("trainees.trainee", CASCADE, related_name="memberships")),
            ],
            options={
                "default_permissions": (),
                "constraints": [models.UniqueConstraint(fields=("cohort", "trainee"), name="in_a_class_once")],
            },
        ),
        migrations.CreateModel(
            "Message",
            [
                key(),
                ("sending", models.UUIDField()),
                ("words", models.CharField(max_length=300)),
                ("sent_at", models.DateTimeField(auto_now_add=True)),
                ("read_at", models.DateTimeField(blank=True, null=True)),
                ("person", models.ForeignKey("trainees.person", CASCADE, related_name="messages")),
                ("by", staff()),
            ],
            options={
                "ordering": ["-sent_at", "-pk"],
                "default_permissions": (),
                "constraints": [models.UniqueConstraint(fields=("person", "sending"), name="sent_once_a_person")],
            },
        ),
        migrations.CreateModel(
            "NotTheSame",
            [
                key(),
                ("said_at", models.DateTimeField(auto_now_add=True)),
                ("first", models.ForeignKey("trainees.person", CASCADE, related_name="+")),
                ("second", models.ForeignKey("trainees.person", CASCADE, related_name="+")),
                ("by", staff()),
            ],
            options={
                "default_permissions": (),
                "constraints": [models.UniqueConstraint(fields=("first", "second"), name="said_once_of_two")],
            },
        ),
        migrations.CreateModel(
            "Merge",
            [
                key(),
                ("merged_at", models.DateTimeField(auto_now_add=True)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                ("moved", models.JSONField(default=dict)),
                ("kept", models.ForeignKey("trainees.trainee", PROTECT, related_name="merges")),
                ("other", models.ForeignKey("trainees.trainee", PROTECT, related_name="+")),
                ("by", staff()),
                ("undone_by", staff(blank=True)),
            ],
            options={
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("undone_at", None)), fields=("other",), name="merged_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            "MoveRequest",
            [
                key(),
                ("asked_at", models.DateTimeField(auto_now_add=True)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("agreed", models.BooleanField(blank=True, null=True)),
                ("person", models.ForeignKey("trainees.person", CASCADE, related_name="move_requests")),
                ("village", models.ForeignKey("villages.division", PROTECT, related_name="+")),
                ("asked_by", staff()),
                ("decided_by", staff(blank=True)),
            ],
            options={
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("decided_at", None)), fields=("person",), name="one_open_request"
                    )
                ],
            },
        ),
    ]
