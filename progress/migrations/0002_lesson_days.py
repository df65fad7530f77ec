"""The first and the last day of a completed lesson, beside each enrolment."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("progress", "0001_events_and_what_follows"),
        ("trainees", "0002_trainees_and_posts"),
        ("villages", "0001_divisions"),
    ]

    operations = [
        migrations.AddField("enrolment", "first_lesson_on", models.DateField(null=True)),
        migrations.AddField("enrolment", "last_lesson_on", models.DateField(null=True)),
        migrations.AddIndex(
            model_name="enrolment",
            index=models.Index(
                fields=["course_key", "village", "first_lesson_on", "last_lesson_on", "trainee"],
                name="enrolment_trained",
            ),
        ),
    ]
