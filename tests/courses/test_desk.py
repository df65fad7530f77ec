"""The home of the editor and the list of what is missing: of her own courses, true, and never costlier for more."""

import datetime
import json
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale

from courses.desk.lacking import lacks_of, subjects_of, undescribed, unexplained
from courses.desk.selectors import last_drafts, takes_to_hear, voices, written_lessons
from courses.models import CoursePage, LessonPage, Role
from media.models import Recording, Take, Track
from tests.builders import a_course, a_home, a_lesson, a_module, a_question, a_quiz, an_item
from tests.staff import at_desk, made_trainer
from trainees.models import User

OTHERS = "别人的课"


@pytest.fixture
def course(db) -> CoursePage:
    return a_course()


@pytest.fixture
def lesson(course) -> LessonPage:
    return a_lesson(a_module(course), cards=2)


@pytest.fixture
def wei(lesson) -> User:
    return made_trainer(User.objects.create_user("wei"))


def words(user: User, **names: dict) -> list[str]:
    (written,) = written_lessons(user)
    return [lack.word for lack in lacks_of(written, **{"languages": {}, "tracks": {}, **names})]


def a_track() -> Track:
    return Track.objects.create(language="pcc", variety="好花红", name="布依话")


def recorded(track: Track, lesson: LessonPage, cards: int) -> None:
    for card in list(lesson.cards)[:cards]:
        Recording.objects.create(
            track=track, subject=f"card:{card.id}", name="recordings/a.mp3", mime="audio/mpeg", bytes=9, seconds=1
        )


def test_where_there_is_no_course_an_administrator_makes_one_or_brings_one_in(db):
    home, admin = a_home(), User.objects.create_superuser("admin")
    first = at_desk(admin).get("/cms/").text
    assert f"/cms/pages/add/courses/coursepage/{home.pk}/" in first
    assert "/cms/courses/bring-in/" in first
    assert "请管理员" not in first
    a_course(home)
    assert "/cms/courses/bring-in/" not in at_desk(admin).get("/cms/").text


def test_a_new_lesson_lacks_a_quiz_and_a_check(wei):
    assert words(wei, tracks={1: "布依话"}) == ["quiz", "check", "recording-1"]
    assert words(wei) == ["quiz", "check", "recording"]  # and no voice has begun
    assert "还没有声音" in at_desk(wei).get("/cms/missing/", {"what": "recording"}).text


def test_what_was_mended_is_no_longer_missing(wei, lesson):
    a_quiz(lesson)
    lesson.checked_by, lesson.checked_on = "农业农村局 王老师", timezone.localdate()
    lesson.save_revision().publish()
    assert words(wei) == ["recording"]


def test_what_counts_is_what_was_written_last_not_what_is_live(wei, lesson):
    raw = lesson.cards.raw_data
    raw[0]["value"]["picture"]["alt_text"] = " "
    lesson.cards = json.dumps([dict(card) for card in raw])
    lesson.save_revision()
    assert words(wei) == ["draft", "description", "quiz", "check", "recording"]
    assert last_drafts(wei, 5) == [lesson.page_ptr]


def test_a_check_is_due_a_month_before_its_day(wei, lesson):
    today = timezone.localdate()
    for days, due in ((-1, True), (30, True), (31, False)):
        lesson.checked_on, lesson.check_again_by = today, today + datetime.timedelta(days=days)
        lesson.save_revision().publish()
        assert ("due" in words(wei)) is due


def test_a_card_without_a_recording_is_missing_in_that_voice(wei, lesson):
    track = a_track()
    assert f"recording-{track.pk}" in words(wei, tracks=voices())
    recorded(track, lesson, cards=1)
    (written,) = written_lessons(wei)
    assert lacks_of(written, languages={}, tracks={track.pk: "布依话"})[-1].said == "布依话：录了 1 / 2 张卡片"
    Recording.objects.all().delete()
    recorded(track, lesson, cards=2)
    assert words(wei, tracks=voices()) == ["quiz", "check"]


def test_an_alias_is_no_translation(wei, lesson):
    english = Locale.objects.get_or_create(language_code="en")[0]
    a_home("en")
    for page in (lesson.get_parent().get_parent(), lesson.get_parent(), lesson):
        page.specific.copy_for_translation(english, alias=True)
    assert "translation-en" in words(wei, languages={"en": "English"})
    LessonPage.objects.filter(locale=english).update(alias_of=None)
    assert "translation-en" not in words(wei, languages={"en": "English"})


def test_a_language_is_called_as_the_reader_of_the_list_calls_it(wei, lesson):
    a_home("en").save_revision().publish()
    assert "还没有英语" in at_desk(wei).get("/cms/missing/").text


def test_pictures_that_are_decoration_need_no_words():
    shown = {"image": 1, "decorative": False, "alt_text": ""}
    cards = [{"value": {"picture": shown}}, {"value": {"picture": {**shown, "decorative": True}}}, {"value": {}}]
    assert undescribed([*cards, {"value": {"right_picture": shown, "wrong_picture": {**shown, "image": None}}}]) == 2


def test_picture_of_an_example_is_described_too():
    assert undescribed([{"value": {"example_picture": {"image": 1, "alt_text": " "}}}]) == 1


def test_a_question_without_a_reason_or_a_silent_wrong_answer_counts_once():
    silent = [an_item({"text": "装", "right": False, "feedback": " "}), an_item({"text": "晾", "right": True})]
    assert unexplained([a_question("single"), a_question("single", explanation="", options=silent)]) == 1
    assert unexplained([a_question("truefalse"), a_question("truefalse", explanation=" ")]) == 1


