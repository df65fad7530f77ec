"""What is heard in the journeys: a lesson that tones recorded, and a browser with voices of its own.

The recordings are tones (tests/tones.py). Voices of the phone are the browser's, and this one has none: where a test
speaks of one, it puts a browser's voice there.
"""

import json
from pathlib import Path

import pytest

from tests.server import Server, manage
from tests.tones import FOLDER

LESSON = "/zh-hans/village-shop/packing-and-sending/packing-oranges/"
# Which card is recorded in which voice; the fifth in none.
RECORDED = {
    "high": ({"language": "pcc", "place": "好花红"}, [1, 2]),
    "middle": ({"language": "zh-x-guizhou"}, [1, 3]),
    "low": ({"language": "zh"}, [1, 3, 4]),
}
# A browser that speaks Chinese and English; what it was asked to say is kept in `said`.
SPEAKING = """
window.said = [];
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
Object.defineProperty(window, "speechSynthesis", { value: {
  late: [],
  getVoices: function () {
    return ["zh-CN", "en-US"].map(function (lang) { return { lang: lang, localService: true }; });
  },
  addEventListener: function () {},
  cancel: function () { this.late.forEach(clearTimeout); },
  speak: function (one) { said.push(one.lang + " " + one.text); this.late.push(setTimeout(one.onstart, 5)); }
} });
"""


def bring_in_voices(server: Server, folders: pytest.TempPathFactory) -> dict[str, int]:
    """The numbers of the voices, by the name of their tone, once their recordings are brought in."""
    for name, (track, cards) in RECORDED.items():
        stick: Path = folders.mktemp(name)
        (stick / "packing-oranges").mkdir()
        (stick / "track.json").write_text(json.dumps(track))
        tone = (FOLDER / f"{name}.mp3").read_bytes()
        for card in cards:
            (stick / "packing-oranges" / f"{card}.mp3").write_bytes(tone + b"\0" * card)
        manage("import_recordings", str(stick), environment=server.environment)
    return {name: number for number, name in enumerate(RECORDED, 1)}
