"""Writing the Chinese pages: once, again without change, and never over a trainer's work."""

import hashlib
import json
from dataclasses import dataclass, field

from django.db import transaction
from wagtail.models import Locale, Page

from courses.models import StarterRecord
from courses.starter.files import stable_id


@dataclass
class Report:
    """What a run did, as lists of page keys."""

    made: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    left_alone: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class PageSource:
    """A page as the files want it: `fields` by field name, JSON text for streams; `english` by content path.

    `under` is the key of the page that it stands under, for pages that make no sense without it.
    """

    key: str
    model: type[Page]
    fields: dict
    english: dict[str, str]
    under: str = ""

    @property
    def digest(self) -> str:
        content = json.dumps([self.fields, self.english], ensure_ascii=False, sort_keys=True, default=str)
        return hashlib.sha256(content.encode()).hexdigest()


def write_page(source: PageSource, *, parent: Page, report: Report) -> Page | None:
    """Make or change the page unless someone else has; returns it, or None when a trainer deleted it."""
    record = StarterRecord.objects.filter(key=_record_key(source, parent.locale)).first()
    if record is None:
        return _make(source, parent=parent, report=report)
    page = record.page and record.page.specific
    if page is None or page.latest_revision_id != record.revision_id:
        report.left_alone.append(source.key)
    elif record.digest == source.digest:
        report.unchanged.append(source.key)
    else:
        _change(source, page=page, record=record)
        report.changed.append(source.key)
    return page


def remember(source: PageSource, page: Page) -> None:
    """Note the latest revision of `page` as written by the loader."""
    StarterRecord.objects.update_or_create(
        key=_record_key(source, page.locale),
        defaults={"page": page, "revision_id": page.latest_revision_id, "digest": source.digest},
    )


@transaction.atomic
def _make(source: PageSource, *, parent: Page, report: Report) -> Page:
    page = source.model(locale=parent.locale, translation_key=stable_id(source.key), live=False, **source.fields)
    parent.add_child(instance=page)
    _publish(page)
    remember(source, page)
    report.made.append(source.key)
    return page


@transaction.atomic
def _change(source: PageSource, *, page: Page, record: StarterRecord) -> None:
    for name, value in source.fields.items():
        setattr(page, name, value)
    _publish(page)
    remember(source, page)


def _publish(page: Page) -> None:
    page.save_revision().publish()
    page.refresh_from_db(fields=["latest_revision"])


def _record_key(source: PageSource, locale: Locale) -> str:
    return f"{source.key}:{locale.language_code}"
