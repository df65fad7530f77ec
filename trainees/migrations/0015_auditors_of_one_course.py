"""An auditor checks one programme: the course that was paid for. A post from before has none, and reads all courses."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("trainees", "0014_where_she_lived_before")]

    operations = [
        migrations.AddField(
            "post",
            "course_key",
            models.UUIDField(blank=True, null=True, verbose_name="course that is checked"),
        ),
    ]
