"""What a page shows as it was last written: chosen by a number, never what its words say of numbers."""

from django.db.models import ForeignKey, Model, Q
from wagtail.fields import StreamField
from wagtail.models import Page, Revision

from media.models import Video


def chosen_in(revision: Revision, model: type[Model]) -> set[str]:
    """The numbers of that model in all fields and blocks that choose one."""
    page = revision.as_object()
    found = set()
    for field in page._meta.concrete_fields:
        if isinstance(field, StreamField):
            found |= {
                number
                for kind, number, *_path in field.extract_references(field.value_from_object(page))
                if kind is model
            }
        elif isinstance(field, ForeignKey) and field.related_model is model:
            found.add(str(field.value_from_object(page)))
    return found


def is_drafted(video: Video) -> bool:
    """Whether a page shows it as it is being written or planned; what is published is in Wagtail's own index."""
    newest = Page.objects.exclude(latest_revision=None).values("latest_revision")
    revisions = Revision.objects.page_revisions().filter(Q(pk__in=newest) | Q(approved_go_live_at__isnull=False))
    mentioned = (one for one in revisions.iterator() if f'"video": {video.pk}' in str(one.content.get("cards", "")))
    return any(str(video.pk) in chosen_in(revision, Video) for revision in mentioned)
