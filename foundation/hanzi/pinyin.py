"""Pinyin without tones, for finding a name by its sound. Apart from the façade: the dictionary costs some 60 MB."""

from functools import cache, lru_cache
from typing import Any

from foundation.hanzi.widths import to_halfwidth

# Where no phrase of the dictionary decides, names of places and families read these so (长顺 Changshun, 都匀 Duyun).
READINGS_IN_NAMES = {"长": "cháng,zhǎng", "重": "chóng,zhòng", "都": "dū,dōu", "曾": "zēng,céng", "什": "shí,shén"}
PHRASES_IN_NAMES = {"朝阳": [["cháo"], ["yáng"]]}


def syllables(text: str) -> list[str]:
    """`好花红2组` gives `["hao", "hua", "hong", "2", "zu"]`. ü is v; signs and unknown characters go."""
    text = to_halfwidth(text)
    plain = _plain_readings()
    if all(character in plain for character in text):
        return [plain[character] for character in text]
    return _dictionary().lazy_pinyin(text, errors=_kept)


def full_pinyin(text: str) -> str:
    """The syllables run together: `好花红` gives `haohuahong`."""
    return "".join(syllables(text))


def initials(text: str) -> str:
    """The first letter of each syllable: `好花红` gives `hhh`."""
    return "".join(syllable[0] for syllable in syllables(text))


@lru_cache(maxsize=20_000)
def full_and_initials(text: str) -> tuple[str, str]:
    """Both at once; a country has a thousand places of the same name, so the last ones are remembered."""
    found = syllables(text)
    return "".join(found), "".join(syllable[0] for syllable in found)


@cache
def _dictionary() -> Any:
    import pypinyin  # noqa: PLC0415 - a web process that never makes pinyin must not pay for the dictionary

    pypinyin.load_single_dict({ord(character): readings for character, readings in READINGS_IN_NAMES.items()})
    pypinyin.load_phrases_dict(PHRASES_IN_NAMES)
    return pypinyin


@cache
def _plain_readings() -> dict[str, str]:
    """Characters that every phrase of the dictionary reads alike: a name of these alone needs no looking for phrases.

    Most names are such, and they are read four times as fast (600,000 villages in 8 s, not in 30).
    """
    dictionary = _dictionary()
    default = {
        chr(code): _without_tone(readings.split(",")[0]) for code, readings in dictionary.constants.PINYIN_DICT.items()
    }
    for phrase, readings in dictionary.constants.PHRASES_DICT.items():
        for character, reading in zip(phrase, readings, strict=True):
            if default.get(character) != _without_tone(reading[0]):
                default.pop(character, None)
    return default


@cache
def _without_tone(reading: str) -> str:
    return _dictionary().contrib.tone_convert.to_normal(reading, v_to_u=False)


def _kept(characters: str) -> list[str]:
    word = "".join(character for character in characters.lower() if character.isascii() and character.isalnum())
    return [word] if word else []
