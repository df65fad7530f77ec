import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# Names may be changed by an administrator; `role` is what we know a group by.
GROUPS = {"trainer": "讲师", "editor": "编辑", "translator": "译者", "narrator": "录音员", "reviewer": "审核员"}
DOOR = (("wagtailadmin", "access_admin"),)
TRANSLATING = (("wagtail_localize", "submit_translation"),)
GENERAL = {
    "trainer": DOOR + TRANSLATING,
    "editor": DOOR + TRANSLATING,
    "translator": DOOR + TRANSLATING,
    "narrator": DOOR,
    "reviewer": DOOR,
}


def make_groups_of_roles(apps, schema_editor):
    """A group a role. One of that name that is there already loses its rights over all courses and pictures: teams
    have these now, each for its own course."""
    Group = apps.get_model("auth", "Group")
    TeamGroup = apps.get_model("courses", "TeamGroup")
    # Wagtail's own, in English and with rights over every course, unless somebody is in one.
    Group.objects.filter(name__in=("Editors", "Moderators"), user__isnull=True).delete()
    for role, name in GROUPS.items():
        group, _made = Group.objects.get_or_create(name=name)
        apps.get_model("wagtailcore", "GroupPagePermission").objects.filter(group=group).delete()
        apps.get_model("wagtailcore", "GroupCollectionPermission").objects.filter(group=group).delete()
        group.permissions.set([_permission(apps, *right) for right in GENERAL[role]])
        TeamGroup.objects.get_or_create(role=role, course_key=None, defaults={"group": group})


def _permission(apps, app_label, codename):
    return apps.get_model("auth", "Permission").objects.get(content_type__app_label=app_label, codename=codename)


class Migration(migrations.Migration):
    dependencies = [
        ("courses", "0002_tools"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
        ("wagtailcore", "0098_apitoken"),
        # They give every group that is there the right to choose among all pictures and documents.
        ("wagtailimages", "0027_image_description"),
        ("wagtaildocs", "0014_alter_document_file_size"),
    ]

    operations = [
        migrations.CreateModel(
            name="TeamGroup",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("role", models.CharField(max_length=10)),
                ("course_key", models.UUIDField(null=True)),
                (
                    "group",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="team", to="auth.group"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("course_key", "role"), name="one_group_a_role_and_course"),
                    models.UniqueConstraint(
                        condition=models.Q(("course_key__isnull", True)),
                        fields=("role",),
                        name="one_group_a_role_in_general",
                    ),
                ],
            },
        ),
        migrations.RunPython(make_groups_of_roles, migrations.RunPython.noop),
    ]
