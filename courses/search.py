"""Finding lessons. Chinese is matched by bigrams (`foundation.hanzi`): neither database splits Chinese words."""

from wagtail.models import Locale
from wagtail.search.query import PlainText

from courses.models import LessonPage
from foundation.hanzi import query_bigrams


def find_lessons(query: str, *, language_code: str) -> list[LessonPage]:
    """Live lessons of one language that hold all words of `query`; if there are none, those that hold any of them."""
    words = query_bigrams(query)
    locale = Locale.objects.filter(language_code=language_code).first()
    if not words or locale is None:
        return []
    lessons = LessonPage.objects.live().filter(locale=locale).select_related("cover", "alias_of__locale")
    found = list(lessons.search(PlainText(words, operator="and")))
    return found or list(lessons.search(PlainText(words, operator="or")))
