"""Reading what one person did: her lessons, a result, what waits on a phone. Who it belongs to is asked first."""

from progress.selectors.course_tests import Tries, before_learning, known_before, ticket_of, tries_of
from progress.selectors.lessons import MyCourse, MyLesson, lesson_in, my_courses
from progress.selectors.results import Result, result_of
from progress.selectors.verdicts import has_completed_course, has_finished, quiz_to_do
from progress.selectors.waiting import WaitingWork, newest_waiting, waiting_work

__all__ = [
    "MyCourse",
    "MyLesson",
    "Result",
    "Tries",
    "WaitingWork",
    "before_learning",
    "has_completed_course",
    "has_finished",
    "known_before",
    "lesson_in",
    "my_courses",
    "newest_waiting",
    "quiz_to_do",
    "result_of",
    "ticket_of",
    "tries_of",
    "waiting_work",
]
