"""What raises the content generation: everything that can change a page that a villager reads."""

from django.apps import apps
from django.db.models.signals import post_delete, post_save
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from portal.page_cache.generation import raise_generation


def connect() -> None:
    for signal in (page_published, page_unpublished, post_page_move, page_slug_changed):
        signal.connect(raise_generation, dispatch_uid=f"content-{id(signal)}")
    post_delete.connect(_page_deleted, dispatch_uid="content-page-deleted")
    ours = [apps.get_model("media", name) for name in ("Picture", "Video", "Track", "Recording")]
    for model in (PageViewRestriction, Site, Locale, *ours):
        post_save.connect(raise_generation, sender=model, dispatch_uid=f"content-saved-{model.__name__}")
        post_delete.connect(raise_generation, sender=model, dispatch_uid=f"content-deleted-{model.__name__}")


def _page_deleted(sender: type, **_signal: object) -> None:
    if issubclass(sender, Page):
        raise_generation()