def test_takes_are_counted_for_the_lessons_that_are_hers(wei, lesson):
    track = a_track()
    for subject in (f"card:{lesson.cards[0].id}", "card:somewhere-else"):
        Take.objects.create(track=track, subject=subject, state=Take.State.READY, original="takes/a")
    assert takes_to_hear(written_lessons(wei)) == {track.pk: 1}


def test_what_the_screens_say_waits_for_a_reviewer_too_and_stands_first(wei):
    track = a_track()
    for key in ("help-open", "no-longer-said"):
        Take.objects.create(track=track, subject=f"phrase:{key}", state=Take.State.READY, original="takes/a")
    said = at_desk(wei).get("/cms/").text
    assert "1 段录音要听" in said
    assert said.index("desk-hear") < said.index("desk-drafts")


def test_another_teams_lessons_are_nowhere(wei, course):
    a_lesson(a_module(a_course(course.get_parent().specific, slug="other")), title=OTHERS)
    client = at_desk(wei)
    for address in ("/cms/", "/cms/missing/", f"/cms/missing/?course={OTHERS}"):
        assert OTHERS not in client.get(address).content.decode()


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_home_and_list_speak_her_language(wei, language):
    client = at_desk(wei, language)
    said = {"zh-hans": ("该核对了", "还没有人核对"), "en": ("Due for checking", "Nobody has checked it")}[language]
    assert said[0] in client.get("/cms/").content.decode()
    page = client.get("/cms/missing/?what=check").content.decode()
    assert said[1] in page
    assert "没有小测验" not in page.split("<tbody>")[1]


def test_a_knowledge_check_is_recorded_by_its_question():
    cards = [{"id": "one", "type": "card", "value": {}}, {"id": "two", "type": "check_truefalse", "value": {}}]
    assert subjects_of(cards) == {"card:one", "question:two"}


def test_a_narrator_finds_what_is_to_be_recorded_and_no_list_of_others_work(lesson):
    track = a_track()
    client = at_desk(made_trainer(User.objects.create_user("luo"), role=Role.NARRATOR))
    home = client.get("/cms/").content.decode()
    assert f"/cms/recordings/{track.pk}/" in home
    assert "/cms/missing/" not in home
    assert client.get("/cms/missing/").status_code == 404


@pytest.mark.parametrize("address", ["/cms/", "/cms/missing/"])
def test_more_lessons_cost_no_more_questions(wei, lesson, address):
    client = at_desk(wei)
    client.get(address)
    few = _queries(client, address)
    for number in range(4):
        more = a_lesson(lesson.get_parent().specific, slug=f"more-{number}")
        more.save_revision()
        a_quiz(more)
    assert _queries(client, address) <= few + 1  # there are drafts now, and a quiz


def _queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return len(asked)


def test_a_draft_of_somebody_else_says_whose_it_is(wei, lesson):
    luo = made_trainer(User.objects.create_user("luo", first_name="罗老师"), role=Role.EDITOR)
    lesson.save_revision(user=luo)
    assert "罗老师写的" in at_desk(wei).get("/cms/").text
    assert "罗老师写的" not in at_desk(luo).get("/cms/").text


def test_what_is_due_stands_in_the_order_of_its_days(wei, lesson):
    today = timezone.localdate()
    for number, days in enumerate((20, -3, 9)):
        other = a_lesson(lesson.get_parent().specific, slug=f"due-{number}", title=f"第{days}天")
        other.checked_on, other.check_again_by = today, today + datetime.timedelta(days=days)
        other.save_revision().publish()
    desk = at_desk(wei)
    assert "/cms/missing/?what=due" in desk.get("/cms/").text
    page = desk.get("/cms/missing/?what=due").text
    assert page.index("第-3天") < page.index("第9天") < page.index("第20天")
    assert lesson.title not in page


def test_pages_of_voices_have_a_heading(wei):
    """A variable called `heading` would take the place of Wagtail's own."""
    assert "<h1" in at_desk(wei).get("/cms/recordings/").text


def test_every_link_of_a_translators_home_and_list_opens(lesson):
    lesson.check_again_by = timezone.localdate()
    lesson.save_revision()
    a_home("en")
    english = Locale.objects.get_or_create(language_code="en")[0]
    for page in (lesson.get_parent().get_parent(), lesson.get_parent(), lesson):
        hers = page.specific.copy_for_translation(english)
    hers.save_revision()
    desk = at_desk(made_trainer(User.objects.create_user("luo"), role=Role.TRANSLATOR))
    home, missing = desk.get("/cms/").text, desk.get("/cms/missing/").text
    assert f"/cms/pages/{hers.pk}/edit/" in home
    assert f"/cms/pages/{lesson.pk}/edit/" not in home + missing
    assert lesson.title not in missing  # it is translated, and the rest is for others to mend
    for address in re.findall(r'href="(/cms/pages/[^"]+)"', home + missing):
        assert desk.get(address).status_code == 200


def test_what_is_due_and_was_never_checked_is_in_both_lists(wei, lesson):
    lesson.check_again_by = timezone.localdate()
    lesson.save_revision().publish()
    assert words(wei, tracks={1: "布依话"})[-3:-1] == ["check", "due"]
    desk = at_desk(wei)
    assert lesson.title in desk.get("/cms/missing/?what=due").text
    assert "/cms/missing/?what=due" in desk.get("/cms/").text
