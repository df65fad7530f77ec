"""Every picture, font and recording that we ship has a line that says where it is from and under which licence."""

import re
from pathlib import Path

from tests.house.files import ROOT, shipped

PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".ico")
ASSETS = (*PICTURES, ".ttf", ".otf", ".woff", ".woff2", ".mp3", ".m4a", ".opus", ".mp4")
ROW = re.compile(r"^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \|", re.M)


def licensed() -> dict[str, str]:
    return {place: licence for place, _source, licence in ROW.findall((ROOT / "docs" / "licences.md").read_text())}


def test_every_asset_is_in_the_table():
    places = tuple(licensed())
    assert [str(path) for path in shipped(*ASSETS) if not str(path).startswith(places)] == []


def test_every_line_of_the_table_is_still_true():
    assert [place for place in licensed() if not (ROOT / place).exists()] == []


def test_the_licence_itself_is_there():
    assert Path(ROOT, "LICENSE").read_text().strip()


def test_every_direct_dependency_has_its_reason():
    decision = (ROOT / "docs" / "decisions" / "0002-dependencies.md").read_text()
    reasons = set(re.findall(r"^\| ([\w-]+) \|", decision, re.M)) - {"package"}
    wanted = [(ROOT / name).read_text() for name in ("requirements.in", "requirements-sms.in", "requirements-dev.in")]
    lines = "".join(wanted).splitlines()
    assert {re.split(r"[~=\[<>]", line)[0] for line in lines if line[0] not in "#-"} == reasons
