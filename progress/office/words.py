"""The definitions that stand under every table, on paper and in files. The same in docs/counts.md."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.translation import gettext as _


class Definition(NamedTuple):
    key: str
    term: str
    text: str


def definitions() -> list[Definition]:
    return [*_people(), *_shares(), *_places()]


def _people() -> list[Definition]:
    return [
        Definition(
            "registered",
            _("Registered"),
            _(
                "People who enrolled in the course in the period. All courses: enrolled in any of them, once a person, "
                "on the day of her first enrolment."
            ),
        ),
        Definition("started", _("Started"), _("Registered people whose first learning was in the period.")),
        Definition(
            "trained",
            _("People trained"),
            _(
                "Registered people with at least one lesson completed in the period, once a person. A lesson is "
                "completed when its last card was reached and its quiz, if it has one, is passed. Not to be added up "
                "over periods."
            ),
        ),
        Definition(
            "passed", _("Quizzes passed"), _("People who passed the last of all required quizzes in the period.")
        ),
        Definition(
            "completed", _("Course completed"), _("People who met the course's rule for completing it in the period.")
        ),
    ]


def _shares() -> list[Definition]:
    return [
        Definition(
            "rate",
            _("Completion rate"),
            _("Completed ÷ registered, both from the beginning up to the end of the period."),
        ),
        Definition(
            "coverage",
            _("Coverage"),
            _(
                "Villages and communities with at least one person trained in the period (those that take part) ÷ all "
                "villages and communities. Those where nobody has taken part yet are in the table too."
            ),
        ),
    ]


def _places() -> list[Definition]:
    return [
        Definition(
            "places",
            _("Where people count"),
            _(
                "In the village where she lived when she enrolled, each person in one village only: villages add up to "
                "the township and the county. A village that became part of another is counted there. Who moved later, "
                "also into a village that was split off, stays counted where she enrolled."
            ),
        ),
        Definition(
            "courses",
            _("Several courses"),
            _("One person in two courses is once in each of them and once in all courses: courses do not add up."),
        ),
        Definition(
            "attendances",
            _("Attendances"),
            _("Person × session. No classes are kept here yet, so there is no such column and no number is made up."),
        ),
    ]
