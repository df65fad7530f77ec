"""Rows that are written once: what others point to or count on must never change under them."""

from typing import Any

from django.db import models


class WrittenOnce(Exception):
    """Somebody tried to change or delete a row that is only ever added to."""

    def __init__(self, model: type[models.Model]) -> None:
        super().__init__(f"Rows of {model.__name__} are never changed and never deleted: add a new one.")


class AppendOnlyQuerySet(models.QuerySet):
    """Rows to read and to add to."""

    def update(self, **values: Any) -> int:
        raise WrittenOnce(self.model)

    def delete(self) -> tuple[int, dict[str, int]]:
        raise WrittenOnce(self.model)

    def bulk_update(self, *rows: Any, **options: Any) -> int:
        raise WrittenOnce(self.model)


class AppendOnly(models.Model):
    """A model whose rows are written once."""

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, **options: Any) -> None:
        if not self._state.adding:
            raise WrittenOnce(type(self))
        super().save(**{**options, "force_insert": True})

    def delete(self, using: Any = None, keep_parents: bool = False) -> tuple[int, dict[str, int]]:
        raise WrittenOnce(type(self))
