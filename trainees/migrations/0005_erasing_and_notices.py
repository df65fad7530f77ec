"""When a person was erased, the register that outlives it, and which notice somebody has read or heard."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

ID = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    dependencies = [("trainees", "0004_keepers_and_their_phones"), ("villages", "0001_divisions")]

    operations = [
        migrations.AddField(
            "trainee",
            "erased_at",
            models.DateTimeField(editable=False, null=True, verbose_name="erased at"),
        ),
        migrations.CreateModel(
            name="NoticeRead",
            fields=[
                ("id", ID),
                ("version", models.CharField(max_length=20)),
                ("language", models.CharField(max_length=12)),
                ("read_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notices_read",
                        to="trainees.person",
                    ),
                ),
            ],
            options={
                "default_permissions": (),
                "constraints": [models.UniqueConstraint(fields=("person", "version"), name="notice_read_once")],
            },
        ),
        migrations.CreateModel(
            name="RestrictedRecord",
            fields=[
                ("id", ID),
                ("name", models.CharField(max_length=30)),
                ("phone", models.CharField(blank=True, max_length=16)),
                ("basis", models.CharField(max_length=300)),
                ("kept_until", models.DateField(db_index=True)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "trainee",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="restricted_record",
                        to="trainees.trainee",
                    ),
                ),
                (
                    "village",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="villages.division"
                    ),
                ),
            ],
            options={"default_permissions": ()},
        ),
    ]
