"""A task of Wagtail's workflows: somebody else looks at a page first."""

import django.db.models.deletion
from django.db import migrations, models


def take_off_wagtails_own(apps, schema_editor):
    """Its workflow stands at the root from the beginning, and asks groups that are not here."""
    apps.get_model("wagtailcore", "WorkflowPage").objects.filter(page__depth=1).delete()


class Migration(migrations.Migration):
    dependencies = [("courses", "0008_reasons_of_checks"), ("wagtailcore", "0098_apitoken")]

    operations = [
        migrations.CreateModel(
            name="SecondLook",
            fields=[
                (
                    "task_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.task",
                    ),
                ),
            ],
            options={"verbose_name": "second look", "verbose_name_plural": "second looks"},
            bases=("wagtailcore.task",),
        ),
        migrations.RunPython(take_off_wagtails_own, migrations.RunPython.noop),
    ]
