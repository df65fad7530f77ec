"""What is typed or brought in and that nobody would see: control signs, and those that turn the direction around."""

import re

UNSEEN = re.compile(r"[\x00-\x1f\x7f\u2028\u2029\u202a-\u202e\u2066-\u2069\s]+")
# Of no width: within a word they join signs in some scripts, at its ends and alone they say nothing.
NO_WIDTH = " \u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


def seen_line(text: str) -> str:
    """On one line, with a space where something unseen stood."""
    return UNSEEN.sub(" ", text).strip(NO_WIDTH)
