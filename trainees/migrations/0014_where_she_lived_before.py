"""A roster from before somebody moved names her old village: it is kept, so that she is not taken for a new person."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("trainees", "0013_why_nobody_is_moved"),
        ("villages", "0001_divisions"),
    ]

    operations = [
        migrations.CreateModel(
            name="FormerVillage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_villages",
                        to="trainees.person",
                    ),
                ),
                (
                    "village",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="villages.division"
                    ),
                ),
            ],
            options={
                "default_permissions": (),
                "constraints": [models.UniqueConstraint(fields=("person", "village"), name="left_once")],
            },
        ),
    ]
