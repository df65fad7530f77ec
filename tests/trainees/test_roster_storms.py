"""Rosters that nobody would think of, and one of fifty thousand lines."""

import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foundation.sheets import SheetError
from tests.trainees.rosters import examined, saved, statuses, workbook
from trainees.models import Person
from trainees.register.reading import open_roster
from trainees.register.verdicts import STATUSES
from villages.selectors import villages_under

pytestmark = pytest.mark.hard

LONG, TWO_MINUTES = 50_000, 120
HEADINGS = [
    "姓名",
    "Name",
    "手机号",
    "年龄",
    "性别",
    "村",
    "村代码",
    "乡镇",
    "户主",
    "户编号",
    "人员类别",
    "同一个人吗",
    "学员编号",
]
CELLS = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            "=1+1",
            "\0",
            "<b>",
            "1.38E+10",
            "同一人",
            "另一人",
            "好花红村",
            "522731102213",
            "杨小花",
            "H-1",
            "是",
            "1980.5.3",
        ]
    ),
    st.integers().map(str),
)
LINES = st.lists(st.lists(CELLS, max_size=16), max_size=12)
FIXTURES = [HealthCheck.function_scoped_fixture]


@settings(max_examples=500, deadline=None, suppress_health_check=FIXTURES)
@given(
    content=st.binary(max_size=400),
    begin=st.sampled_from([b"", "姓名,村\n".encode(), b"PK\x03\x04", b"\xff\xfe", b"\xef\xbb\xbf"]),
)
def test_any_bytes_are_a_roster_or_get_a_sentence(tmp_path: Path, begin, content):
    path = tmp_path / "roster"
    path.write_bytes(begin + content)
    with suppress(SheetError):  # anything else that is raised fails
        list(open_roster(path).people())


@settings(max_examples=300, deadline=None, suppress_health_check=FIXTURES)
@given(header=st.lists(st.sampled_from(HEADINGS), unique=True, min_size=3), lines=LINES)
def test_every_line_gets_one_verdict_and_whatever_was_saved_is_the_same_the_second_time(
    places, tmp_path: Path, header, lines
):
    path = tmp_path / "roster.csv"
    texts = [["姓名", "村", *header], *lines]
    path.write_text("\n".join('"' + '","'.join(cell.replace('"', '""') for cell in line) + '"' for line in texts))
    try:
        found = saved(path)
    except SheetError:
        return
    assert set(statuses(found)) <= set(STATUSES)
    assert all(one.reasons for one in found.verdicts if one.status in ("doubtful", "refused"))
    if found.can_be_saved:
        assert set(statuses(saved(path))) <= {"same"}


def test_fifty_thousand_lines_are_brought_in_within_two_minutes_and_again_without_a_change(places, tmp_path):
    villages = list(villages_under("522731"))
    head = ["姓名", "手机号", "村代码", "性别", "年龄", "文化程度", "村民小组", "户编号"]
    rest = ["初中", "三组"]
    people = (
        [_name(at), 13700000000 + at, villages[at % 3].code, "女", 18 + at % 50, *rest, at // 3] for at in range(LONG)
    )
    path = workbook(tmp_path, head, *people)
    for expected in ("new", "same"):
        begun = time.monotonic()
        found = saved(path)
        took = time.monotonic() - begun
        assert found.counts[expected] == LONG
        assert took < TWO_MINUTES, f"{took:.0f} s"
    assert Person.objects.count() == LONG
    assert examined(path).changes_nothing


def _name(at: int) -> str:
    return f"杨{chr(0x4E00 + at % 200)}{chr(0x5200 + at // 200)}"
