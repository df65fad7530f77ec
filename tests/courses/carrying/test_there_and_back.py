"""A course that is saved in one county and brought in in another is the same course."""

import pytest
from wagtail_localize.models import LocaleSynchronization, Translation

from courses.carrying.importing import import_course
from courses.models import LessonPage
from courses.teams.selectors import pictures_of_team
from media.models import Picture, Recording
from media.selectors import public_file
from quizzes.selectors import latest_edition
from tests import builders
from tests.courses.carrying.counties import (
    a_course_to_carry,
    carried,
    forget_everything,
    lesson,
    quiz,
    recorded,
    saved,
    translated,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    return tmp_path / "course.zip"


def pages_of(course) -> list:
    return [(page.translation_key, page.slug, page.title) for page in course.get_descendants(inclusive=True)]


def cards_of(course) -> list:
    return [[(card.id, card.value.words) for card in page.cards] for page in course.lessons]


def test_pages_cards_and_questions_have_the_same_keys_words_and_order(file):
    course = a_course_to_carry()
    pages, cards = pages_of(course), cards_of(course)
    questions, edition = list(quiz().questions.raw_data), latest_edition(quiz().translation_key).digest
    there = carried(course, file)
    assert (pages_of(there), cards_of(there)) == (pages, cards)
    assert [one["id"] for one in quiz().questions.raw_data] == [one["id"] for one in questions]
    assert latest_edition(quiz().translation_key).digest == edition


def test_photo_is_cleaned_anew_and_the_path_names_the_lessons_of_this_site(file):
    there = carried(a_course_to_carry(), file)
    assert [one.pk for one in there.paths[0].value["lessons"]] == [one.pk for one in there.lessons]
    photo = Picture.objects.exclude(file__endswith=".svg").get()
    assert lesson("bacon").cover == photo
    assert photo.collection == pictures_of_team(lesson().course.translation_key)
    assert (photo.title, photo.state, photo.width) == ("橙子", "waiting", 640)


def test_recording_is_heard_under_the_same_card(file):
    course = a_course_to_carry()
    before = recorded(course.lessons[0])
    carried(course, file)
    there = Recording.objects.get()
    assert (there.subject, there.sha256, there.words_digest) == (before.subject, before.sha256, before.words_digest)
    assert str(there.track) == "布依语 · 好花红"
    assert public_file(there.name)


@pytest.mark.hard
def test_recording_of_older_words_is_still_known_to_be_of_older_words(file):
    course = a_course_to_carry()
    recorded(course.lessons[0])
    Recording.objects.update(words_digest="0123456789abcdef")
    carried(course, file)
    assert Recording.objects.get().words_digest == "0123456789abcdef"


def test_english_goes_along_and_can_be_worked_on_side_by_side(file):
    course = a_course_to_carry()
    builders.a_home("en")
    for page in course.get_descendants(inclusive=True).specific():
        translated(page)
    before = [card.value.words for card in lesson(language="en").cards]
    carried(course, file)
    there = lesson(language="en")
    assert [card.value.words for card in there.cards] == before
    assert before[0].startswith("* ")
    sentences, done = Translation.objects.get(source__object_id=there.translation_key).get_progress()
    assert sentences == done > 10


@pytest.mark.hard
def test_what_is_not_translated_stands_in_the_english_list_marked_so(file):
    course = a_course_to_carry()
    english = builders.a_home("en")
    for page in (course, *course.get_children().specific()):
        translated(page)
    saved(course, file)
    forget_everything()
    LocaleSynchronization.objects.create(locale=english.locale, sync_from=course.locale)
    import_course(file)
    there = LessonPage.objects.filter(locale__language_code="en")
    assert [page.alias_of.slug for page in there.order_by("path")] == ["oranges", "bacon"]


def test_file_saved_again_elsewhere_is_the_same_to_the_byte(tmp_path, file):
    course = a_course_to_carry()
    builders.a_home("en")
    translated(course)
    recorded(course.lessons[0])
    first = carried(course, file)
    once = saved(first, tmp_path / "once.zip").read_bytes()
    again = carried(first, tmp_path / "more.zip")
    assert saved(again, tmp_path / "again.zip").read_bytes() == once


def test_drafts_and_what_is_off_line_stay_at_home(file):
    course = a_course_to_carry()
    hidden, shown = lesson("bacon"), lesson()
    hidden.unpublish()
    shown.title = "还没写好"
    shown.save_revision()
    there = carried(course, file)
    assert [page.title for page in there.lessons] == ["打包鲜果"]


def test_what_is_true_of_one_place_stays_at_home(file):
    course = a_course_to_carry()
    page = lesson()
    page.checked_by, page.check_again_by, page.notes = "县市场监管局 某某", "2027-06-30", "问过桥头的王姐"
    page.local_lines = [("line", {"label": "快递点", "value": "街上第三家"})]
    page.save_revision().publish()
    carried(course, file)
    there = lesson()
    assert (there.checked_by, there.check_again_by, there.notes) == ("", None, "")
    assert [dict(line.value) for line in there.local_lines] == [{"label": "快递点", "value": ""}]
