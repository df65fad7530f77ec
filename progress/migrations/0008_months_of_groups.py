"""What the tables of groups have shown, month by month."""

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("progress", "0007_extra_tries")]

    operations = [
        migrations.CreateModel(
            name="GroupMonth",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("county", models.CharField(max_length=6)),
                ("month", models.DateField()),
                ("subject", models.CharField(max_length=60)),
                ("columns", models.JSONField(default=list)),
                ("rows", models.JSONField(default=dict)),
                ("people", models.JSONField(default=dict)),
                ("counted_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["month"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(fields=("county", "subject", "month"), name="groups_counted_once_a_month"),
                ],
            },
        ),
    ]
