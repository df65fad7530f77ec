"""Who deletes a sign-in does not lose the person behind it: she goes by being erased, and by nothing else."""

from django.conf import settings
from django.db import migrations, models
from django.db.models import PROTECT


class Migration(migrations.Migration):
    dependencies = [("trainees", "0011_words_she_was_told")]

    operations = [
        migrations.AlterField(
            "person",
            "user",
            models.OneToOneField(
                blank=True, null=True, on_delete=PROTECT, related_name="person", to=settings.AUTH_USER_MODEL
            ),
        ),
    ]
