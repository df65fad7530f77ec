"""What is on its way to the listeners: takes, narrators' links, and the spare form of a recording."""

import re

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("media", "0002_recordings"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="recording",
            name="spare_bytes",
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.AddField(
            model_name="recording",
            name="spare_name",
            field=models.CharField(blank=True, editable=False, max_length=80),
        ),
        migrations.CreateModel(
            name="NarratorLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("script", models.CharField(editable=False, max_length=40)),
                ("name", models.CharField(blank=True, max_length=60, verbose_name="narrator")),
                ("expires_at", models.DateTimeField(verbose_name="opens until")),
                ("revoked_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("consent", models.CharField(blank=True, editable=False, max_length=80)),
                ("consented_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("sent", models.PositiveIntegerField(default=0, editable=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "track",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to="media.track",
                        verbose_name="voice",
                    ),
                ),
            ],
            options={
                "verbose_name": "narrator’s link",
                "verbose_name_plural": "narrators’ links",
                "ordering": ("-created_at",),
            },
        ),
        migrations.CreateModel(
            name="Take",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "subject",
                    models.CharField(
                        max_length=160,
                        validators=[
                            django.core.validators.RegexValidator(
                                re.compile(
                                    "(?:(?:card|question|why|phrase):[a-z0-9-]+|(?:option|why):[a-z0-9-]+:[a-z0-9-]+)\\Z"
                                )
                            )
                        ],
                        verbose_name="what is said",
                    ),
                ),
                ("words_digest", models.CharField(blank=True, editable=False, max_length=16)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Being made small"),
                            ("failed", "Could not be used"),
                            ("ready", "Waits for a listener"),
                            ("returned", "Once more, please"),
                            ("approved", "Approved"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("trouble", models.CharField(blank=True, editable=False, max_length=200)),
                ("remark", models.CharField(blank=True, max_length=200, verbose_name="what to do better")),
                ("original", models.CharField(editable=False, max_length=80)),
                ("starts_at", models.FloatField(default=0, editable=False)),
                ("ends_at", models.FloatField(editable=False, null=True)),
                ("small", models.JSONField(default=dict, editable=False)),
                ("seconds", models.FloatField(default=0, editable=False, verbose_name="seconds")),
                ("sent_at", models.DateTimeField(auto_now_add=True, verbose_name="sent at")),
                ("reviewed_at", models.DateTimeField(editable=False, null=True)),
                (
                    "link",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="takes",
                        to="media.narratorlink",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "track",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="takes",
                        to="media.track",
                        verbose_name="voice",
                    ),
                ),
            ],
            options={
                "verbose_name": "take",
                "verbose_name_plural": "takes",
                "ordering": ("track", "subject", "sent_at"),
                "permissions": [("review_take", "Can review takes")],
                "indexes": [models.Index(fields=["original"], name="take_original")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "approved"), _negated=True),
                        fields=("track", "subject"),
                        name="one_take_on_its_way",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "approved")), fields=("track", "subject"), name="one_take_approved"
                    ),
                ],
            },
        ),
    ]
