"""What an administrator does with sign-ins and posts in `/cms/`, for the audit trail.

Wagtail writes a line of its own history in the very transaction of the change, for every way of changing but the
actions on many at once; those tell a hook.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model
from django.db.models.signals import post_save
from wagtail.models import ModelLogEntry

from foundation.audit import Action, record
from trainees.audited import POST, SIGN_IN
from trainees.models import Post, User

Visitor = User | AnonymousUser
ACTIONS = {"wagtail.create": Action.ADDED, "wagtail.edit": Action.CHANGED, "wagtail.delete": Action.DELETED}
IN_BULK = {"delete": Action.DELETED, "set_active_state": Action.CHANGED, "assign_role": Action.CHANGED}


def record_change(sender: type[ModelLogEntry], instance: ModelLogEntry, created: bool, **_signal: Any) -> None:
    action, model = ACTIONS.get(instance.action), instance.content_type.model_class() if instance.content_type else None
    if not created or action is None:
        return
    if model is User:
        record(by=instance.user, action=action, what=SIGN_IN, people=1, objects=[f"user:{instance.object_id}"])
    elif model is Post:  # of one that goes Wagtail writes before it is gone
        record_posts(by=instance.user, action=action, posts=Post.objects.filter(pk=instance.object_id))


def record_bulk(by: Visitor, action_type: str, objects: Iterable[Model]) -> None:
    """Called within the transaction of the action, after it: the rows themselves may be gone."""
    action = IN_BULK.get(action_type)
    if action is None:
        return
    users = [one for one in objects if isinstance(one, User)]
    for user in users:
        record(by=by, action=action, what=SIGN_IN, people=1, objects=[f"user:{user.pk}"])
    record_posts(by=by, action=action, posts=[one for one in objects if isinstance(one, Post)])


def record_posts(*, by: Visitor | None, action: Action, posts: Iterable[Post]) -> None:
    for post in posts:
        named = [f"post:{post.pk}", f"user:{post.user_id}"]
        record(by=by, action=action, what=POST, area=post.division.code, people=1, objects=named)


def connect() -> None:
    post_save.connect(record_change, sender=ModelLogEntry, dispatch_uid="trainees.record_change")
