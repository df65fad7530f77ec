"""Is it the same word? As people type: wide or narrow, large or small, with spaces, with a full stop behind it.

The phone compares in exactly the same way (static/quizzes/marking.js): quizzes/marking_examples.json holds both to it.
"""

import re

from foundation.hanzi import to_halfwidth

SPACES = re.compile("[ \t\r\n\u00a0\u2009\u200b\u202f\u3000\ufeff]+")
SMALL = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}  # other alphabets differ between two machines
AT_THE_END = ".,;:!?~。，、；：！？…｡､"


def folded(text: str) -> str:
    """`Ｓ Ｆ 快递。` as `sf快递`. Empty when nothing but signs was typed."""
    return SPACES.sub("", to_halfwidth(text)).translate(SMALL).rstrip(AT_THE_END)
