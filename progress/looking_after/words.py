"""What is said of somebody's learning, in words that a trainer would use."""

from __future__ import annotations

from typing import NamedTuple

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from progress.looking_after.wanted import Wanted
from progress.models import Attempt
from progress.reviewing.words import days_since
from progress.selectors import MyCourse
from progress.selectors.my_people import DONE, FAILED, LEARNING, NEW, STUCK, Standing
from trainees.consent_words import CALLS, MESSAGES
from trainees.models import Person, Trainee
from trainees.selectors.consents import standings_of


class Filter(NamedTuple):
    """A word above the list, how many it means, where it leads, and whether it is chosen."""

    words: str
    people: int
    query: str
    chosen: bool


class Ways(NamedTuple):
    """Whether she may be called and written to, and the sentence that says what else to do."""

    call: bool
    write: bool
    closed: str


def filters(wanted: Wanted, counts: dict[str, int]) -> list[Filter]:
    named = {
        NEW: _("Not started"),
        STUCK: _("Stuck"),
        FAILED: _("Same quiz three times"),
        LEARNING: _("Learning"),
        DONE: _("Course completed"),
    }
    many = sum(counts.values()) - counts[FAILED]
    every = Filter(pgettext("people", "All"), many, wanted.query(state=""), not wanted.state)
    rest = [Filter(words, counts[key], wanted.query(state=key), wanted.state == key) for key, words in named.items()]
    return [every, *rest]


def said_of(one: Standing) -> str:
    """One sentence: where she is stuck, and since when."""
    if one.state == NEW:
        return _("Has not started yet")
    if one.state == DONE:
        return _("Course completed")
    if one.state == STUCK and one.quiz:
        return _("Did the quiz three times and more: %(title)s") % {"title": one.quiz}
    days = days_since(one.since) if one.since else 0
    if one.state == STUCK:
        words = ngettext("Stopped %(days)s day ago at: %(title)s", "Stopped %(days)s days ago at: %(title)s", days)
        return words % {"days": days, "title": one.lesson or _("a quiz")}
    return _("Learning: %(title)s") % {"title": one.lesson} if one.lesson else _("Learning")


def ways_to(person: Person) -> Ways:
    """What she said no to is no button: two that each send on to the other would help nobody. One query."""
    agreed = {one.purpose.key: one.agreed for one in standings_of(person)}
    call, write = bool(person.phone) and agreed[CALLS], agreed[MESSAGES]
    if call:
        return Ways(call, write, "" if write else _("She takes no messages here. Call her, or go and see her."))
    if not person.phone:
        return Ways(call, write, _("She gave no number. Go and see her, or ask her keeper."))
    if write:
        return Ways(call, write, _("She does not want to be called. Write to her here, or go and see her."))
    return Ways(call, write, _("She wants neither calls nor messages. Go and see her, or ask her keeper."))


def quizzes_of(courses: list[MyCourse], trainee: Trainee) -> list[dict[str, int]]:
    """Of the quizzes of each course: how many are passed, of how many, and how many were tried and are not passed.

    One query, however many courses.
    """
    keys = [{lesson.quiz_key for lesson in course.lessons if lesson.quiz_key} for course in courses]
    tries = Attempt.objects.filter(trainee=trainee, quiz_key__in=set().union(*keys)).order_by()
    tried = dict(tries.values_list("quiz_key").annotate(right=Count("pk", filter=Q(passed=True))))
    passed = {key for key, right in tried.items() if right}
    return [{"passed": len(of & passed), "all": len(of), "open": len(of & tried.keys() - passed)} for of in keys]
