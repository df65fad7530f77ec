"""Changing the schema aside: what is killed in the middle leaves the database in use as it was.

Django notes that a migration is done only after its transaction. A kill between the two leaves a database that no later
start can mend: the migration would be done twice. On SQLite all migrations are therefore done on a copy, which takes
the place of the old file in one step. On PostgreSQL a backup is the way back.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import DatabaseError, connection

from foundation.atomic_files import settle


@contextmanager
def changed_aside() -> Iterator[None]:
    """Everything that the default connection does inside happens to the copy. Nobody else may have the file open.

    Raises DatabaseError where no copy can be made.
    """
    if connection.vendor != "sqlite":
        yield
        return
    old = Path(connection.settings_dict["NAME"])
    new = old.with_name(f"{old.name}.new")
    connection.close()
    _forget(new)
    if old.exists():
        _copy(old, new)
    connection.settings_dict["NAME"] = str(new)
    try:
        yield
    finally:
        connection.close()  # the last one out writes the log into the file
        connection.settings_dict["NAME"] = str(old)
    new.replace(old)
    settle(old.parent)


def _forget(new: Path) -> None:
    for leftover in new.parent.glob(f"{new.name}*"):
        leftover.unlink()


def _copy(old: Path, new: Path) -> None:
    """With what only the log of `old` holds; afterwards that log is empty and fits any file that takes the place."""
    try:
        with closing(sqlite3.connect(old)) as source, closing(sqlite3.connect(new)) as target:
            source.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            source.backup(target)
    except sqlite3.Error as error:
        raise DatabaseError(str(error)) from error
