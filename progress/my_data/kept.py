"""What is kept of a trainee, in plain words: every table about her stands under one of these, and a test looks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _

Words = str | Promise


@dataclass(frozen=True)
class Topic:
    """`tables` are the models behind it, also what of it stays when she is erased."""

    icon: str
    title: Words
    what: Words
    why: Words
    until: Words
    tables: tuple[str, ...]


UNTIL_ERASED = _("Until you have it erased.")
WITHOUT_NAME = _("It stays when you have yourself erased, but then nothing says any more that it was you.")

TOPICS = (
    Topic(
        "hand",
        _("Who you are"),
        _("Name, picture, phone number, age group, villages and language. The PIN is kept so that nobody can read it."),
        _("So that you get in, are counted in your village, and your name stands on the certificate."),
        UNTIL_ERASED,
        ("trainees.user", "trainees.person", "trainees.trainee", "trainees.formervillage"),
    ),
    Topic(
        "card",
        _("How you get in"),
        _("The phones that know you, your printed card, your WeChat if you linked it, and codes that you were given."),
        _("So that nobody else gets in as you."),
        ngettext_lazy(
            "A phone is forgotten when nobody used it for %(days)d day, a code some days after it ended.",
            "A phone is forgotten when nobody used it for %(days)d days, a code some days after it ended.",
            "days",
        ),
        (
            *("trainees.rememberedperson", "trainees.entrycode", "trainees.villagecard", "trainees.wechatlink"),
            *("trainees.cardsheet_people",),
        ),
    ),
    Topic(
        "list",
        _("What you learned"),
        _("Lessons, answers and tests, each with its day; and what of it somebody helped you with."),
        _("So that you go on where you stopped, and to count who was trained."),
        WITHOUT_NAME,
        (
            *("progress.learningevent", "progress.enrolment", "progress.lessonplace", "progress.lessoncompletion"),
            *("progress.attempt", "progress.checkanswer", "progress.taskpass", "progress.ticket"),
            "progress.extratry",
            *("trainees.helping", "trainees.helpedday"),
        ),
    ),
    Topic(
        "picture",
        _("Your practice tasks"),
        _("What you wrote, your photos, and what your teacher wrote and said of them."),
        _("So that a teacher can look at them, and for your goods."),
        ngettext_lazy(
            "Photos and spoken words are deleted %(months)d month after your teacher looked. The rest until you have "
            "it erased.",
            "Photos and spoken words are deleted %(months)d months after your teacher looked. The rest until you have "
            "it erased.",
            "months",
        ),
        ("progress.submission", "progress.taskphoto"),
    ),
    Topic(
        "shop",
        _("Classes and messages"),
        _("Which classes you are in, what your teacher wrote to you here, and whether you asked to be moved."),
        _("So that your teacher knows who learns with her."),
        UNTIL_ERASED,
        ("trainees.cohortmember", "trainees.message", "trainees.moverequest"),
    ),
    Topic(
        "letters",
        _("The county’s register"),
        _("What the county wrote of you in its list, if it did: hamlet, schooling, work, household and the like."),
        _("So that the county can say who takes part."),
        UNTIL_ERASED,
        ("trainees.registerentry", "trainees.categorymembership", "trainees.household"),
    ),
    Topic(
        "tick",
        _("What you agreed to"),
        _("What you said yes or no to, and which notice you read or heard."),
        _("So that we keep to it."),
        UNTIL_ERASED,
        ("trainees.consent", "trainees.noticeread"),
    ),
    Topic(
        "phone",
        _("Calls, and mistakes in the list"),
        _("That somebody may call you, or did; and that two entries turned out to be you, or not to be."),
        _("So that the county can ask whether the training was real, and counts nobody twice."),
        UNTIL_ERASED,
        ("progress.listedperson", "progress.callnote", "trainees.notthesame", "trainees.merge"),
    ),
    Topic(
        "look",
        _("Who looked"),
        _("Who of us saw or changed something of yours, and when: with your number, never with your name."),
        _("So that nobody looks without a reason."),
        _("It cannot be changed, and stays."),
        ("foundation.auditentry", "foundation.auditedpeople", "trainees.restrictedrecord"),
    ),
)
NUMBERS = {"days": "KEEP_PHONES_DAYS", "months": "KEEP_TASK_FILES_MONTHS"}


def topics() -> list[dict[str, Any]]:
    """With the numbers of this site in them."""
    numbers = {name: getattr(settings, setting) for name, setting in NUMBERS.items()}
    return [_told(one, numbers) for one in TOPICS]


def said_of_topics() -> dict[str, str]:
    """What a neighbour reads aloud of each, by its drawing. With another number of days it is to be recorded anew."""
    why = gettext("Why?")
    return {
        one["phrase"]: "\n".join(map(str, (one["title"], one["what"], f"{why} {one['why']}", one["until"])))
        for one in topics()
    }


def _told(one: Topic, numbers: dict[str, int]) -> dict[str, Any]:
    words = {"title": one.title, "what": one.what, "why": one.why, "until": one.until % numbers}
    named = {"icon": f"icons/{one.icon}.svg", "phrase": f"kept-{one.icon}"}
    return {**named, "with_photos": "progress.taskphoto" in one.tables, **words}


def untold(models: Iterable[type[Model]]) -> list[str]:
    """Tables among these that no topic names."""
    told = {table for one in TOPICS for table in one.tables}
    return sorted({model._meta.label_lower for model in models} - told)
