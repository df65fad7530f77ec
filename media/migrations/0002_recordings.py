"""What is spoken where, and what is recorded of it."""

import re

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("media", "0001_pictures"),
    ]

    operations = [
        migrations.CreateModel(
            name="Track",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(max_length=20, verbose_name="language")),
                ("variety", models.CharField(blank=True, max_length=60, verbose_name="as spoken in")),
                (
                    "name",
                    models.CharField(
                        blank=True,
                        help_text="As listeners know it. Empty: language and place.",
                        max_length=60,
                        verbose_name="name",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
            ],
            options={
                "verbose_name": "voice",
                "verbose_name_plural": "voices",
                "ordering": ("position", "pk"),
                "constraints": [models.UniqueConstraint(fields=("language", "variety"), name="one_track_a_variety")],
            },
        ),
        migrations.CreateModel(
            name="Recording",
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
                ("sha256", models.CharField(editable=False, max_length=64)),
                ("name", models.CharField(editable=False, max_length=80)),
                ("mime", models.CharField(editable=False, max_length=20)),
                ("bytes", models.PositiveIntegerField(editable=False, verbose_name="bytes")),
                ("seconds", models.FloatField(editable=False, verbose_name="seconds")),
                ("added_at", models.DateTimeField(auto_now=True, verbose_name="added at")),
                (
                    "track",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="recordings",
                        to="media.track",
                        verbose_name="voice",
                    ),
                ),
            ],
            options={
                "verbose_name": "recording",
                "verbose_name_plural": "recordings",
                "ordering": ("track", "subject"),
                "indexes": [
                    models.Index(fields=["subject"], name="recording_subject"),
                    models.Index(fields=["name"], name="recording_name"),
                ],
                "constraints": [models.UniqueConstraint(fields=("track", "subject"), name="one_recording_a_subject")],
            },
        ),
    ]
