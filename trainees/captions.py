"""What stands under the pictures of people who are looked at together: on a shared phone, behind a shared number."""

from collections import Counter
from collections.abc import Iterable

from trainees.masks import masked_name
from trainees.models import Person


def captions(people: Iterable[Person]) -> list[str]:
    """The name of each picture, no person's; to those who chose the same one her surname, or else her number."""
    people = list(people)
    chosen = Counter(person.sign for person in people)
    named = Counter((person.sign, masked_name(person.name)) for person in people)
    return [_caption(person, chosen, named) for person in people]


def _caption(person: Person, chosen: Counter, named: Counter) -> str:
    picture, name = person.get_sign_display(), masked_name(person.name)
    if chosen[person.sign] == 1:
        return picture
    return f"{picture} {name if named[person.sign, name] == 1 else person.trainee.number}"
