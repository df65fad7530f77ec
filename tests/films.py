"""Videos as phones and cameras write them, made by ffmpeg from its own test picture."""

import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from wagtail.models import Collection

from media.models import Video
from tests.takes import FFMPEG

TONE = ("-f", "lavfi", "-i", "sine=f=440:d=60")
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
    return _written("mp4", (*TONE, "-t", "1", "-c:a", "aac"))


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


FORMS = {
    "240": {"name": "videos/small.mp4", "bytes": 1_240_000, "width": 426, "height": 240},
    "360": {"name": "videos/large.mp4", "bytes": 14_000_000, "width": 640, "height": 360},
    "m4a": {"name": "videos/sound.m4a", "bytes": 40_000},
    "ogg": {"name": "videos/sound.ogg", "bytes": 30_000},
}
POSTER = {kind: [{"name": f"prepared/video-1/p.{kind}", "width": 360, "height": 203}] for kind in ("webp", "jpeg")}


def a_video(**fields) -> Video:
    """Ready, unless told otherwise; of its files there are only names."""
    poster = {kind: [{**form, "bytes": 9_000} for form in forms] for kind, forms in POSTER.items()}
    told = {"state": "ready", "forms": FORMS, "poster": poster, "seconds": 40.2, "sha256": "x", **fields}
    return Video.objects.create(title="装箱", collection=Collection.get_first_root_node(), **told)


def a_video_card(video: Video | None) -> dict:
    told = {"title": "看我装一箱", "video": video and video.pk, "text": "先擦干。\n再套网。"}
    return {"type": "video", "id": str(uuid4()), "value": told}
