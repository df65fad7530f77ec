"""Does a page that came from elsewhere pass what a trainer's own page must pass when she publishes it?"""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.blocks import StreamBlockValidationError
from wagtail.fields import StreamField
from wagtail.models import Page

from courses.carrying.fields import carried_fields


def check_page(page: Page) -> None:
    """Raises ValidationError with a sentence that names page, card and what is wrong."""
    names = {field.name for field in carried_fields(type(page)) if not field.is_relation}
    try:
        page.clean_fields(exclude={field.name for field in page._meta.fields} - names)
        for field in carried_fields(type(page)):
            if isinstance(field, StreamField):
                _check_stream(page, field)
    except ValidationError as error:
        raise _told(page, _first_of(error)) from error
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        # Blocks were made for what forms send; what a stranger's file says may break them in ways of its own.
        raise _told(page, _("It says something that does not belong there.")) from error


def _check_stream(page: Page, field: StreamField) -> None:
    value = getattr(page, field.name)
    if not len(value):
        return
    try:
        field.stream_block.clean(value)
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
