"""Reading what one person did: her lessons, a result, what waits on a phone. Who it belongs to is asked first."""

from progress.selectors.course_tests import Tries, before_learning, known_before, ticket_of, tries_of
from progress.selectors.lessons import MyCourse, MyLesson, lesson_in, my_courses
from progress.selectors.results import Result, result_of
from progress.selectors.shelf import Goods, ShelfTask, goods_of, shelf_tasks
from progress.selectors.tasks import (
    MySubmission,
    MyTask,
    has_passed,
    my_submissions,
    my_tasks,
    photo_of,
    usual_days,
    voice_for,
)
from progress.selectors.verdicts import has_completed_course, has_finished, quiz_to_do
from progress.selectors.waiting import WaitingWork, newest_waiting, waiting_work

__all__ = [
    "Goods",
    "MyCourse",
    "MyLesson",
    "MySubmission",
    "MyTask",
    "Result",
    "ShelfTask",
    "Tries",
    "WaitingWork",
    "before_learning",
    "goods_of",
    "has_completed_course",
    "has_finished",
    "has_passed",
    "known_before",
    "lesson_in",
    "my_courses",
    "my_submissions",
    "my_tasks",
    "newest_waiting",
    "photo_of",
    "quiz_to_do",
    "result_of",
    "shelf_tasks",
    "ticket_of",
    "tries_of",
    "usual_days",
    "voice_for",
    "waiting_work",
]
