"""Videos as phones and cameras write them, made by ffmpeg from its own test picture."""

import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.takes import FFMPEG

TONE = ("-f", "lavfi", "-i", "sine=f=440:d=1")
COMMON = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p")


@cache
def filmed(
    ending: str = "mp4", *, size: str = "640x360", rate: int = 15, seconds: float = 1.0, options: tuple[str, ...] = ()
) -> bytes:
    """A moving picture with a tone; `options` are ffmpeg's, in place of H.264 in 4:2:0."""
    seen = ("-f", "lavfi", "-i", f"testsrc2=s={size}:r={rate}:d={seconds}")
    return _written(ending, (*seen, *TONE, "-shortest", *(options or COMMON)))


@cache
def silent(size: str = "640x360") -> bytes:
    return _written("mp4", ("-f", "lavfi", "-i", f"testsrc2=s={size}:r=15:d=1", *COMMON))


@cache
def only_heard() -> bytes:
    return _written("mp4", (*TONE, "-c:a", "aac"))


def turned(content: bytes) -> bytes:
    """As a phone writes it that was held upright: a note says by how much to turn the picture."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "lying.mp4")
        path.write_bytes(content)
        return _written("mp4", ("-display_rotation", "90", "-i", str(path), "-c", "copy"))


def _written(ending: str, options: tuple[str, ...]) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder, f"film.{ending}")
        subprocess.run([FFMPEG, "-v", "error", *options, str(path)], check=True, timeout=60)
        return path.read_bytes()
