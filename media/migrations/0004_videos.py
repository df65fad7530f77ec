"""Videos and the small forms of them."""

import django.db.models.deletion
import wagtail.models.media
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("media", "0003_takes"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Video",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waits to be made small"),
                            ("making", "Being made small"),
                            ("ready", "Ready"),
                            ("failed", "Could not be used"),
                        ],
                        default="waiting",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("percent", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("trouble", models.CharField(blank=True, editable=False, max_length=200)),
                ("original", models.CharField(blank=True, editable=False, max_length=80)),
                ("sha256", models.CharField(editable=False, max_length=64)),
                ("came_as", models.CharField(blank=True, editable=False, max_length=64)),
                ("seconds", models.FloatField(default=0, editable=False, verbose_name="seconds")),
                ("forms", models.JSONField(default=dict, editable=False)),
                ("poster", models.JSONField(default=dict, editable=False)),
                ("captions", models.JSONField(default=dict, editable=False)),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="sent at")),
                (
                    "collection",
                    models.ForeignKey(
                        default=wagtail.models.media.get_root_collection_id,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.collection",
                        verbose_name="collection",
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "video",
                "verbose_name_plural": "videos",
                "ordering": ("-created_at", "-pk"),
            },
        ),
    ]
