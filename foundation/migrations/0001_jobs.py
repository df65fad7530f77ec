"""The table of promised work."""

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Job",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80, verbose_name="what")),
                ("payload", models.JSONField(default=dict, verbose_name="for what")),
                ("key", models.CharField(blank=True, max_length=200, null=True, unique=True, verbose_name="key")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("queued", "Waiting"),
                            ("running", "Being done"),
                            ("done", "Done"),
                            ("failed", "Given up"),
                        ],
                        default="queued",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="tries")),
                ("due_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="due")),
                ("nudged_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("lease_until", models.DateTimeField(blank=True, null=True)),
                ("claim", models.CharField(blank=True, max_length=200)),
                ("last_error", models.CharField(blank=True, max_length=200, verbose_name="what went wrong")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="asked for")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last change")),
            ],
            options={
                "verbose_name": "piece of work",
                "verbose_name_plural": "work in the background",
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", ["queued", "running"])),
                        fields=["state", "due_at"],
                        name="job_open",
                    ),
                    models.Index(fields=["updated_at"], name="job_updated"),
                ],
            },
        ),
    ]
