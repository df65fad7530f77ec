"""Sounds as phones record them: words between silence, loud or soft, in the forms that recorders write."""

import io
import math
import random
import struct
import subprocess
import wave
from pathlib import Path
from tempfile import TemporaryDirectory

import imageio_ffmpeg

RATE = 16_000
# The one that knows every form: what Debian has writes no AMR.
FFMPEG = imageio_ffmpeg.get_ffmpeg_exe()
# As ffmpeg is asked for them; the ending says the rest.
FORMS = {
    "amr": ("-ar", "8000", "-c:a", "libopencore_amrnb"),
    "aac": ("-c:a", "aac"),
    "m4a": ("-c:a", "aac"),
    "3gp": ("-ar", "8000", "-c:a", "libopencore_amrnb"),
    "mp3": ("-c:a", "libmp3lame"),
    "ogg": ("-c:a", "libopus"),
    "webm": ("-c:a", "libopus"),
}


def said(seconds: float = 1.0, *, loud: int = 3000, silence: float = 1.0, seed: int = 1) -> bytes:
    """A WAV of something like syllables, with a quiet room before and behind them."""
    chance = random.Random(seed)

    def syllables(n: int) -> float:
        t = n / RATE
        return loud * abs(math.sin(3 * math.pi * t)) * (math.sin(1100 * t) + 0.5 * math.sin(4400 * t))

    room = [chance.gauss(0, 10) for _n in range(int(silence * RATE))]
    samples = [*room, *(syllables(n) for n in range(int(seconds * RATE))), *room]
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(b"".join(struct.pack("<h", max(-32768, min(32767, int(one)))) for one in samples))
    return out.getvalue()


def recorded(ending: str, content: bytes | None = None, *options: str) -> bytes:
    """The sound as a recorder of this kind writes it."""
    content = content or said()
    if ending == "wav":
        return content
    with TemporaryDirectory() as folder:
        path = Path(folder, f"sound.{ending}")
        command = [FFMPEG, "-v", "error", "-i", "pipe:", "-ac", "1", *FORMS[ending], *options, str(path)]
        subprocess.run(command, input=content, check=True, timeout=60)
        return path.read_bytes()


def loudness(content: bytes) -> float:
    """Mean volume in dB."""
    command = [FFMPEG, "-hide_banner", "-i", "pipe:", "-af", "volumedetect", "-f", "null", "-"]
    told = subprocess.run(command, input=content, capture_output=True, check=True, timeout=60).stderr.decode()
    return float(told.split("mean_volume: ")[1].split(" dB")[0])
