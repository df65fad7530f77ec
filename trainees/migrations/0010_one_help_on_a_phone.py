"""On a phone one help goes on at a time; of those that two windows left open, all but the last end."""

from django.db import migrations, models
from django.db.models import F, OuterRef, Subquery


def end_all_but_the_last(apps, _schema):
    open_ones = apps.get_model("trainees", "Helping").objects.filter(ended_at=None)
    last = open_ones.filter(device=OuterRef("device")).order_by("-pk").values("pk")[:1]
    older = list(open_ones.exclude(pk=Subquery(last)).values_list("pk", flat=True))
    open_ones.filter(pk__in=older).update(ended_at=F("until"))


class Migration(migrations.Migration):
    dependencies = [("trainees", "0009_register")]

    operations = [
        migrations.RunPython(end_all_but_the_last, migrations.RunPython.noop),
        migrations.AddConstraint(
            "helping",
            models.UniqueConstraint(
                condition=models.Q(("ended_at", None)), fields=("device",), name="one_help_on_a_phone"
            ),
        ),
    ]
