"""What ffmpeg makes of a video as it came: 240 lines, 360 where it has them, sound alone, and a poster.

It reads a stranger's file: see `media.ffmpeg`. All forms are made in one pass, for decoding costs the most.
"""

import re
import resource
import subprocess
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple

from launch.process_tree import bound_to_us
from media.ffmpeg import BARE, Unreadable, ffmpeg, is_failure

LONGEST = 600  # seconds
LARGEST_SIDE = 4096  # pixels
PATIENCE = 45 * 60  # seconds; ten minutes from a good phone take four on two slow cores
MEMORY = 3 * 1024 * 1024 * 1024  # bytes of addresses: frames of 4096 pixels, and two encoders at once
ROOM = ("-threads", "2", "-filter_complex_threads", "1")

# By its short side: profile, quality, and the most bits a second. Old phones decode the first.
MOVING = {"240": ("baseline", "28", "220k"), "360": ("main", "27", "480k")}
SOUND = {
    "m4a": ("-c:a", "aac", "-b:a", "24k", "-movflags", "+faststart"),
    "ogg": ("-c:a", "libopus", "-b:a", "18k", "-application", "voip"),
}
NO_FILMS = (b"avif", b"avis", b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1", b"M4A ", b"M4B ", b"M4P ")
EVEN = "aformat=channel_layouts=mono,loudnorm=I=-18:TP=-2:LRA=11,aresample=24000"
SHORT_SIDE = "max(2,trunc(min({lines},{side})/2)*2)"

# Whole lines of ffmpeg's own: a title may say anything, and stands behind its name.
DURATION = re.compile(r"^ +Duration: (\d+):(\d\d):(\d\d(?:\.\d+)?)", re.M)
PICTURE = re.compile(r"^ +Stream #0:\d\S*: Video: (?!.*attached pic).*?, (\d+)x(\d+)(.*)$", re.M)
RATE = re.compile(r", ([\d.]+) fps")
HEARD = re.compile(r"^ +Stream #0:\d\S*: Audio: (?!none)", re.M)
REACHED = re.compile(r"out_time=(\d+):(\d\d):(\d\d(?:\.\d+)?)")


class NoPicture(Unreadable):
    """There is sound in it at most."""


class TooLong(Unreadable):
    """It goes on for more than LONGEST."""


class TooLarge(Unreadable):
    """It has more pixels than LARGEST_SIDE."""


class Look(NamedTuple):
    """What a file says of itself; without `seconds` it does not say how long it is."""

    seconds: float | None
    width: int
    height: int
    rate: float
    is_heard: bool


def kind_of(start: bytes) -> str | None:
    """What ffmpeg calls the kind of a video, by its first bytes; None for what no phone or camera writes."""
    if start[4:8] == b"ftyp" and start[8:12] in NO_FILMS:
        return None
    if start[4:8] in (b"ftyp", b"moov", b"mdat", b"wide", b"free"):
        return "mov"
    if start[:4] == b"RIFF" and start[8:12] == b"AVI ":
        return "avi"
    return "matroska" if start.startswith(b"\x1a\x45\xdf\xa3") else None


def look_at(source: Path) -> Look:
    """Before anything is decoded. Raises Unreadable, or which kind of it."""
    told = _run([*_reading(source), "-t", "0", "-f", "null", "-"], allow_failure=True)
    picture, long = PICTURE.search(told), DURATION.search(told)
    if picture is None:
        raise NoPicture if HEARD.search(told) else Unreadable
    width, height, rate = int(picture[1]), int(picture[2]), RATE.search(picture[3])
    if max(width, height) > LARGEST_SIDE:
        raise TooLarge
    seconds = _seconds(long) if long else None
    if seconds and seconds > LONGEST + 1:
        raise TooLong
    return Look(seconds, width, height, min(float(rate[1]), 30.0) if rate else 25.0, bool(HEARD.search(told)))


def make_forms(source: Path, folder: Path, told: Callable[[int], object]) -> dict[str, Path]:
    """Files by kind in `folder`; `told` hears how many percent are done, now and then.

    Raises Unreadable, Exhausting, OSError for a full disk or when the machine goes down.
    """
    look = look_at(source)
    lines = [name for name in MOVING if name == "240" or min(look.width, look.height) >= int(name)]
    made = {name: folder / f"{name}.mp4" for name in lines}
    if look.is_heard:
        made |= {ending: folder / f"sound.{ending}" for ending in SOUND}
    command = [*_reading(source), "-filter_complex", _filters(lines, look)]
    for name in lines:
        command += [*_moving(name, look.is_heard), str(made[name])]
    for ending in SOUND if look.is_heard else ():
        command += ["-map", f"[{ending}]", *SOUND[ending], *BARE, str(made[ending])]
    _run(command, seconds=look.seconds, told=told)
    return made


def make_poster(source: Path, path: Path) -> None:
    """The clearest picture of the first seconds, as a JPEG. Raises as `make_forms` does."""
    look = f"{_square()},thumbnail=60,scale=w='min(1280,iw)':h=-2,format=yuvj420p"
    only = ["-filter_complex", f"[0:V:0]{look}[p]", "-map", "[p]", "-frames:v", "1", "-q:v", "3", "-f", "image2"]
    _run([*_reading(source, most=6), *only, "-update", "1", str(path)])


def _reading(source: Path, most: float = LONGEST + 2) -> list[str]:
    with source.open("rb") as file:
        kind = kind_of(file.read(16))
    if kind is None:
        raise Unreadable
    bounded = ["-protocol_whitelist", "file", "-t", f"{most:.0f}", "-sn", "-dn"]
    return [*ROOM, *bounded, "-f", kind, "-i", f"file:{source}"]


def _square() -> str:
    """Points as wide as they are high, as phones assume."""
    return "scale=w='max(2,trunc(iw*if(sar,sar,1)/2)*2)':h='max(2,trunc(ih/2)*2)',setsar=1"


def _filters(lines: list[str], look: Look) -> str:
    split = "".join(f"[in{name}]" for name in lines)
    parts = [f"[0:V:0]{_square()},fps={look.rate:.3f},split={len(lines)}{split}"]
    for name in lines:
        high = SHORT_SIDE.format(lines=name, side="ih")
        wide = SHORT_SIDE.format(lines=name, side="iw")
        size = f"w='if(gt(iw,ih),-2,{wide})':h='if(gt(iw,ih),{high},-2)'"
        parts.append(f"[in{name}]scale={size},format=yuv420p[v{name}]")
    if look.is_heard:
        heard = [*(f"[a{name}]" for name in lines), *(f"[{ending}]" for ending in SOUND)]
        parts.append(f"[0:a:0]{EVEN},asplit={len(heard)}{''.join(heard)}")
    return ";".join(parts)


def _moving(name: str, is_heard: bool) -> list[str]:
    profile, quality, most = MOVING[name]
    picture = ["-c:v", "libx264", "-profile:v", profile, "-preset", "fast", "-crf", quality, "-maxrate", most]
    picture += ["-bufsize", f"{2 * int(most[:-1])}k", "-g", "60", "-threads", "2", "-flags:v", "+bitexact"]
    sound = ["-map", f"[a{name}]", "-c:a", "aac", "-b:a", "32k"] if is_heard else []
    return ["-map", f"[v{name}]", *picture, *sound, *BARE, "-movflags", "+faststart", "-f", "mp4"]


def _run(
    command: list[str],
    *,
    seconds: float | None = None,
    told: Callable[[int], object] | None = None,
    allow_failure: bool = False,
) -> str:
    """What ffmpeg said. Raises as `make_forms` does."""
    whole = bound_to_us([ffmpeg(), "-nostdin", "-hide_banner", "-nostats", "-y", "-progress", "pipe:1", *command])
    with TemporaryFile() as said:
        with subprocess.Popen(whole, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=said) as process:  # noqa: S603
            late = threading.Timer(PATIENCE, process.kill)
            late.start()
            try:
                _bound(process.pid)
                for line in process.stdout or ():
                    reached = REACHED.match(line.decode(errors="replace"))
                    if reached and told and seconds:
                        told(min(99, int(100 * _seconds(reached) / seconds)))
                process.wait()
            finally:
                late.cancel()
                process.kill()
        said.seek(0)
        text = said.read(1_000_000).decode(errors="replace")
    if is_failure(process.returncode, text) and not allow_failure:
        raise Unreadable
    return text


def _bound(pid: int) -> None:
    # From here, since no code may run between fork and exec beside the worker's threads.
    with suppress(ProcessLookupError):
        resource.prlimit(pid, resource.RLIMIT_AS, (MEMORY, MEMORY))
        busy = 2 * int(PATIENCE) + 1  # for when its parent is killed and nobody stops it
        resource.prlimit(pid, resource.RLIMIT_CPU, (busy, busy))


def _seconds(found: re.Match) -> float:
    hours, minutes, seconds = found.groups()
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)
