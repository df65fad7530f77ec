"""Staff at their desks: signed in with password and code, as in a browser; and what they may do there."""

import time

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from django.contrib.auth.models import Group, Permission
from django.test import Client
from wagtail.models import Collection, GroupCollectionPermission

from courses.models import CoursePage, Role
from courses.teams.services import join_team, take_role
from trainees.models import User


def at_desk(user: User, language: str = "zh-hans") -> Client:
    client = Client(headers={"accept-language": language})
    client.force_login(user)
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "mfa", "at": time.time(), "type": "totp"}]
    session[f"{AUTHENTICATION_METHODS_SESSION_KEY}_user"] = str(user.pk)
    session.save()
    return client


def made_trainer(user: User, *courses: CoursePage, role: Role = Role.TRAINER) -> User:
    """A trainer (or who else) who writes these courses, or all that are there by now."""
    take_role(user=user, role=role)
    for course in courses or CoursePage.objects.all():
        join_team(user=user, course_key=course.translation_key, role=role)
    return user


def let_into_all_pictures(user: User) -> User:
    """Rights that an administrator can give beyond those of a team."""
    group, _made = Group.objects.get_or_create(name="图片")
    for codename in ("add_image", "change_image", "choose_image"):
        permission = Permission.objects.get(codename=codename, content_type__app_label="wagtailimages")
        collection = Collection.get_first_root_node()
        GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=permission)
    user.groups.add(group)
    return user
