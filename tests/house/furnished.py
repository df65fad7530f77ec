"""A county in which something of everything is there: one row of each table of people and of what they did.

Made by the kinds of fields alone, so that a table that comes tomorrow is furnished too.
"""

import uuid
from typing import Any

from django.apps import apps
from django.db import Error, models, transaction
from django.utils import timezone

from trainees.models import Person, Trainee, User
from villages.models import Division

APPS = ("trainees", "progress")
VALUES: list[tuple[type[models.Field], Any]] = [
    (models.UUIDField, uuid.uuid4),
    (models.DateTimeField, timezone.now),
    (models.DateField, timezone.localdate),
    (models.BooleanField, lambda: False),
    (models.IntegerField, lambda: 1),
    (models.FloatField, lambda: 1.0),
    (models.DecimalField, lambda: 1),
    (models.JSONField, dict),
    (models.BinaryField, lambda: b"x"),
    (models.CharField, lambda: "1"),
    (models.FileField, lambda: "1"),
    (models.TextField, lambda: "1"),
]


def tables() -> list[type[models.Model]]:
    return [model for app in APPS for model in apps.get_app_config(app).get_models()]


def furnish(person: Person, official: User) -> list[type[models.Model]]:
    """A row of each table that has none, belonging to this person or official; returns the tables that stayed empty."""
    given: dict[type[models.Model], models.Model] = {
        Person: person,
        Trainee: person.trainee,
        Division: person.trainee.village,
        User: official,
    }
    for _again in range(3):  # some stand on others
        for model in tables():
            _found(model, given)
    return [model for model in tables() if model not in given]


def _found(model: type[models.Model], given: dict) -> models.Model | None:
    """With all that it may point to; or, where a table wants but one of them, with one; or with what it must."""
    found = given.get(model) or model._base_manager.first()
    free = [field for field in model._meta.concrete_fields if isinstance(field, models.ForeignKey) and field.null]
    for pointing in [free, *([field] for field in free), []]:
        found = found or _made(model, given, pointing)
    if found is not None:
        given[model] = found
    return found


def _made(model: type[models.Model], given: dict, pointing: list[models.ForeignKey]) -> models.Model | None:
    try:
        with transaction.atomic():
            return model._base_manager.create(**_values(model, given, pointing))
    except (Error, ValueError, TypeError):
        return None


def _values(model: type[models.Model], given: dict, pointing: list[models.ForeignKey]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for field in model._meta.concrete_fields:
        if isinstance(field, models.ForeignKey):
            if not field.null:
                values[field.name] = _found(field.related_model, given)
            elif field in pointing and field.related_model in given:
                values[field.name] = given[field.related_model]
        elif not (field.primary_key or field.has_default() or field.null or field.blank):
            values[field.name] = _value(field)
    return values


def _value(field: models.Field) -> Any:
    if field.choices:
        return field.choices[0][0]
    return next((make() for kind, make in VALUES if isinstance(field, kind)), None)
