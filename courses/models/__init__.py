"""Pages of the course. Home > Course > Module > Lesson; a lesson is a short list of cards.

Modules of this package import downwards only: lesson < module < course < home.
"""

from courses.models.course import CoursePage
from courses.models.home import HomePage
from courses.models.lesson import LessonPage
from courses.models.module import ModulePage
from courses.models.starter import StarterRecord

__all__ = ["CoursePage", "HomePage", "LessonPage", "ModulePage", "StarterRecord"]
