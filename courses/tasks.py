"""Work that the courses do in the background."""

from courses.carrying import tasks

__all__ = ["tasks"]
