"""What of a page goes into the file: every field of its own, but for what is true of one place only.

Of a place are: who checked the lesson, when, and when that is to be done again; what trainers noted for themselves (no
villager ever sees it, so names and numbers of neighbours may stand there); what they filled in for here (the courier,
opening hours). None of it leaves, and an update leaves it as it is.
"""

import hashlib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.models import Page

from courses.carrying.packing import as_json
from courses.carrying.streams import Swap, check_ids, rewritten
from courses.models import CoursePage, LessonPage, ModulePage
from media.models import Picture
from quizzes.models import QuizPage

KINDS: dict[str, type[Page]] = {"course": CoursePage, "module": ModulePage, "lesson": LessonPage, "quiz": QuizPage}
OF_EVERY_PAGE = ("title", "slug", "seo_title", "search_description")
OF_ONE_PLACE = ("checked_by", "checked_on", "check_again_by", "notes")
FILLED_IN_HERE = "local_lines"
ADDRESS = "slug"  # once it is printed on a poster it stays as it is

NEWER = _("There is a field in it that this site does not know (“%(name)s”). Bring this site up to date first.")
WRONG = _("What it says for “%(name)s” is not what belongs there.")


def carried_fields(model: type[Page]) -> Iterator[models.Field]:
    for name in OF_EVERY_PAGE:
        yield model._meta.get_field(name)
    for field in model._meta.local_fields:
        if field.name not in ("page_ptr", *OF_ONE_PLACE):
            yield field


def fields_of(page: Page, swap: Swap) -> dict:
    """The page as the file has it; `swap` gives the key of a picture or page."""
    return {field.name: _told(field, page, swap) for field in carried_fields(type(page))}


def digest_of(model: type[Page], fields: dict) -> str:
    """The same for pages that say the same, wherever they stand, also when this site has learnt new fields since."""
    plain = [field for field in carried_fields(model) if not isinstance(field, StreamField)]
    usual = {field.name: as_json(field.get_default()) for field in plain}
    here = {ADDRESS, *OF_ONE_PLACE}
    told = {name: value for name, value in fields.items() if name not in here and as_json(value) != usual.get(name)}
    return hashlib.sha256(as_json(_said(told))).hexdigest()


def _said(told: object) -> object:
    """Without the parts that say nothing."""
    if isinstance(told, list):
        return [_said(one) for one in told]
    if isinstance(told, dict):
        found = {name: _said(value) for name, value in told.items()}
        return {name: value for name, value in found.items() if value not in (None, "", False, [], {})}
    return told


def set_fields(page: Page, fields: dict, swap: Swap) -> None:
    """Let the page say what the file says; `swap` gives the number of a picture or page. Raises ValidationError."""
    known = {field.name: field for field in carried_fields(type(page))}
    fields = {name: value for name, value in fields.items() if name not in OF_ONE_PLACE}  # once they were in files
    for name in fields:
        if name not in known:
            raise ValidationError(NEWER, params={"name": str(name)[:30]})
    for name, value in fields.items():
        if name == ADDRESS and page.pk:
            continue
        if isinstance(known[name], StreamField):
            _set_stream(page, name, value, swap)
        elif isinstance(known[name], models.ForeignKey):
            setattr(page, f"{name}_id", swap(None, value) if value is not None else None)
        else:
            setattr(page, name, _plain(known[name], value))


def _told(field: models.Field, page: Page, swap: Swap) -> object:
    value = getattr(page, field.attname)
    if isinstance(field, StreamField):
        told = rewritten(field.stream_block, value.get_prep_value(), swap)
        return _blanked(told) if field.name == FILLED_IN_HERE else told
    if isinstance(field, models.ForeignKey):
        if field.related_model is not Picture:
            raise TypeError(f"{field} cannot be carried: say here by which key it goes.")
        try:
            return swap(None, value) if value is not None else None
        except LookupError:
            return None
    return value


def _blanked(lines: list[dict]) -> list[dict]:
    return [{**line, "value": {**line["value"], "value": ""}} for line in lines]


def _set_stream(page: Page, name: str, value: object, swap: Swap) -> None:
    field = page._meta.get_field(name)
    check_ids(value)
    raw = rewritten(field.stream_block, value, swap)
    if name == FILLED_IN_HERE:
        here = {line.id: line.value["value"] for line in getattr(page, name)}
        raw = [{**line, "value": {**line["value"], "value": here.get(line["id"], "")}} for line in raw]
    setattr(page, name, field.stream_block.to_python(raw))


def _plain(field: models.Field, value: object) -> object:
    """A value of JSON as the field has it; of the right kind only, so that what is odd is not bent into shape."""
    try:
        if isinstance(field, models.DateField):
            return date.fromisoformat(value) if value else None  # type: ignore[arg-type]
        if isinstance(field, models.DecimalField):
            return Decimal(value) if type(value) is str else Decimal("NaN")
    except (TypeError, ValueError, InvalidOperation):
        raise _refusal(field) from None
    kind = bool if isinstance(field, models.BooleanField) else int if isinstance(field, models.IntegerField) else str
    if value is None and field.null:
        return None
    if type(value) is not kind:
        raise _refusal(field)
    return value


def _refusal(field: models.Field) -> ValidationError:
    return ValidationError(WRONG, params={"name": field.name})
