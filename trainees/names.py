"""What may stand as a person's name: letters of any writing, and what people put between them."""

import re
import unicodedata

LONGEST = 30
LONGEST_TYPED = 300  # what is longer is not even looked through
BETWEEN = set(" ·•・.'’-")
# Letters and marks that draw nothing; the selectors that choose a form of a rare character are not among them.
DRAWN_AS_NOTHING = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0]")
# Printed lists pad a name of two characters to the width of three: `王　军`. The space is no part of it.
HAN = "\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
PADDED = re.compile(rf"(?<=[{HAN}]) +(?=[{HAN}])")
WRITTEN_EITHER_WAY = re.compile("[ ·•・.]")
MARKS_ON_A_LETTER = 2
UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


class BadName(Exception):
    """`reason` is `empty`, `long`, `unseen` (what draws nothing or turns the line around) or `signs`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def cleaned_name(text: str) -> str:
    """The name with its spaces in order. Raises BadName for what is no name."""
    if len(text) > LONGEST_TYPED:
        raise BadName("long")
    name = " ".join(unicodedata.normalize("NFC", text).split(" ")).strip()
    if DRAWN_AS_NOTHING.search(name) or any(unicodedata.category(sign) in UNSEEN for sign in name):
        raise BadName("unseen")
    name = unpadded(" ".join(name.split()))
    if len(name) > LONGEST:
        raise BadName("long")
    if not name:
        raise BadName("empty")
    if not name[0].isalnum() or not all(map(_may_stand, name)) or not any(map(str.isalpha, name)) or _towers(name):
        raise BadName("signs")
    return name


def unpadded(name: str) -> str:
    """Without the spaces between Chinese characters; those of other writings stay."""
    return PADDED.sub("", name)


def name_key(name: str) -> str:
    """The same for a name with and without spaces and the dot between its parts."""
    return WRITTEN_EITHER_WAY.sub("", name)


def _towers(name: str) -> bool:
    """Marks heaped on a letter would cover the lines above and below it, in every list."""
    marks = "".join("m" if unicodedata.category(sign) == "Mn" else " " for sign in name)
    return "m" * (MARKS_ON_A_LETTER + 1) in marks


def _may_stand(sign: str) -> bool:
    return sign in BETWEEN or unicodedata.category(sign)[0] in "LM" or sign.isdecimal()
