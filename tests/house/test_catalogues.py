"""What the interface says, it says in Chinese and in English, whole."""

import re
from functools import cache
from pathlib import Path

import django
import polib
import pytest

from tests.house import messages
from tests.house.files import ROOT

LANGUAGES = ("zh_Hans", "en")
PLACE = re.compile(r"%\(\w+\)[sd]|\{\w*\}")


@cache
def spoken() -> dict[messages.Message, object]:
    return messages.everywhere()


@cache
def catalogue(language: str) -> dict[messages.Message, polib.POEntry]:
    entries = polib.pofile(str(ROOT / "locale" / language / "LC_MESSAGES" / "django.po"))
    kept = [one for one in entries if not one.obsolete]
    return {messages.Message(one.msgctxt, one.msgid, one.msgid_plural or None): one for one in kept}


def said(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_in_the_catalogue(language):
    missing = {message.text: str(path) for message, path in spoken().items() if message not in catalogue(language)}
    assert missing == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_empty_or_uncertain(language):
    wanting = [one.msgid for one in catalogue(language).values() if one.fuzzy or not all(map(str.strip, said(one)))]
    assert wanting == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_stands_there_that_nobody_says(language):
    assert [message.text for message in catalogue(language) if message not in spoken()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_what_is_filled_in(language):
    wrong = [
        one.msgid
        for one in catalogue(language).values()
        if any(set(PLACE.findall(text)) != set(PLACE.findall(one.msgid_plural or one.msgid)) for text in said(one))
    ]
    assert wrong == []


def test_messages_are_found_in_python_and_templates():
    assert messages.in_python('_("Answer"); ngettext("%(n)s card", "%(n)s cards", n)') == {
        messages.Message(None, "Answer", None),
        messages.Message(None, "%(n)s card", "%(n)s cards"),
    }
    page = (
        '{% load i18n %}{% translate "Don\'t" context "x" %}'
        "{% blocktranslate trimmed %}\n One\n two{% endblocktranslate %}"
    )
    assert messages.in_template(page) == {
        messages.Message("x", "Don't", None),
        messages.Message(None, "One two", None),
    }


def test_no_word_of_ours_stands_where_django_says_another():
    """Such as Sun, which is a drawing here and a day in every calendar of the editor. A context keeps them apart."""
    theirs = polib.pofile(str(Path(django.__file__).parent / "conf/locale/zh_Hans/LC_MESSAGES/django.po"))
    ours = {key.text: entry.msgstr for key, entry in catalogue("zh_Hans").items() if key.context is None}
    known = {one.msgid: one.msgstr for one in theirs if not one.msgctxt and one.msgstr}
    meant = {"Text", "Messages", "This field is required."}  # of an empty field we say that it is empty
    assert {word for word in ours.keys() & known if ours[word] != known[word]} <= meant
