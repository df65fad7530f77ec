"""Phones that the county enrolled for keepers, codes that enrol them, and the times when somebody was helped."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def by_user():
    return models.ForeignKey(
        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
    )


def number():
    return models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    dependencies = [
        ("trainees", "0003_people_without_a_sign_in"),
        ("villages", "0001_divisions"),
    ]

    operations = [
        migrations.CreateModel(
            "EnrolledDevice",
            [
                ("id", number()),
                ("label", models.CharField(blank=True, max_length=40, verbose_name="which phone")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("enrolled_at", models.DateTimeField(auto_now_add=True)),
                ("last_used_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("enrolled_by", by_user()),
                (
                    "village",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="villages.division",
                        verbose_name="village",
                    ),
                ),
            ],
            {"default_permissions": ()},
        ),
        migrations.CreateModel(
            "DeviceCode",
            [
                ("id", number()),
                ("label", models.CharField(blank=True, max_length=40)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("issued_at", models.DateTimeField(auto_now_add=True)),
                ("expires_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(blank=True, null=True)),
                ("issued_by", by_user()),
                (
                    "village",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="villages.division"
                    ),
                ),
            ],
            {"default_permissions": ()},
        ),
        migrations.CreateModel(
            "Helping",
            [
                ("id", number()),
                ("with_pin", models.BooleanField()),
                ("began_at", models.DateTimeField(auto_now_add=True)),
                ("until", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "device",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="trainees.enrolleddevice"
                    ),
                ),
                (
                    "keeper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="trainees.trainee"
                    ),
                ),
                (
                    "trainee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="helpings", to="trainees.trainee"
                    ),
                ),
            ],
            {"default_permissions": ()},
        ),
        migrations.CreateModel(
            "HelpedDay",
            [
                ("id", number()),
                ("day", models.DateField()),
                ("by", by_user()),
                (
                    "trainee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="helped_days", to="trainees.trainee"
                    ),
                ),
            ],
            {
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(fields=("trainee", "by", "day"), name="helped_once_a_day"),
                ],
            },
        ),
    ]
