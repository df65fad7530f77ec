"""Pages of the course, and who works on them. Home > Course > Module > Lesson; a lesson is a short list of cards.

Modules of this package import downwards only: lesson < module < course < home.
"""

from courses.models.carried import CarriedPage, CarriedPicture, CarriedRecording
from courses.models.course import CoursePage
from courses.models.home import HomePage
from courses.models.lesson import LessonPage
from courses.models.module import ModulePage
from courses.models.second_look import SecondLook
from courses.models.starter import StarterRecord
from courses.models.teams import Role, TeamGroup

__all__ = [
    "CarriedPage",
    "CarriedPicture",
    "CarriedRecording",
    "CoursePage",
    "HomePage",
    "LessonPage",
    "ModulePage",
    "Role",
    "SecondLook",
    "StarterRecord",
    "TeamGroup",
]
