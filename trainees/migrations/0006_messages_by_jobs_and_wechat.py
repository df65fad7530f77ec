"""Messages are handed over by a job, which works the digits out of a seed; and a trainee may link her WeChat."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("trainees", "0005_erasing_and_notices")]

    operations = [
        migrations.AddField("phonecode", "seed", models.CharField(blank=True, max_length=32)),
        migrations.CreateModel(
            name="WeChatLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("linked_at", models.DateTimeField(auto_now_add=True)),
                ("last_used_at", models.DateTimeField(blank=True, null=True)),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="wechat", to="trainees.person"
                    ),
                ),
            ],
            options={"default_permissions": ()},
        ),
    ]
