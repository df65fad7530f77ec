"""Every row about one trainee, table by table, as plain values: for the file that she takes away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Field, ForeignObjectRel, Model, QuerySet

from trainees.models import Person, Trainee

SECRET = ("pin", "digest", "seed", "sealed", "token", "file", "voice_sent", "claim")
OF_OTHERS = ("trainees.user", "trainees.person", "trainees.trainee")  # only her own keys are hers
LEFT_OUT = ("trainees.merge", "trainees.notthesame")


def rows_about(trainee: Trainee) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Tables with something in them, by name. What opens a door and what names somebody else is not among them."""
    person = trainee.person
    yield "trainee", [_plain(trainee)]
    yield "person", [_plain(person)]
    for owner in (person, trainee):
        for related in tables_about(type(owner)):
            rows = related.related_model._base_manager.filter(**{related.field.name: owner})
            if found := [_plain(row) for row in _in_order(rows)]:
                yield related.related_model._meta.model_name or "", found


def tables_about(owner: type[Model]) -> list[ForeignObjectRel]:
    """What points to a person, or to a pseudonym."""
    pointing = [one for one in owner._meta.get_fields(include_hidden=True) if isinstance(one, ForeignObjectRel)]
    return [one for one in pointing if _is_about_her(one)]


def _is_about_her(related: ForeignObjectRel) -> bool:
    model = related.related_model
    return not (related.many_to_many or model in (Person, Trainee) or model._meta.label_lower in LEFT_OUT)


def _in_order(rows: QuerySet) -> QuerySet:
    return rows.order_by("pk")


def _plain(row: Model) -> dict[str, Any]:
    return {field.name: field.value_from_object(row) for field in row._meta.concrete_fields if _is_hers(field)}


def _is_hers(field: Field) -> bool:
    if field.primary_key or any(word in field.name.split("_") for word in SECRET):
        return False
    pointed = field.related_model
    return pointed is None or isinstance(pointed, str) or pointed._meta.label_lower not in OF_OTHERS
