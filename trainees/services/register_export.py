"""The register of a place, taken away as a file: for a reason, with who and when on it, and never all that is known."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from foundation.audit import Action, record, words_of
from trainees.audited import REGISTER_FILES
from trainees.masks import masked_id
from trainees.models import Category, Gender, Schooling, Trainee, User
from trainees.register.cells import SCHOOLINGS
from trainees.register.standing import Known, standing_of
from trainees.register.workbooks_out import register
from villages.models import Division
from villages.selectors import know_today

MOST = 5000
# Neither ethnicity nor a sensitive category: they appear in tables alone, and never below five.
KEYS = [
    *("number", "name", "gender", "age", "schooling", "occupation", "phone", "id_end"),
    *("township", "village", "code", "hamlet", "registered", "registered_code", "household", "head", "categories"),
]


class TooMany(Exception):
    """More people than one file may hold."""


def export_register(*, by: User, place: Division, people: QuerySet[Trainee], reason: str) -> bytes:
    """`people` are those whom she may see there; `reason` is one of `REGISTER_FILES`. Raises TooMany."""
    if people.count() > MOST:
        raise TooMany
    standing = standing_of(people, {})
    what = REGISTER_FILES[reason]
    made = timezone.localtime().strftime("%Y-%m-%d %H:%M")
    watermark = _("%(what)s. Taken away by %(user)s on %(time)s (Beijing time). Personal data: delete it after use.")
    content = register(
        title=str(place),
        watermark=watermark % {"what": words_of(what), "user": by.get_username(), "time": made},
        keys=KEYS,
        rows=_rows(list(standing.people.values())),
    )
    named = [one.number for one in standing.people.values()]
    record(by=by, action=Action.EXPORTED, what=what, area=place.code, people=len(named), objects=named)
    return content


def _rows(people: list[Known]) -> Iterator[list[str]]:
    wanted = {one.values[key] for one in people for key in ("village", "registered") if one.values[key]}
    places = Division.objects.select_related("parent").in_bulk(wanted)
    know_today(places.values())
    plain = dict(Category.objects.filter(is_sensitive=False).values_list("pk", "name_zh"))
    for one in people:
        cells = _cells(one, places, plain)
        yield [str(cells[key]) for key in KEYS]


def _cells(one: Known, places: dict[int, Division], plain: dict[int, str]) -> dict[str, object]:
    village, registered = places[one.values["village"]].today, places.get(one.values["registered"])
    registered = registered and registered.today
    gender, schooling = one.values["gender"], one.values["schooling"]
    return one.values | {
        "number": one.number,
        "gender": {Gender.FEMALE: "女", Gender.MALE: "男"}.get(gender, ""),
        "schooling": SCHOOLINGS[Schooling(schooling)].split("|")[0] if schooling else "",
        "id_end": masked_id(one.values["id_end"]),
        "township": village.parent.name if village.parent else "",
        "village": village.name,
        "code": village.code,
        "registered": str(registered or ""),
        "registered_code": registered.code if registered else "",
        "head": ("是" if one.is_head else "否") if one.values["household"] else "",
        "categories": "、".join(plain[pk] for pk in sorted(one.categories) if pk in plain),
    }
