"""What the tools show from the course: its drawings, and the lesson where the same is taught."""

from collections.abc import Iterable

from courses.models import LessonPage
from media.models import Picture


def drawings(keys: Iterable[str]) -> dict[str, Picture]:
    """The course's drawings by key, as far as they are there: on a phone that saw the lesson they are kept already."""
    return Picture.objects.in_bulk(set(keys), field_name="drawing_key")


def lesson_with(tool: str, *, language_code: str) -> LessonPage | None:
    """The first live lesson of this language whose author named the tool."""
    lessons = LessonPage.objects.live().filter(tool=tool, locale__language_code=language_code)
    return lessons.order_by("path").first()
