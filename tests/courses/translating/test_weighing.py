"""A PO file is read and weighed without a database: what is bad in it is told, and never a crash."""

from contextlib import suppress
from uuid import uuid4

import polib
import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st
from wagtail.models import Locale

from courses.translating.po import COURSE, LARGEST, read_po
from courses.translating.sentences import Place, Sentence
from courses.translating.weighing import CHANGED, LEFT, NEW, REFUSED, SAME, UNKNOWN, Told, Weighed, weigh

ENGLISH = Locale(language_code="en")
KEY = uuid4()
PLACE = Place(uuid4(), "cards.1.title")
TITLE = Sentence(PLACE, "晾一夜", "打包鲜果", 60)
NOTES = Sentence(Place(PLACE.key, "notes"), "一。\n二。", "打包鲜果", None)


def a_file(**metadata: str) -> polib.POFile:
    file = polib.POFile()
    file.metadata = {"Content-Type": "text/plain; charset=utf-8", "Language": "en"}
    file.metadata |= {COURSE: str(KEY), **metadata}
    return file


def an_entry(msgstr: str, sentence: Sentence = TITLE, **more: object) -> polib.POEntry:
    return polib.POEntry(**{"msgctxt": str(sentence.place), "msgid": sentence.text, "msgstr": msgstr, **more})


def read(file: polib.POFile | bytes) -> list:
    return read_po(file if isinstance(file, bytes) else str(file).encode(), KEY, ENGLISH)


def weighed(*entries: polib.POEntry, said: dict | None = None) -> Weighed:
    file = a_file()
    file.extend(entries)
    return weigh(read(file), [TITLE, NOTES], said or {})


def line(*entries: polib.POEntry, **more: dict) -> Told:
    (only,) = weighed(*entries, **more).lines
    return only


def refusal(content: bytes | polib.POFile) -> str:
    with override("zh-hans"), pytest.raises(ValidationError) as refused:
        read(content)
    return refused.value.messages[0]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b" \n", "空"),
        (b"\xff\xfe\x00m", "UTF-8"),
        ('msgid "课"\n'.encode("gb18030"), "UTF-8"),
        ('msgid "课"\n'.encode("utf-16"), "UTF-8"),
        (b"PK\x03\x04 a zip", "PO文件"),
        (b"hello", "PO文件"),
        (b'msgid "a"\nmsgstr "b\nmsgid', "坏"),
        (b"x" * (LARGEST + 1), "太大"),
        (b'msgid ""\nmsgstr "Language: en\\n"\n', "这门课"),
        (b"/etc/passwd msgid", "坏"),
        (b'msgid "a"\nmsgstr "Net each one.\n', "第2行"),
        (b'msgid ""\n"a\\"\nmsgstr "b"\n', "第2行"),
        (b'msgid "a"\nmsgstr Net"\n', "第2行"),
    ],
)
def test_what_is_no_such_file_is_refused_with_a_sentence(content, expected):
    assert expected in refusal(content)


def test_file_of_another_language_or_course_is_refused():
    assert "fr" in refusal(a_file(Language="fr"))
    assert "这门课" in refusal(a_file(**{COURSE: str(uuid4())}))
    assert "—" in refusal(a_file(Language=""))
    assert read(a_file(Language="en_GB")) == []


def test_a_mark_at_the_beginning_and_other_ends_of_lines_are_no_harm():
    file = a_file()
    file.append(an_entry("Dry it"))
    (entry,) = read(b"\xef\xbb\xbf" + str(file).replace("\n", "\r\n").encode())
    assert entry.translated == "Dry it"


def test_each_line_becomes_what_it_can():
    assert line(an_entry("Dry it")).becomes == NEW
    assert line(an_entry("Dry it"), said={TITLE.at: "Dry"}).becomes == CHANGED
    assert line(an_entry("Dry  it"), said={TITLE.at: "Dry  it"}).becomes == SAME
    assert line(an_entry(" ")).becomes == LEFT
    assert line(an_entry("Dry it", flags=["fuzzy"])).becomes == LEFT
    assert line(an_entry("Dry it", msgid="晾一天")).becomes == UNKNOWN
    assert line(an_entry("Dry it", msgctxt="elsewhere")).becomes == UNKNOWN


def test_too_long_is_refused_with_how_much_room_there_is():
    told = line(an_entry("x" * 61))
    assert (told.becomes, "61" in told.reason, "60" in told.reason) == (REFUSED, True, True)
    assert line(an_entry("x" * 2001, NOTES)).becomes == REFUSED


def test_what_nobody_sees_is_left_out_and_lines_stay_where_the_source_has_them():
    assert weighed(an_entry("Dry\u202e it\n\n now ")).words[0].translated == "Dry it now"
    assert weighed(an_entry("One.\r\nTwo.\n", NOTES)).words[0].translated == "One.\nTwo."


def test_of_two_lines_for_one_sentence_the_last_counts():
    assert [word.translated for word in weighed(an_entry("First"), an_entry("Second")).words] == ["Second"]


@pytest.mark.parametrize("last", ["", "x" * 61])
def test_a_last_line_that_is_empty_or_refused_counts_too(last):
    assert weighed(an_entry("First"), an_entry(last)).words == []


@pytest.mark.parametrize("nothing", ["\u200b", "\u200d\u2060", "\ufeff \u200e"])
def test_what_has_no_width_is_no_translation(nothing):
    assert line(an_entry(nothing)).becomes == LEFT


def test_a_sentence_on_endlessly_many_lines_is_refused_before_it_is_read():
    assert "句子太多" in refusal(b'msgid ""\n' + b'"a"\n' * 100_001)


def test_an_obsolete_entry_says_nothing():
    assert weighed(an_entry("Dry it", obsolete=True)).lines == []


def never_crashes(content: bytes) -> None:
    with suppress(ValidationError):  # which is a sentence
        weigh(read(content), [TITLE, NOTES], {})


PIECES = st.sampled_from(
    [
        'msgid "',
        'msgstr "',
        'msgctxt "',
        "msgid_plural",
        "msgstr[0]",
        '"\n',
        "\n",
        "#~ ",
        "#, fuzzy",
        "#| ",
        "\\",
        "\\x",
        "课",
        "1",
    ]
)
HEAD = str(a_file())


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_no_file_crashes_it(text):
    never_crashes((HEAD + text).encode())


@pytest.mark.hard
@settings(max_examples=3000, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=300),
        st.lists(PIECES | st.text(max_size=4), max_size=60).map(
            lambda parts: "".join(parts).encode("utf-8", "surrogatepass")
        ),
    )
)
def test_no_file_at_all_crashes_it(content):
    never_crashes(content)
    never_crashes(HEAD.encode() + content)
