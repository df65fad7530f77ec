"""The recordings of the tests: tones, no voices. They prove the way of a recording and are never shipped in a course.

    FFMPEG=/usr/bin/ffmpeg python -m tests.tones

makes `tests/recordings/` anew. No test needs ffmpeg; a WAV is made on the spot.
"""

import io
import math
import os
import struct
import subprocess
import wave
from pathlib import Path

FOLDER = Path(__file__).parent / "recordings"
RATE = 8000
# Each track of the tests has a tone of its own, so that an ear can tell them apart.
TONES = {"high": 660, "middle": 440, "low": 330}
FORMS = {
    "mp3": ("-c:a", "libmp3lame", "-b:a", "24k", "-write_xing", "0"),
    "m4a": ("-c:a", "aac", "-b:a", "24k", "-movflags", "+faststart"),
    "ogg": ("-c:a", "libopus", "-b:a", "16k"),
}


def tone(hertz: int = 440, seconds: float = 1.0, rate: int = RATE) -> bytes:
    """A WAV that swells and fades."""
    count = int(seconds * rate)
    swell = (math.sin(math.pi * n / count) for n in range(count))
    samples = (int(8000 * loud * math.sin(2 * math.pi * hertz * n / rate)) for n, loud in enumerate(swell))
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(b"".join(struct.pack("<h", sample) for sample in samples))
    return out.getvalue()


def make() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, hertz in TONES.items():
        for ending in FORMS if name == "high" else ["mp3"]:
            # Told are things that phones tell too, so that the tests see them go.
            told = ("-metadata", "title=Phone of Yang", "-metadata", "location=+26.13+106.65/", "-fflags", "+bitexact")
            form = ("-ar", "24000", *told, *FORMS[ending], str(FOLDER / f"{name}.{ending}"))
            command = [os.environ["FFMPEG"], "-v", "error", "-y", "-i", "pipe:", *form]
            subprocess.run(command, input=tone(hertz, 2.0, 24000), check=True)


if __name__ == "__main__":
    make()
