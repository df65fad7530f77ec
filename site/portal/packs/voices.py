"""Whose voices are in a pack, as its pages say it themselves (`#recordings`): no row is asked for."""

import json
import re
from collections.abc import Iterable

LISTED = re.compile(r'<script id="recordings" type="application/json">(.*?)</script>', re.S)
# What plays for who chose no voice, as in listening.js. The phone's own voice is not ours to know.
HEARD_FIRST = {"en": ("en", "zh-x-guizhou", "zh")}
HEARD = ("zh-x-guizhou", "zh")


class Voices:
    """`listed` is what she may choose from, in the order of the tracks; `of` says whose voice a file is.

    `usual` are those that play for who chose none: of each card the first in order.
    """

    def __init__(self, pages: Iterable[str], language: str):
        self._heard = HEARD_FIRST.get(language, HEARD)
        self._tracks: dict[str, tuple[str, str]] = {}
        self._usual: set[str] = set()
        self._speaking: dict[str, set[str]] = {}
        for page in pages:
            found = LISTED.search(page)
            if found:
                self._take(json.loads(found[1]))

    def listed(self) -> list[dict]:
        return [
            {"id": track, "name": name, "usual": track in self._usual}
            for track, (_language, name) in self._tracks.items()
        ]

    def of(self, address: str) -> list[str]:
        """Two may share a file: it is named by its content."""
        return sorted(self._speaking.get(address, ()))

    def _take(self, recordings: dict) -> None:
        self._tracks |= {str(track): (language, name) for track, language, name in recordings["tracks"]}
        for said in recordings["said"].values():
            for track, (address, *_measures) in said.items():
                self._speaking.setdefault(address, set()).add(track)
            by_language = {self._tracks[track][0]: track for track in reversed(said)}
            heard = [by_language[language] for language in self._heard if language in by_language]
            self._usual.update(heard[:1])
