import django.db.models.deletion
from django.db import migrations, models

import villages.models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="LoadState",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("generation", models.PositiveIntegerField(default=0)),
                ("token", models.CharField(blank=True, max_length=32)),
                ("alive_at", models.DateTimeField(null=True)),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Division",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=12, unique=True, verbose_name="code")),
                (
                    "level",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "province"), (2, "prefecture"), (3, "county"), (4, "township"), (5, "village")],
                        verbose_name="level",
                    ),
                ),
                ("kind", models.CharField(choices=villages.models.kinds, max_length=12, verbose_name="kind")),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                ("short_name", models.CharField(max_length=100, verbose_name="short name")),
                ("pinyin", models.CharField(blank=True, max_length=1000, verbose_name="pinyin")),
                ("aliases", models.CharField(blank=True, max_length=300, verbose_name="other names")),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="valid from")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="valid until")),
                ("generation", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="villages.division",
                        verbose_name="part of",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="predecessors",
                        to="villages.division",
                        verbose_name="became part of",
                    ),
                ),
            ],
            options={
                "verbose_name": "place",
                "verbose_name_plural": "places",
                "ordering": ["code"],
                "default_permissions": ("change", "view"),
                "indexes": [
                    models.Index(
                        condition=models.Q(("successor__isnull", False)),
                        fields=["successor"],
                        name="division_successor",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("successor", models.F("pk")), _negated=True),
                        name="division_no_own_successor",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("valid_to__lt", models.F("valid_from")), _negated=True),
                        name="division_ends_after_start",
                    ),
                ],
            },
        ),
    ]
