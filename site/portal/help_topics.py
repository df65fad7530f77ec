"""What help says, by the kind of page that it was asked on: few words, a sign for each, the wanted topic first.

A page names its topic in the block `help_topic` (`#lesson`); the sentences are those of `media.phrases`, so that they
can be heard. The order is that of the way from the list to the passed quiz.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from media.phrases import PHRASES


@dataclass(frozen=True)
class Topic:
    """`key` is the anchor; `says` are (sign, phrase) pairs."""

    key: str
    title: str | Promise
    says: tuple[tuple[str, str], ...]

    @property
    def lines(self) -> list[dict]:
        """Each with its icon, the key under which it is recorded, and its words."""
        return [{"icon": f"icons/{icon}.svg", "key": key, "words": PHRASES[key]} for icon, key in self.says]


TOPICS = [
    Topic("list", _("The list of lessons"), (("list", "help-open"), ("next", "help-start"))),
    Topic("lesson", _("In a lesson"), (("next", "help-next"), ("listen", "help-listen"), ("hand", "help-check"))),
    Topic("task", _("A practice task"), (("picture", "help-task"), ("look", "help-task-seen"))),
    Topic("quiz", _("In a quiz"), (("hand", "help-answer"), ("look", "help-again"))),
    Topic("result", _("After a quiz"), (("tick", "help-result"), ("again", "help-again"))),
    Topic("who", _("Who is learning"), (("hand", "help-who"), ("eraser", "help-shared"))),
    Topic("pin", _("Your PIN"), (("eraser", "help-pin"), ("card", "help-pin-forgot"))),
    Topic("code", _("I have a code"), (("card", "code-forgot"), ("globe", "code-along"))),
    Topic("sign-up", _("Signing up"), (("hand", "help-join"), ("shop", "help-join-free"))),
    Topic("mine", _("My lessons"), (("list", "help-mine"), ("next", "help-go-on"))),
    Topic("my-data", _("My data"), (("card", "help-my-data"), ("tick", "help-my-data-no"))),
    Topic("tools", _("Tools for work"), (("sums", "help-tools"), ("keep", "help-tools-offline"))),
    Topic("kept", _("On this phone"), (("keep", "help-keep"), ("again", "help-unsent"))),
    Topic("record", _("Recording"), (("phone", "help-record"), ("again", "help-record-again"))),
    Topic("display", _("Letters and hand"), (("letters", "help-letters"), ("picture", "help-pictures"))),
]
