"""Does a page that came from elsewhere pass what a trainer's own page must pass when she publishes it?"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.blocks import StreamBlockValidationError
from wagtail.fields import StreamField
from wagtail.models import Page

from courses.carrying.archive import refusal
from courses.carrying.fields import KINDS, carried_fields, set_fields
from courses.carrying.paper import CoursePaper
from courses.carrying.streams import ids_in

MOST_IDS = 30_000  # cards, questions and options of all pages in all languages; the starter course has 2,700


def check_shapes(paper: CoursePaper) -> None:
    """What can be seen of the pages without the database, before anybody is kept waiting. Raises ValidationError."""
    ids = 0
    for one in paper.pages:
        for fields in one.languages.values():
            ids += len(ids_in(list(fields.values())))
            if ids > MOST_IDS:
                raise refusal("too-many", limit=MOST_IDS)
            page = KINDS[one.kind](title=str(fields.get("title", "")))
            with _sentences_about(page):
                set_fields(page, fields, lambda _block, _key: 1)
                _clean_fields(page, set(fields))


def check_page(page: Page) -> None:
    """Leaves in the page what an editor's form would. Raises ValidationError, with page, card and fault."""
    with _sentences_about(page):
        _clean_fields(page, {field.name for field in page._meta.fields})
        for field in carried_fields(type(page)):
            if isinstance(field, StreamField):
                _clean_stream(page, field)


@contextmanager
def _sentences_about(page: Page) -> Iterator[None]:
    try:
        yield
    except ValidationError as error:
        raise _told(page, _first_of(error)) from error
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        # Blocks were made for what forms send; what a stranger's file says may break them in ways of its own.
        raise _told(page, _("It says something that does not belong there.")) from error


@contextmanager
def faults_of(title: str) -> Iterator[None]:
    """What is wrong with a photo or film is told with its name, so that somebody finds it where the file was saved."""
    try:
        yield
    except ValidationError as error:
        told = _("“%(title)s”: %(said)s")
        raise ValidationError(told, params={"title": title[:60], "said": _first_of(error)}) from error


def _clean_fields(page: Page, wanted: set[str]) -> None:
    own = {field.name for field in carried_fields(type(page)) if not field.is_relation}
    page.clean_fields(exclude={field.name for field in page._meta.fields} - (own & wanted))


def _clean_stream(page: Page, field: StreamField) -> None:
    value = getattr(page, field.name)
    if not len(value):
        return
    try:
        setattr(page, field.name, field.stream_block.clean(value))
    except StreamBlockValidationError as error:
        for number, inner in sorted((error.block_errors or {}).items()):
            told = _("number %(number)s: %(said)s") % {"number": number + 1, "said": _first_of(inner)}
            raise ValidationError(told) from error
        raise


def _told(page: Page, said: str) -> ValidationError:
    return ValidationError(_("“%(title)s”: %(said)s"), params={"title": page.title[:60], "said": said})


def _first_of(error: ValidationError) -> str:
    """The first sentence, however deep it lies: blocks keep theirs by the name of the part."""
    inner = getattr(error, "block_errors", None) or getattr(error, "non_block_errors", None)
    if isinstance(inner, dict):
        inner = list(inner.values())
    found = next((one for one in inner or () if one), None)
    if isinstance(found, ValidationError):
        return _first_of(found)
    if found is not None and not isinstance(found, str):
        return _first_of(ValidationError(list(found)))
    return " ".join(error.messages[:1])
