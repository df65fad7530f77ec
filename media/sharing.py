"""The collection of pictures that every course may use; the others belong to a course each."""

from django.db import transaction
from wagtail.models import Collection

from media.models import Picture

SHARED = "共用图片"


@transaction.atomic
def shared_pictures() -> Collection:
    """Known by its name. When it is first made, what lay in no collection goes into it."""
    root = Collection.get_first_root_node()
    shared = root.get_children().filter(name=SHARED).first()
    if shared is None:
        shared = root.add_child(name=SHARED)
        Picture.objects.filter(collection=root).update(collection=shared)
    return shared
