"""Lists of people who are called, and what came of it."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import progress.models.calls

KEY = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


def to(model: str, on_delete=django.db.models.deletion.CASCADE, **options) -> models.ForeignKey:
    return models.ForeignKey(on_delete=on_delete, to=model, **{"related_name": "+"} | options)


class Migration(migrations.Migration):
    dependencies = [
        ("progress", "0005_who_reviews_tasks"),
        ("trainees", "0003_people_without_a_sign_in"),
        ("villages", "0001_divisions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CallSession",
            fields=[
                ("id", KEY.clone()),
                ("by", to(settings.AUTH_USER_MODEL, django.db.models.deletion.SET_NULL, null=True)),
                ("division", to("villages.division", django.db.models.deletion.PROTECT)),
                ("reason", models.CharField(choices=progress.models.calls.reasons, max_length=12)),
                ("choice", models.CharField(blank=True, max_length=12)),
                ("seed", models.CharField(blank=True, max_length=40)),
                ("population", models.PositiveIntegerField()),
                ("population_hash", models.CharField(max_length=64)),
                ("left_out", models.PositiveIntegerField(default=0)),
                ("day", models.DateField()),
                ("started_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "default_permissions": (),
                "indexes": [models.Index(fields=["by", "day"], name="calls_by_day")],
            },
        ),
        migrations.CreateModel(
            name="ListedPerson",
            fields=[
                ("id", KEY.clone()),
                ("session", to("progress.callsession", related_name="listed")),
                ("trainee", to("trainees.trainee")),
                ("place", models.PositiveSmallIntegerField()),
                ("shown_at", models.DateTimeField(blank=True, null=True)),
                ("called_at", models.DateTimeField(blank=True, null=True)),
                ("outcome", models.CharField(blank=True, choices=progress.models.calls.outcomes, max_length=12)),
            ],
            options={
                "default_permissions": (),
                "ordering": ["place"],
                "constraints": [
                    models.UniqueConstraint(fields=("session", "place"), name="one_person_at_a_place"),
                    models.UniqueConstraint(fields=("session", "trainee"), name="called_once_a_list"),
                ],
            },
        ),
        migrations.AddField(
            "callsession",
            "showing",
            to("progress.listedperson", django.db.models.deletion.SET_NULL, blank=True, null=True),
        ),
        migrations.CreateModel(
            name="CallNote",
            fields=[
                ("id", KEY.clone()),
                (
                    "listed",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="note", to="progress.listedperson"
                    ),
                ),
                ("person", to("trainees.person")),
                ("words", models.CharField(max_length=200)),
            ],
            options={"default_permissions": ()},
        ),
    ]
