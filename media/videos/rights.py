"""Who sees, sends and changes videos: the same rights as for pictures, in the same collections of the teams."""

from typing import Any

from django.db.models import QuerySet
from wagtail.images.models import Image
from wagtail.models import Collection
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy

from media.models import Video
from media.sharing import SHARED

SEEING = ["add", "change", "delete", "choose"]

# Wagtail keeps the rights of pictures under the name of its own model.
policy = CollectionOwnershipPermissionPolicy(Video, auth_model=Image, owner_field_name="uploaded_by")


def videos_visible_to(user: Any) -> QuerySet[Video]:
    """Of her teams, and those that all may use."""
    return policy.instances_user_has_any_permission_for(user, SEEING).distinct()


def collections_to_add_to(user: Any) -> QuerySet[Collection]:
    return policy.collections_user_has_permission_for(user, "add")


def may_see(user: Any) -> bool:
    """Works in some team, translators and reviewers too."""
    return policy.user_has_any_permission(user, SEEING)


def may_add(user: Any) -> bool:
    return policy.user_has_permission(user, "add")


def may_change(user: Any, video: Video) -> bool:
    return policy.user_has_permission_for_instance(user, "change", video)


def may_caption(user: Any, video: Video) -> bool:
    """Whoever works in the team of the video, translators too; what all share is for those who may change it."""
    return may_change(user, video) or video.collection.name != SHARED
