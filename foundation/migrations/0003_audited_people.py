"""Whom each entry of the trail concerned, to be looked for."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("foundation", "0002_audit_trail")]

    operations = [
        migrations.AddField("auditentry", "concerned", models.CharField(blank=True, default="", max_length=64)),
        migrations.CreateModel(
            name="AuditedPeople",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("block", models.PositiveIntegerField()),
                ("numbers", models.TextField()),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lists",
                        to="foundation.auditentry",
                    ),
                ),
            ],
            options={
                "default_permissions": (),
                "indexes": [models.Index(fields=["block", "entry"], name="audit_people_block")],
            },
        ),
    ]
