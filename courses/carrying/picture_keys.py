"""By which name a picture goes in files: the same for ever, though each site writes the photo's file anew."""

import hashlib
from pathlib import Path

from courses.models import CarriedPicture
from media.models import Picture


def key_of_picture(picture: Picture) -> str:
    """The name that it came in with, unless its file was replaced since; else one made from drawing or content.

    Raises OSError where the file is gone.
    """
    if picture.is_svg() and picture.drawing_key:
        return key_of_drawing(picture.drawing_key)
    came_in = CarriedPicture.objects.filter(picture=picture, file=picture.file.name)
    return came_in.order_by("pk").values_list("key", flat=True).first() or sha256_of(picture)


def key_of_drawing(drawing: str) -> str:
    """A drawing is ours: each site has it in the form of its own version."""
    return hashlib.sha256(f"drawing:{drawing}".encode()).hexdigest()


def sha256_of(picture: Picture) -> str:
    return hashlib.sha256(Path(picture.file.path).read_bytes()).hexdigest()
