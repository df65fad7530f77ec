"""How many pages of a course stand where, in each language."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from wagtail.models import Locale

from courses.models import CoursePage
from courses.translating.standing import STATES, State, pages_of_all, standings_of


@dataclass(frozen=True)
class Summary:
    course: CoursePage
    locale: Locale
    counts: Counter[State]

    @property
    def told(self) -> list[tuple[str, int]]:
        """In words, what is to do first."""
        return [(str(told), self.counts[state]) for state, told in STATES.items() if self.counts[state]]

    @property
    def to_do(self) -> int:
        return self.counts.total() - self.counts[State.DONE] - self.counts[State.STOPPED]

    @property
    def address(self) -> str:
        return reverse("translations-course", args=[self.course.pk, self.locale.language_code])


def summaries(courses: Iterable[CoursePage], locales: list[Locale]) -> list[Summary]:
    """Of each course in each language. As many queries for any number of courses: one, and four a language."""
    courses = list(courses)
    pages = pages_of_all(courses)
    found = [(locale, standings_of(pages, locale)) for locale in locales]
    return [
        Summary(course, locale, Counter(one.state for one in rows if one.page.path.startswith(course.path)))
        for course in courses
        for locale, rows in found
    ]
