"""Whoever does not agree to a move says why: the one who asked reads it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("trainees", "0012_a_sign_in_takes_no_person_along")]

    operations = [
        migrations.AddField("moverequest", "reason", models.CharField(blank=True, max_length=300)),
    ]
