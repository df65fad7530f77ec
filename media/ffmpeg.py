"""Calling ffmpeg: where it is, and what it makes of a recording as it came from a phone.

What it reads is a stranger's file. So the kind is told to it by us, by what is inside; it opens nothing but that file,
decodes no more than `DECODED` seconds, and is killed when it takes too long or too much memory.
"""

import re
import resource
import shutil
import subprocess
from contextlib import suppress
from errno import ENOSPC
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import imageio_ffmpeg

DECODED = 300  # seconds of one file; a whole question in one take is longer than a card
PATIENCE = 60  # seconds of work, twice for each take; a minute of sound needs three
MEMORY = 768 * 1024 * 1024  # bytes of addresses; five minutes take less, with all threads and libraries
ENDED = 255  # what it answers when it was asked to end, with the machine or the worker
NO_MEMORY, NO_SPACE = "Cannot allocate memory", "No space left on device"

WANTED, LOUDEST = -18.0, -3.0  # LUFS of speech, dB of its loudest moment
SILENT = -50.0  # dB: where nothing is louder, nobody spoke
MOST_GAIN = 40.0  # dB: a whisper across the room; what is softer is noise
# Of even loudness first, so that silence means the same in a whisper and in a shout. Then it is cut at both ends.
QUIET = "silenceremove=start_periods=1:start_threshold=-34dB:start_silence=0.2:detection=rms:window=0.05"
EVEN = "volume={gain:.2f}dB,alimiter=limit=0.8:level=0,aresample=24000"
MEASURE = "ebur128=framelog=verbose,volumedetect"
MEASURED = re.compile(r"max_volume: (-?[\d.]+|-?inf) dB.*?\bI:\s+(-?[\d.]+|-?inf) LUFS", re.S)
FORMS = {
    "ogg": ("-c:a", "libopus", "-b:a", "18k", "-application", "voip"),
    "m4a": ("-c:a", "aac", "-b:a", "20k", "-ar", "16000", "-movflags", "+faststart"),
}
ENCODERS = ("libx264", "libopus", "aac")
BARE = ("-map_metadata", "-1", "-map_chapters", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact")


class Unreadable(Exception):
    """Nothing can be heard in the file, or it is damaged: trying again cannot help."""


class Exhausting(Exception):
    """It takes more time or memory than any recording needs: trying again would cost the same once more."""


class Piece(NamedTuple):
    """Seconds from which and to which of a recording; with no end, all the rest."""

    start: float = 0.0
    end: float | None = None


@cache
def ffmpeg() -> str:
    """The system's, which the system keeps safe, if it writes our forms; or the one that came with the set-up."""
    systems = shutil.which("ffmpeg")
    return systems if systems and _knows_all(systems) else imageio_ffmpeg.get_ffmpeg_exe()


def _knows_all(path: str) -> bool:
    """Some systems leave out what is patented."""
    command = [path, "-hide_banner", "-encoders"]
    try:
        asked = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=True)  # noqa: S603 - nothing of a stranger's
        told = asked.stdout.decode(errors="replace")
    except (OSError, subprocess.SubprocessError):
        return False
    return set(ENCODERS) <= set(told.split())


def demuxer_of(start: bytes) -> str | None:
    """What ffmpeg calls the kind of a file, by its first bytes; None for what no phone's recorder writes."""
    if start[4:8] == b"ftyp":
        return "mov"
    if start[:4] == b"RIFF" and start[8:12] == b"WAVE":
        return "wav"
    for mark, name in ((b"OggS", "ogg"), (b"\x1a\x45\xdf\xa3", "matroska"), (b"#!AMR", "amr"), (b"ID3", "mp3")):
        if start.startswith(mark):
            return name
    if len(start) > 1 and start[0] == 0xFF:
        return "aac" if start[1] & 0xF6 == 0xF0 else "mp3" if start[1] & 0xE6 == 0xE2 else None
    return None


def made_small(source: Path, piece: Piece) -> dict[str, bytes]:
    """The recording as Opus and as AAC, by ending: mono, of even loudness, without silence at both ends.

    Raises Unreadable, Exhausting, OSError for a full disk or when the machine goes down.
    """
    with source.open("rb") as file:
        demuxer = demuxer_of(file.read(16))
    if demuxer is None:
        raise Unreadable
    end = piece.start + DECODED if piece.end is None else min(piece.end, piece.start + DECODED)
    reading = ["-threads", "1", "-vn", "-sn", "-dn", "-protocol_whitelist", "file", "-t", f"{end:.3f}", "-f", demuxer]
    reading += ["-i", f"file:{source}"]
    cut = f"atrim={piece.start:.3f}:{end:.3f},asetpts=PTS-STARTPTS,aformat=channel_layouts=mono,highpass=f=80"
    even = EVEN.format(gain=_gain_of(reading, cut))
    with TemporaryDirectory(prefix="small-") as folder:
        made = {ending: Path(folder, f"small.{ending}") for ending in FORMS}
        command = [
            *reading,
            "-filter_complex",
            f"[0:a:0]{cut},{even},{QUIET},areverse,{QUIET},areverse,asplit[ogg][m4a]",
        ]
        for ending, form in FORMS.items():
            command += ["-map", f"[{ending}]", *form, *BARE, str(made[ending])]
        _call(command)
        return {ending: path.read_bytes() for ending, path in made.items()}


def _gain_of(reading: list[str], cut: str) -> float:
    """By how much it must be made louder, in dB. Raises Unreadable where nobody speaks."""
    told = MEASURED.search(_call([*reading, "-filter_complex", f"[0:a:0]{cut},{MEASURE}", "-f", "null", "-"]))
    if told is None or float(told[1]) < SILENT:
        raise Unreadable
    loudest, loudness = map(float, told.groups())
    # A word or two are too short to be measured as speech.
    return min(WANTED - loudness, MOST_GAIN) if loudness > -69 else LOUDEST - loudest


def _call(command: list[str]) -> str:
    """What it told. Raises as `made_small` does."""
    whole = [ffmpeg(), "-nostdin", "-hide_banner", "-nostats", "-filter_complex_threads", "1", *command]
    quiet, loud = subprocess.DEVNULL, subprocess.PIPE
    with subprocess.Popen(whole, stdin=quiet, stdout=quiet, stderr=loud) as process:  # noqa: S603 - built above
        # From here, since no code may run between fork and exec beside the worker's threads.
        with suppress(ProcessLookupError):
            resource.prlimit(process.pid, resource.RLIMIT_AS, (MEMORY, MEMORY))
        try:
            told = process.communicate(timeout=PATIENCE)[1].decode(errors="replace")
        except subprocess.TimeoutExpired as error:
            raise Exhausting from error
        finally:
            process.kill()
    if is_failure(process.returncode, told):
        raise Unreadable
    return told


def is_failure(code: int, told: str) -> bool:
    """Whether what it read was at fault, by how it ended and what it told.

    Raises Exhausting, and OSError for a full disk or when the machine goes down.
    """
    if code == ENDED:
        raise OSError("ffmpeg was asked to end")
    if code < 0 or (code and NO_MEMORY in told):
        raise Exhausting
    if code and NO_SPACE in told:
        raise OSError(ENOSPC, NO_SPACE)
    if code and "Unknown encoder" in told:
        raise Exhausting  # ours to mend: nothing is wrong with what was sent
    return bool(code)
