"""Captions are read strictly and written in one way; a mistake is named by its line."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given, settings
from hypothesis import strategies as st

from media.videos.captions import LARGEST, MOST, Cue, as_typed, as_webvtt, read_captions

WEBVTT = "WEBVTT - oranges\n\nNOTE by Wei\n\n1\n00:05.000 --> 00:08.500 align:left\n把橙子擦干。\n<b>再</b>装箱。\n"
SRT = "1\r\n00:00:05,000 --> 00:00:08,500\r\n把橙子擦干。\r\n<b>再</b>装箱。\r\n"
CUES = [Cue(5.0, 8.5, "把橙子擦干。\n<b>再</b>装箱。")]


@pytest.mark.parametrize("content", [WEBVTT, SRT, WEBVTT.encode("utf-8-sig"), SRT.encode("gb18030")])
def test_what_programs_save_is_read(content):
    assert read_captions(content, seconds=40) == CUES


def test_typed_line_stands_until_the_next_or_six_seconds():
    found = read_captions("0:00 洗手。\n\n0:04 擦干。\n 1:02:03.5 装箱。", seconds=0)
    assert found == [Cue(0, 4, "洗手。"), Cue(4, 10, "擦干。"), Cue(3723.5, 3729.5, "装箱。")]


def test_what_we_write_is_read_as_it_was():
    written = as_webvtt(CUES)
    assert written == "WEBVTT\n\n00:00:05.000 --> 00:00:08.500\n把橙子擦干。\n<b>再</b>装箱。\n"
    assert as_webvtt(read_captions(written, seconds=40)) == written


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        ("", "empty", None),
        ("WEBVTT\n", "empty", None),
        ("洗手。", "time", 1),
        ("0:01 洗手。\n5 擦干。", "time", 2),
        ("WEBVTT\n\n0:05 --> bald\n洗手。", "time", 3),
        ("0:05 洗手。\n0:01 擦干。", "order", 2),
        ("0:05 --> 0:05\n洗手。", "order", 1),
        ("1:00 洗手。", "late", 1),
        ("0:99 洗手。", "time", 1),
        ("0:01 " + "长" * 201, "long", 1),
        ("0:01 --> 0:02\n1\n2\n3\n4\n5", "long", 2),
        ("0:01 <script>alert(1)</script>", "mark", 1),
        ("0:01 <c.red>红</c>", "mark", 1),
        ("0:01 <v Wei>红", "mark", 1),
        ("0:01 \0", "not-text", None),
        (b"\xff\xfe\xff", "not-text", None),
        ("0:01 x\n" * (MOST + 1), "many", None),
        ("x" * (LARGEST + 1), "too-big", None),
    ],
)
def test_mistake_is_named_with_its_line(content, code, line):
    with pytest.raises(ValidationError) as refused:
        read_captions(content, seconds=40)
    assert refused.value.code == code
    assert (refused.value.params or {}).get("line") == line


@pytest.mark.parametrize(
    "line",
    [
        "0：05 洗手。",
        "0:05，洗手。",
        "0:05、洗手。",
        "【0:05】洗手。",
        "（0：05）洗手。",
        "[0:05] 洗手。",
        "０：０５洗手。",
    ],
)
def test_time_may_be_typed_in_full_width_signs(line):
    assert read_captions(line, seconds=40) == [Cue(5, 11, "洗手。")]


def test_line_break_in_disguise_makes_no_line():
    [cue] = read_captions("0:01 先&#10;&#10;擦 &NewLine;干&nbsp;", seconds=0)
    assert cue.text == "先 擦 干"
    with pytest.raises(ValidationError):
        read_captions("0:01 &nbsp;", seconds=0)


def test_captions_that_grow_too_big_on_our_disk_are_refused():
    with pytest.raises(ValidationError) as refused:
        read_captions("\n".join(["0:01 " + "&" * 199] * MOST), seconds=0)
    assert refused.value.code == "too-big"


def test_typed_captions_are_shown_as_they_are_typed():
    typed = "0:00 洗手。\n0:04.500 3 < 5 & <b>擦</b>干。\n1:02:03 装箱。"
    assert as_typed(read_captions(typed, seconds=0)) == typed
    assert as_typed(CUES) == as_webvtt(CUES)


def test_signs_of_markup_in_words_are_shown_as_they_are():
    [cue] = read_captions("0:01 3 < 5 & 5 > 3 &lt;script&gt;", seconds=0)
    assert cue.text == "3 &lt; 5 &amp; 5 &gt; 3 &lt;script&gt;"


PARTS = [
    "0:01 ",
    "99:59 ",
    "0：05，",
    " --> ",
    "\n",
    "WEBVTT\n\n",
    "&#10;",
    "&nbsp;",
    "&amp;",
    "&",
    "<b>",
    "</b>",
    "<",
    "洗",
    " ",
]


@settings(max_examples=300, deadline=None)
@given(
    st.text(alphabet="0123456789:.,-> \n\t<>/biuWEBVTNO&;洗", max_size=200)
    | st.lists(st.sampled_from(PARTS) | st.characters(codec="utf-8"), max_size=40).map("".join)
)
def test_anything_is_read_as_it_is_written_again_or_refused(text):
    try:
        cues = read_captions(text, seconds=0)
    except ValidationError:
        return
    written = as_webvtt(cues)
    assert as_webvtt(read_captions(written, seconds=0)) == written
    assert as_webvtt(read_captions(as_typed(cues), seconds=0)) == written
