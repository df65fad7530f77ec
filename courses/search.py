"""Finding lessons. Chinese is matched by bigrams (`foundation.hanzi`), because neither database splits Chinese words."""

from modelsearch.query import PlainText

from courses.models import LessonPage
from foundation.hanzi import query_bigrams


def find_lessons(query: str, *, language_code: str) -> list[LessonPage]:
    """Live lessons of one language that hold all words of `query`; if there are none, those that hold any of them."""
    words = query_bigrams(query)
    if not words:
        return []
    lessons = LessonPage.objects.live().filter(locale__language_code=language_code).select_related("cover")
    found = list(lessons.search(PlainText(words, operator="and")))
    return found or list(lessons.search(PlainText(words, operator="or")))
