"""Making the small forms that phones load: AVIF, WebP and JPEG in two widths, each within its budget."""

import hashlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image

from foundation.atomic_files import write_atomically

# Width in pixels and the most it may weigh in bytes. A phone 360 wide with two dots a point loads the second.
WIDTHS = {360: 14_000, 720: 30_000}
TALLEST = 1280  # pixels: a tall screenshot is made narrower instead of endless
QUALITIES = {"avif": (56, 48, 40, 32, 25), "webp": (68, 58, 48, 38, 28), "jpeg": (74, 64, 54, 44, 34)}
OPTIONS: dict[str, dict] = {
    "avif": {"speed": 8},
    "webp": {"method": 4},
    "jpeg": {"progressive": True, "optimize": True},
}
ENDINGS = {"avif": "avif", "webp": "webp", "jpeg": "jpg"}
SHRINK = 0.85


@dataclass(frozen=True)
class Variant:
    """One prepared file: `name` below MEDIA_ROOT, size in pixels, weight in bytes."""

    name: str
    width: int
    height: int
    bytes: int


def prepare(source: Path, root: Path, folder: str) -> dict[str, list[dict]]:
    """Write the variants of `source` to `root/folder` and return them by format, narrowest first.

    Names hold a hash of the content; each file appears whole or not at all, and one that is there is not written again.
    Raises OSError for an unreadable source or a full disk.
    """
    with Image.open(source) as opened:
        opened.draft("RGB", (max(WIDTHS), TALLEST))
        original = opened.convert("RGB")
    return {
        format_: [asdict(_write(form, root, f"{folder}/", format_)) for form in _forms(original, format_)]
        for format_ in QUALITIES
    }


def _forms(original: Image.Image, format_: str) -> Iterator[tuple[bytes, tuple[int, int]]]:
    """Encoded bytes and their size in pixels; widths that the original does not have are left out."""
    reached = 0
    for width, budget in WIDTHS.items():
        size = _size_within(original.size, width)
        if size[0] <= reached:
            return
        content, (reached, height) = _within_budget(original, size, format_, budget)
        yield content, (reached, height)


def _size_within(size: tuple[int, int], width: int) -> tuple[int, int]:
    scale = min(1.0, width / size[0], TALLEST / size[1])
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _within_budget(
    original: Image.Image, size: tuple[int, int], format_: str, budget: int
) -> tuple[bytes, tuple[int, int]]:
    """Lower the quality step by step, then the size, until it fits. Ends, because a picture of a few pixels fits."""
    while True:
        small = original.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
        for quality in QUALITIES[format_]:
            out = BytesIO()
            small.save(out, format_.upper(), quality=quality, **OPTIONS[format_])
            if out.tell() <= budget:
                return out.getvalue(), size
        size = max(1, round(size[0] * SHRINK)), max(1, round(size[1] * SHRINK))


def _write(form: tuple[bytes, tuple[int, int]], root: Path, prefix: str, format_: str) -> Variant:
    content, (width, height) = form
    name = f"{prefix}{hashlib.sha256(content).hexdigest()[:16]}-{width}.{ENDINGS[format_]}"
    if not (root / name).exists():
        write_atomically(root / name, content)
    return Variant(name, width, height, len(content))
