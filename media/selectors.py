"""Finding uploaded files."""

from pathlib import Path

from django.conf import settings

# What anyone may read. Originals and parked uploads are not here, nor documents: those have an address with rights.
CONTENT_HASHED = {"drawings", "prepared"}
PUBLIC = {*CONTENT_HASHED, "images"}


def public_file(name: str) -> tuple[Path, bool] | None:
    """The file called `name` below MEDIA_ROOT, and whether its name changes with its content. None: not public."""
    root = Path(settings.MEDIA_ROOT).resolve()
    try:
        path = (root / name).resolve()
        if "\\" in name or not path.is_relative_to(root) or not path.is_file():
            return None
    except (OSError, ValueError):
        return None  # a NUL, or a name longer than the file system has
    parts = path.relative_to(root).parts
    if parts[0] not in PUBLIC or any(part.startswith(".") for part in parts):
        return None
    return path, parts[0] in CONTENT_HASHED
