from django.conf import settings
from django.db import migrations

REVIEWING = ("trainer", "reviewer")  # whom their courses know by these roles; whose work they see is their post's


def let_review(apps, schema_editor):
    """Django makes a permission only after all migrations: it is made here, under the same names."""
    kind, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="progress", model="submission"
    )
    permission, _made = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=kind, codename="review_submission", defaults={"name": "Can review submissions"}
    )
    for team in apps.get_model("courses", "TeamGroup").objects.filter(role__in=REVIEWING, course_key=None):
        team.group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("progress", "0004_tasks_handed_in"),
        ("courses", "0003_course_teams"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("auth", "0012_alter_user_first_name_max_length"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [migrations.RunPython(let_review, migrations.RunPython.noop)]
