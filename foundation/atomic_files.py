"""Writing a file whole or not at all."""

import os
import tempfile
from pathlib import Path


def write_atomically(path: Path, content: bytes, *, durable: bool = False) -> None:
    """Replace `path` by `content` in one step: readers see the old bytes or the new ones, never half of them.

    `durable`: it outlives a power cut that comes right after. Missing folders are made. Raises OSError when the disk is
    full or the folder cannot be written; `path` is then as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        Path(draft).replace(path)
        if durable:
            settle(path.parent)
    except OSError:
        Path(draft).unlink(missing_ok=True)
        raise


def write_once(path: Path, content: bytes) -> None:
    """For a file whose name is made of its content. One that is there is wanted again: it counts as new, no stray."""
    if path.exists():
        path.touch()
    else:
        write_atomically(path, content)


def settle(folder: Path) -> None:
    """The name of a new file is on the disk only once its folder is."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
