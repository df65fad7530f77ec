"""Stamps: the hash of what a step was made from, kept where its result is: both are lost or restored together."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from foundation.atomic_files import write_atomically
from portal.models import PreparedStep

ROOT = Path(settings.ROOT)


def inputs_hash(patterns: Iterable[str]) -> str:
    """One hash of the names and contents of all files that the patterns name, relative to the project."""
    digest = hashlib.sha256()
    for pattern in patterns:
        for path in sorted(ROOT.glob(pattern)):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(f"{path.relative_to(ROOT)}\0".encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def in_database(name: str) -> str:
    """The stamp of a step whose result is rows; empty when it was never finished."""
    return PreparedStep.objects.filter(name=name).values_list("inputs", flat=True).first() or ""


def stamp_database(name: str, inputs: str) -> None:
    PreparedStep.objects.update_or_create(name=name, defaults={"inputs": inputs, "finished_at": timezone.now()})


def in_files(name: str) -> str:
    """The stamp of a step whose result is files in the data folder; empty when it was never finished."""
    try:
        return _stamp_file(name).read_text()
    except OSError:
        return ""


def stamp_files(name: str, inputs: str) -> None:
    write_atomically(_stamp_file(name), inputs.encode())


def _stamp_file(name: str) -> Path:
    return Path(settings.DATA_DIR) / "built" / name
