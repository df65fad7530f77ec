"""What the screens say aloud is in one list, in the words that stand in the pages."""

import re

from django.utils.translation import override

from courses.tools import spoken
from media.phrases import PHRASES, phrases
from portal.help_topics import TOPICS
from progress.my_data.kept import said_of_topics
from tests.house.files import ROOT, shipped
from trainees.consent_words import PURPOSES

MARKED = re.compile(r'data-say="phrase:([^"{]*)"[^>]*>(.*?)</', re.S)
ON_NO_PAGE = {"voice"}
# The keys of these are handed to their templates.
HANDED = {
    "phone-voice",
    *(f"agree-{purpose.key}" for purpose in PURPOSES),
    *(key for topic in TOPICS for _sign, key in topic.says),
}


def marked() -> dict[str, str]:
    """What follows each mark in the templates, by key."""
    found: dict[str, str] = {}
    for path in shipped(".html"):
        for key, inside in MARKED.findall((ROOT / path).read_text()):
            assert found.setdefault(key, inside) == inside, f"{key} says two things"
    return found


def test_every_marked_phrase_is_in_the_list_and_every_listed_one_is_marked():
    assert set(marked()) | HANDED == set(PHRASES) - ON_NO_PAGE


def test_list_says_what_the_pages_say():
    with override(None):
        missing = [key for key, inside in marked().items() if str(PHRASES[key]) not in inside]
    assert missing == []


def test_what_the_tools_list_and_what_is_kept_of_her_have_keys_of_their_own():
    lists = (PHRASES, spoken.phrases(), said_of_topics())
    assert phrases().keys() == set().union(*lists)
    assert len(phrases()) == sum(map(len, lists))


def test_phrase_is_marked_in_letters_that_an_address_may_have():
    assert [key for key in phrases() if not re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", key)] == []
