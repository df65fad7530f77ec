"""Who stands in the register alone has no sign-in, sign or PIN; and roles of posts leave the schema."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import trainees.models.persons
import trainees.models.posts


class Migration(migrations.Migration):
    dependencies = [("trainees", "0002_trainees_and_posts")]

    operations = [
        migrations.AlterField(
            "person",
            "user",
            models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="person",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            "person",
            "sign",
            models.CharField(blank=True, choices=trainees.models.persons.signs, max_length=20, verbose_name="sign"),
        ),
        migrations.AlterField("person", "pin", models.CharField(blank=True, max_length=128)),
        migrations.AlterField(
            "person",
            "age",
            models.CharField(
                blank=True, choices=[("18+", "18 or over"), ("16-17", "16 or 17")], max_length=5, verbose_name="age"
            ),
        ),
        migrations.AlterField(
            "post",
            "role",
            models.CharField(choices=trainees.models.posts.roles, max_length=12, verbose_name="as"),
        ),
    ]
