"""The register: lines, households, dated categories, and rosters on their way in. Categories begin as a list, unused."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import trainees.models.register

# The words of county rosters. None is in use until an administrator says so: what is not collected cannot be lost.
# key, in Chinese, in English, other names, of what, sensitive
CATEGORIES = [
    ("poverty-lifted", "脱贫户", "household lifted out of poverty", "建档立卡户、脱贫人口", "household", True),
    ("monitored", "监测户", "monitored household", "监测对象、防返贫监测对象", "household", True),
    ("monitored-unstable", "脱贫不稳定户", "monitored: unstable after poverty", "", "household", True),
    ("monitored-marginal", "边缘易致贫户", "monitored: at the edge of poverty", "", "household", True),
    ("monitored-sudden", "突发严重困难户", "monitored: sudden hardship", "", "household", True),
    ("ordinary", "一般农户", "ordinary farming household", "一般户", "household", False),
    ("resettled", "易地搬迁户", "resettled household", "易地搬迁", "household", True),
    ("returned", "返乡青年", "came home to work", "返乡、返乡创业", "person", False),
    ("veteran", "退役军人", "veteran", "", "person", False),
    ("disabled", "残疾人", "disabled person", "", "person", True),
    ("cooperative", "合作社成员", "member of a cooperative", "合作社", "person", False),
    ("village-cadre", "村干部", "village cadre", "", "person", False),
    ("graduate", "大学生", "student or graduate", "高校毕业生", "person", False),
]


def plant_categories(apps, schema_editor):
    model = apps.get_model("trainees", "Category")
    names = ("key", "name_zh", "name_en", "other_names", "of", "is_sensitive")
    model.objects.bulk_create([model(**dict(zip(names, row, strict=True))) for row in CATEGORIES])


class Migration(migrations.Migration):
    dependencies = [
        ("trainees", "0008_classes_messages_and_doubles"),
        ("villages", "0001_divisions"),
    ]

    operations = [
        migrations.CreateModel(
            name="Category",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.SlugField(max_length=40, unique=True, verbose_name="key")),
                ("name_zh", models.CharField(max_length=40, verbose_name="name in Chinese")),
                ("name_en", models.CharField(max_length=60, verbose_name="name in English")),
                (
                    "other_names",
                    models.CharField(
                        blank=True,
                        help_text="With 、 between them.",
                        max_length=200,
                        verbose_name="other names in rosters",
                    ),
                ),
                (
                    "of",
                    models.CharField(
                        choices=[("person", "person"), ("household", "household")],
                        default="person",
                        max_length=10,
                        verbose_name="of what",
                    ),
                ),
                (
                    "is_sensitive",
                    models.BooleanField(
                        default=False, verbose_name="sensitive: only in tables, and never below five people"
                    ),
                ),
                ("in_use", models.BooleanField(default=False, verbose_name="in use")),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="valid from")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="valid until")),
            ],
            options={
                "verbose_name": "category",
                "verbose_name_plural": "categories",
                "ordering": ["key"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("valid_to__lt", models.F("valid_from")), _negated=True),
                        name="category_ends_after_start",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Household",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=20, verbose_name="household number")),
                (
                    "head",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
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
            },
        ),
        migrations.CreateModel(
            name="CategoryMembership",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("valid_from", models.DateField(default=django.utils.timezone.localdate)),
                ("valid_to", models.DateField(blank=True, null=True)),
                (
                    "category",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="memberships", to="trainees.category"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="categories",
                        to="trainees.person",
                    ),
                ),
                (
                    "household",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="categories",
                        to="trainees.household",
                    ),
                ),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="RegisterEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("hamlet", models.CharField(blank=True, max_length=40, verbose_name="hamlet")),
                (
                    "gender",
                    models.CharField(
                        blank=True, choices=trainees.models.register.genders, max_length=1, verbose_name="gender"
                    ),
                ),
                (
                    "age_band",
                    models.CharField(
                        blank=True, choices=trainees.models.register.age_bands, max_length=5, verbose_name="age band"
                    ),
                ),
                ("ethnicity", models.CharField(blank=True, max_length=20, verbose_name="ethnicity")),
                (
                    "schooling",
                    models.CharField(
                        blank=True, choices=trainees.models.register.schoolings, max_length=12, verbose_name="schooling"
                    ),
                ),
                ("occupation", models.CharField(blank=True, max_length=40, verbose_name="occupation")),
                ("id_sealed", models.TextField(blank=True)),
                ("id_digest", models.CharField(blank=True, max_length=64)),
                ("id_end", models.CharField(blank=True, max_length=4)),
                ("told_apart", models.BooleanField(default=False)),
                ("changed_at", models.DateTimeField(auto_now=True)),
                (
                    "household",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="entries",
                        to="trainees.household",
                    ),
                ),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="register_entry", to="trainees.person"
                    ),
                ),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="RosterImport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("area", models.CharField(blank=True, max_length=12)),
                ("file_name", models.CharField(blank=True, max_length=100)),
                ("folder", models.CharField(max_length=40)),
                ("with_ids", models.BooleanField(default=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("reading", "being read"),
                            ("ready", "looked through, nothing is saved yet"),
                            ("saving", "being saved"),
                            ("saved", "saved"),
                            ("refused", "not taken"),
                        ],
                        default="reading",
                        max_length=10,
                    ),
                ),
                ("sentence", models.CharField(blank=True, max_length=300)),
                ("counts", models.JSONField(default=dict)),
                ("notes", models.JSONField(default=list)),
                ("done", models.PositiveIntegerField(default=0)),
                ("total", models.PositiveIntegerField(default=0)),
                ("looked_at", models.CharField(blank=True, max_length=64)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("saved_at", models.DateTimeField(blank=True, null=True)),
                ("files_deleted_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
                "default_permissions": (),
            },
        ),
        migrations.AddConstraint(
            model_name="household",
            constraint=models.UniqueConstraint(fields=("village", "number"), name="household_once_a_village"),
        ),
        migrations.AddConstraint(
            model_name="categorymembership",
            constraint=models.CheckConstraint(
                condition=models.Q(("person", None), ("household", None), _connector="XOR"),
                name="category_of_person_or_household",
            ),
        ),
        migrations.AddConstraint(
            model_name="categorymembership",
            constraint=models.UniqueConstraint(
                condition=models.Q(("person__isnull", False), ("valid_to", None)),
                fields=("category", "person"),
                name="category_open_once_a_person",
            ),
        ),
        migrations.AddConstraint(
            model_name="categorymembership",
            constraint=models.UniqueConstraint(
                condition=models.Q(("household__isnull", False), ("valid_to", None)),
                fields=("category", "household"),
                name="category_open_once_a_household",
            ),
        ),
        migrations.AddIndex(
            model_name="registerentry",
            index=models.Index(
                condition=models.Q(("id_digest", ""), _negated=True), fields=["id_digest"], name="register_id_digest"
            ),
        ),
        migrations.AddIndex(
            model_name="rosterimport",
            index=models.Index(fields=["by", "-id"], name="roster_import_by"),
        ),
        migrations.RunPython(plant_categories, migrations.RunPython.noop),
    ]
