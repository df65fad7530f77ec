"""Patterns for a new lesson: which cards, in which order, and in brackets what each of them is to say."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from courses.blocks.guides import guide
from courses.drafting.raw_cards import NO_PICTURE, Raw, card, items


@dataclass(frozen=True)
class Pattern:
    """`key` stands in addresses; `cards` makes new ones each time."""

    key: str
    name: str | Promise
    says: str | Promise
    cards: Callable[[], list[Raw]]


def _plain(title: str, text: str) -> Raw:
    return card("card", picture=NO_PICTURE, title=guide(title), text=guide(text), ask="", answer="")


def _story() -> Raw:
    return _plain(_("A short story"), _("Who, where, what went wrong: three short sentences."))


def _pair() -> Raw:
    return card(
        "pair",
        title=guide(_("Right beside wrong")),
        right_picture=NO_PICTURE,
        right_text=guide(_("Done like this: why it is good")),
        wrong_picture=NO_PICTURE,
        wrong_text=guide(_("Done like this: what goes wrong")),
        note="",
    )


def _steps(title: str) -> Raw:
    steps = items(*(guide(words) for words in (_("First"), _("Then"), _("At the end"))))
    return card("steps", picture=NO_PICTURE, title=guide(title), steps=steps)


def _warning() -> Raw:
    text = guide(_("What may happen, and what to do then."))
    return card("warning", picture=NO_PICTURE, title=guide(_("If it goes wrong")), text=text)


def _choice() -> Raw:
    options = [
        {"text": guide(_("The right one")), "right": True, "feedback": ""},
        {"text": guide(_("What many do wrongly")), "right": False, "feedback": guide(_("Why it looks right"))},
        {"text": guide(_("Something else that looks right")), "right": False, "feedback": guide(_("Why it is not"))},
    ]
    asked = {"prompt": guide(_("What would you do? Ask what is so.")), "explanation": guide(_("Why it is so"))}
    return card("check_single", picture=NO_PICTURE, options=items(*options), **asked)


def _is_it_so() -> Raw:
    asked = {"prompt": guide(_("A sentence that many believe")), "explanation": guide(_("Why it is so"))}
    return card("check_truefalse", picture=NO_PICTURE, answer="false", **asked)


def _list() -> Raw:
    lines = [{"mark": mark, "text": guide(_("One thing to tick off"))} for mark in "123"]
    return card("checklist", picture=NO_PICTURE, title=guide(_("A list to keep")), note="", items=items(*lines))


def _task() -> Raw:
    signs = (guide(_("A sign that one can see")) for _number in range(4))
    return card(
        "task",
        picture=NO_PICTURE,
        title=guide(_("Try it yourself")),
        text=guide(_("What to do today, with her own goods.")),
        criteria=items(*signs),
        no_phone=guide(_("How it goes without a phone")),
    )


def _sum() -> Raw:
    rows = [{"label": guide(_("A cost")), "amount": "0.00"} for _number in range(3)]
    return card(
        "sum",
        picture=NO_PICTURE,
        title=guide(_("What is left?")),
        price={"label": guide(_("Price")), "amount": "0.00"},
        rows=items(*rows),
        left={"label": guide(_("Left")), "amount": "0.00"},
        note="",
    )


def _how_to() -> list[Raw]:
    return [_story(), _pair(), _steps(_("Do it like this")), _choice(), _warning(), _list(), _task()]


def _danger() -> list[Raw]:
    signs = _plain(_("How to tell"), _("What they say, what they want, what is missing."))
    return [_story(), signs, _pair(), _is_it_so(), _steps(_("It has happened: do this at once")), _warning(), _list()]


def _case() -> list[Raw]:
    what = _plain(_("What she did"), _("One thing after the other, in her own words."))
    learned = _plain(_("What we learn from it"), _("One sentence that fits your own shop."))
    return [_story(), what, _sum(), _choice(), learned, _task()]


def _three() -> list[Raw]:
    done = _plain(_("Do it like this"), _("What to do, in two or three short sentences."))
    return [_story(), done, _plain(_("Remember one thing"), _("The sentence that she should take home."))]


PATTERNS = [
    Pattern("three", gettext_lazy("Three cards"), gettext_lazy("A story, what to do, what to remember."), _three),
    Pattern("how-to", gettext_lazy("How-to"), gettext_lazy("Something to do, step by step: packing, photos."), _how_to),
    Pattern("warning", gettext_lazy("Warning"), gettext_lazy("Something to beware of: fraud, spoilt goods."), _danger),
    Pattern("case", gettext_lazy("Case"), gettext_lazy("What one neighbour did, what it cost, what was left."), _case),
]


def pattern_of(key: str) -> Pattern | None:
    return next((pattern for pattern in PATTERNS if pattern.key == key), None)
