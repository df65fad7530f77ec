"""Whatever is in the way is told in Chinese and English, and both say the same."""

import errno
import re

import pytest

from launch.sentences import SENTENCES, CannotGoOn, from_database_error, from_os_error

PLACE = re.compile(r"\{\w+\}")
HANZI = re.compile(r"[\u4e00-\u9fff]")


@pytest.mark.parametrize("name", SENTENCES)
def test_each_is_said_in_both_languages(name):
    chinese, english = SENTENCES[name]
    assert HANZI.search(chinese)
    assert not HANZI.search(english)
    assert set(PLACE.findall(chinese)) == set(PLACE.findall(english))


@pytest.mark.parametrize(
    ("number", "sentence"),
    [(errno.ENOSPC, "full"), (errno.EDQUOT, "full"), (errno.EROFS, "read-only"), (errno.EACCES, "read-only")],
)
def test_trouble_with_a_folder_names_the_folder(number, sentence):
    told = from_os_error(OSError(number, "", "/srv/school"))
    assert told.sentence == sentence
    assert "/srv/school" in str(told)


def test_other_errors_are_not_explained_away():
    assert from_os_error(OSError(errno.ENOENT, "", "/srv/school")) is None
    assert from_database_error("no such table", "/srv") is None


def test_a_child_that_cannot_start_is_named():
    assert "web" in str(CannotGoOn("broken", name="web", times=3))
