"""What tells two entries apart for somebody who knows them: names and numbers stay masked, as in her list."""

from __future__ import annotations

from django.core.exceptions import ObjectDoesNotExist
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trainees.masks import masked_id, masked_phone
from trainees.models import Person


def known_of(person: Person) -> list[str]:
    """Ends of her numbers, and which door: what is not known is left out."""
    said = [masked_phone(person.phone)]
    try:
        entry = person.register_entry
    except ObjectDoesNotExist:
        return list(filter(None, said))
    if entry.id_end:
        said.append(_("ID %(end)s") % {"end": masked_id(entry.id_end)})
    said.append(entry.hamlet)
    if entry.household:
        said.append(_("household %(number)s") % {"number": entry.household.number})
    return list(filter(None, said))


def names_of(one: Person, other: Person) -> str:
    """Where two names differ, without saying either."""
    first, second = one.name.strip(), other.name.strip()
    if first == second:
        return _("The names are the same.")
    if longer := abs(len(first) - len(second)):
        return ngettext(
            "One name is longer by %(many)s character.", "One name is longer by %(many)s characters.", longer
        ) % {"many": longer}
    places = [str(at) for at, (mine, hers) in enumerate(zip(first, second, strict=True), 1) if mine != hers]
    return ngettext(
        "The names differ in one character: number %(places)s.",
        "The names differ in characters %(places)s.",
        len(places),
    ) % {"places": ", ".join(places)}
