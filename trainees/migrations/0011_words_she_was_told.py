"""A member keeps the words that she was told when she joined; of those who joined before, what their class says."""

from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def take_over_the_words(apps, _schema):
    said = apps.get_model("trainees", "Cohort").objects.filter(pk=OuterRef("cohort")).values("register_words")
    told = apps.get_model("trainees", "CohortMember").objects.exclude(told_until=None)
    told.update(told_words=Subquery(said))


class Migration(migrations.Migration):
    dependencies = [("trainees", "0010_one_help_on_a_phone")]

    operations = [
        migrations.AddField("cohortmember", "told_words", models.CharField(blank=True, default="", max_length=200)),
        migrations.RunPython(take_over_the_words, migrations.RunPython.noop),
    ]
