"""The course as a phone knows it: lessons with their cards, quizzes with the edition that is shown today."""

from dataclasses import dataclass
from uuid import UUID

from courses.selectors import course_outline, shown_lessons
from quizzes.models import QuizEdition
from quizzes.selectors import latest_edition


@dataclass(frozen=True)
class Taught:
    """A lesson; `quiz` is None where it has none."""

    key: UUID
    cards: tuple[str, ...]
    quiz: QuizEdition | None


def syllabus(course_key: UUID, language_code: str) -> list[Taught]:
    """The lessons that count today, in order."""
    quizzes = {lesson.key: lesson.quiz_key for lesson in course_outline(course_key).lessons}
    return [
        Taught(page.translation_key, tuple(card.id for card in page.cards), _edition(quizzes[page.translation_key]))
        for page in shown_lessons(course_key, language_code)
        if page.translation_key in quizzes
    ]


def test_of_course(course_key: UUID) -> QuizEdition | None:
    """The edition of the course's own test, if it has one."""
    return _edition(next(iter(course_outline(course_key).quiz_keys), None))


def _edition(quiz_key: UUID | None) -> QuizEdition | None:
    return latest_edition(quiz_key) if quiz_key else None
