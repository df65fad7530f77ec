"""The audit trail, and where it ends."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import foundation.audit.models


class Migration(migrations.Migration):
    dependencies = [
        ("foundation", "0001_jobs"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AuditHead",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveBigIntegerField(default=0)),
                ("digest", models.CharField(blank=True, max_length=64)),
            ],
            options={"default_permissions": ()},
        ),
        migrations.CreateModel(
            name="AuditEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveBigIntegerField(unique=True)),
                ("at", models.DateTimeField(verbose_name="when")),
                ("action", models.CharField(choices=foundation.audit.models.actions, max_length=12)),
                ("what", models.CharField(max_length=40)),
                ("area", models.CharField(blank=True, max_length=12)),
                ("people", models.PositiveIntegerField(default=0)),
                ("named", models.CharField(blank=True, max_length=400)),
                ("before", models.CharField(max_length=64, unique=True)),
                ("digest", models.CharField(max_length=64)),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who",
                    ),
                ),
            ],
            options={
                "ordering": ["-number"],
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["by", "at"], name="audit_by_at"),
                    models.Index(fields=["area", "number"], name="audit_area"),
                    models.Index(fields=["at"], name="audit_at"),
                ],
            },
        ),
    ]
