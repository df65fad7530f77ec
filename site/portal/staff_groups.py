"""What trainers may do in the editor: write, publish and translate courses, and add pictures; nothing about people."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

TRAINERS = "讲师"
PAGE_RIGHTS = ("add_page", "change_page", "publish_page", "bulk_delete_page")
# Wagtail asks for the rights of its own image model, whichever model stands in for it.
PICTURE_RIGHTS = ("add_image", "change_image", "choose_image")
SITE_RIGHTS = ("access_admin", "submit_translation")


@transaction.atomic
def ensure_trainers_group() -> Group:
    """The group of trainers with its rights; made once, and rights that an administrator took away stay away."""
    group, made = Group.objects.get_or_create(name=TRAINERS)
    if made:
        root = Page.get_first_root_node()
        for right in PAGE_RIGHTS:
            permission = Permission.objects.get(codename=right, content_type__app_label="wagtailcore")
            GroupPagePermission.objects.create(group=group, page=root, permission=permission)
        pictures = Collection.get_first_root_node()
        rights = Permission.objects.filter(codename__in=PICTURE_RIGHTS, content_type__app_label="wagtailimages")
        for permission in rights:
            GroupCollectionPermission.objects.create(group=group, collection=pictures, permission=permission)
        group.permissions.add(*Permission.objects.filter(codename__in=SITE_RIGHTS))
    return group
