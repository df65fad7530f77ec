"""The queue and one piece of work in `/cms/`: hers to see or not there, in every language, kept by nobody."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from foundation.audit import AuditEntry
from progress import tasks  # noqa: F401 - registers the job as a worker does
from progress.models import Review, Submission
from progress.my_data.seen import seen_of
from progress.services.reviewing import Judgement, review_submission
from tests.learning import task_of
from tests.reviewing import a_form, handed_in
from tests.staff import at_desk, made_trainer
from tests.takes import said
from tests.trainees.conftest import FENGSHAN, HAOHUAHONG, holding
from trainees.services import join

pytestmark = pytest.mark.django_db
SEEN = "已经有人看过了，说过的话还在。您要是还想说别的，请再按一次。"


@pytest.fixture
def desk(wei) -> Client:
    return at_desk(wei)


@pytest.fixture
def work(yang, lesson) -> Submission:
    return handed_in(yang, lesson, "orange")


def page_of(work: Submission) -> str:
    return reverse("review-task", args=[work.pk])


def files_of(work: Submission) -> list[str]:
    photos = [reverse("review-photo", args=[work.pk, photo.pk]) for photo in work.ordered_photos]
    return photos + [reverse("review-voice", args=[work.pk, review.pk]) for review in work.reviews.all()]


@pytest.mark.parametrize(
    ("language", "words"), [("zh-hans", ("等您看", "通过", "再来一次")), ("en", ("To look at", "Passed"))]
)
def test_queue_and_work_are_read_in_every_language(wei, work, language, words):
    desk = at_desk(wei, language)
    pages = [desk.get(address) for address in ("/cms/reviews/", page_of(work))]
    said = "".join(page.content.decode() for page in pages)
    assert {page.status_code for page in pages} == {200}
    assert all("no-store" in page["Cache-Control"] for page in pages)
    assert [word for word in words if word not in said] == []


def test_names_are_shown_in_part_only(desk, wu, lesson):
    wu.person.name = "吴阿妹"
    wu.person.save()
    work = handed_in(wu, lesson)
    for address in ("/cms/reviews/", page_of(work), f"/cms/reviews/shown/?number={wu.number}"):
        answer = desk.get(address).content.decode()
        assert "吴**" in answer
        assert "阿妹" not in answer


def test_each_look_is_written_down_once_and_she_reads_that_a_trainer_looked(wei, deng, work, wu):
    number, desk = work.trainee.number, at_desk(wei)
    for address in (page_of(work), page_of(work), *files_of(work), reverse("shown-task-list", args=[work.trainee_id])):
        desk.get(address)
        assert at_desk(made_trainer(deng)).get(address).status_code == 404
    for address in ("/cms/reviews/", f"/cms/reviews/shown/?number={number}", "/cms/reviews/?show=done"):
        desk.get(address)
    told = list(AuditEntry.objects.order_by("number").values_list("action", "what", "area", "people", "named"))
    assert told == [
        ("saw", "work", HAOHUAHONG, 1, f" {number} "),
        ("saw", "list-of-work", HAOHUAHONG, 1, ""),
    ]
    with override("en"):
        seen = [(str(one.who), one.what, one.alone) for one in seen_of(work.trainee)]
    assert seen == [
        ("a trainer", "a list of people with their work", False),
        ("a trainer", "your practice tasks", True),
    ]
    assert seen_of(wu) == []


def test_another_county_reaches_nothing_by_any_number(deng, work, wei):
    review_submission(submission=work, by=wei, judgement=Judgement([True], passed=True, voice=said()))
    Review.objects.update(voice=work.ordered_photos[0].name)  # whatever file is there
    addresses = [page_of(work), *files_of(work), reverse("shown-task-list", args=[work.trainee_id])]
    addresses.append(reverse("shown-task", args=[work.trainee_id, work.lesson_key, work.card]))
    stranger = at_desk(made_trainer(deng))
    assert [at_desk(wei).get(address).status_code for address in addresses] == [200] * len(addresses)
    assert [stranger.get(address).status_code for address in addresses] == [404] * len(addresses)
    assert {stranger.post(address, a_form()).status_code for address in addresses} <= {404, 405}
    assert b"H-" not in stranger.get("/cms/reviews/?show=done").content
    assert Review.objects.count() == 1


def test_photos_are_kept_by_no_browser_and_open_no_other_photo(desk, work, wu, lesson):
    other = handed_in(wu, lesson, "blue")
    [address] = files_of(work)
    answer = desk.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    assert "no-store" in answer["Cache-Control"]
    crossed = reverse("review-photo", args=[work.pk, other.ordered_photos[0].pk])
    assert desk.get(crossed).status_code == 404


def test_verdict_is_kept_and_the_next_one_of_the_same_village_opens(desk, work, wu, lesson):
    following = handed_in(wu, lesson)
    query = f"?village={HAOHUAHONG}"
    answer = desk.post(page_of(work) + query, a_form())
    assert (answer.status_code, answer["Location"]) == (302, page_of(following) + query)
    review = work.reviews.get()
    assert (review.ticks, review.comment, review.passed) == ([True, True, False, True], "很清楚。", True)
    assert "通过了" in desk.get(answer["Location"]).content.decode()
    assert desk.get(page_of(work)).content.decode().count(" checked") == 3  # to be corrected from there
    assert desk.post(page_of(following) + query, a_form())["Location"] == f"/cms/reviews/{query}"


def test_after_the_last_one_of_a_village_the_list_says_so_and_leads_to_the_others(desk, work, lesson, places):
    handed_in(join(name="龙", sign="fish", age="18+", village=places[FENGSHAN]).trainee, lesson)
    after = desk.post(page_of(work) + f"?village={HAOHUAHONG}", a_form(), follow=True).content.decode()
    assert f'<option value="{HAOHUAHONG}" selected>好花红镇 好花红村 (0)</option>' in after
    assert f'<option value="{FENGSHAN}">涟江街道 凤山 (1)</option>' in after
    assert '这个村没有人在等您看。 <a class="link" href="/cms/reviews/">' in after
    assert desk.get(f"/cms/reviews/?village=1&course={uuid4()}").status_code == 200


def test_refusal_keeps_what_was_ticked_and_typed(desk, work):
    answer = desk.post(page_of(work), a_form(verdict="again", comment=""))
    assert answer.status_code == 400
    shown = answer.content.decode()
    assert shown.count(" checked") == 3
    assert "写一两句" in shown


def test_second_teacher_keeps_her_words_and_may_say_them_all_the_same(desk, work, wei):
    first = review_submission(submission=work, by=None, judgement=Judgement([], passed=False, comment="再近一点。"))
    told = a_form(comment="我看很好。")
    answer = desk.post(page_of(work), told, headers={"accept": "application/json"})
    assert (answer.status_code, answer.json()) == (400, {"error": SEEN, "after": first.pk})
    answer = desk.post(page_of(work), told | {"after": first.pk}, headers={"accept": "application/json"})
    assert answer.json() == {"states": {}, "next": "/cms/reviews/"}
    assert [review.comment for review in work.reviews.all()] == ["再近一点。", "我看很好。"]


def test_form_that_is_none_is_refused_in_a_sentence(desk, work):
    for spoilt in ({"verdict": "x"}, {"form": "x"}, {"after": "x"}, {"verdict": ""}):
        answer = desk.post(page_of(work), a_form(**spoilt))
        assert answer.status_code == 400
        assert "请重新打开这一页" in answer.content.decode()
    assert not Review.objects.exists()


def test_number_of_queries_does_not_grow_with_the_queue(wei, yang, lesson, places):
    def counted(address: str) -> int:
        desk = at_desk(wei)
        desk.get(address)  # this look is written into the trail
        with CaptureQueriesContext(connection) as captured:
            assert desk.get(address).status_code == 200
        return len(captured)

    handed_in(yang, lesson, "orange")
    few = counted("/cms/reviews/")
    for number in range(6):
        learner = join(name="龙", sign="fish", age="18+", village=places[HAOHUAHONG]).trainee
        handed_in(learner, lesson, days_ago=number)
    assert counted("/cms/reviews/") == few


def test_voice_in_trouble_is_told_to_who_said_it_and_tried_again(desk, wei, work, places):
    review = review_submission(submission=work, by=wei, judgement=Judgement([], passed=True, voice=said()))
    Review.objects.update(voice_trouble="Something went wrong on the server.")
    other = at_desk(made_trainer(holding("luo", places["522731"], "trainer")))
    [address] = [one for one in files_of(work) if "voices" in one]
    assert address in desk.get("/cms/reviews/").content.decode()
    assert address not in other.get("/cms/reviews/").content.decode()
    other.post(address)
    assert Review.objects.get().voice_trouble
    desk.post(address)
    review.refresh_from_db()
    assert review.voice_trouble == ""


def test_what_was_shown_is_found_by_village_and_number_and_written_down(desk, yang, lesson):
    wide = f"Ｈ－{yang.pk:04d}".translate({ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)})
    for told in ({"village": HAOHUAHONG}, {"number": yang.number}, {"number": wide}):
        assert reverse("shown-task-list", args=[yang.pk]) in desk.get("/cms/reviews/shown/", told).content.decode()
    listed = desk.get(reverse("shown-task-list", args=[yang.pk])).content.decode()
    address = reverse("shown-task", args=[yang.pk, *task_of(lesson)])
    assert address in listed
    assert desk.get(address).status_code == 200
    desk.post(address, a_form())
    row = Submission.objects.get()
    assert (row.way, row.state, row.trainee) == ("shown", "passed", yang)
    assert address not in desk.get(reverse("shown-task-list", args=[yang.pk])).content.decode()


def test_home_says_how_many_wait_and_how_long_to_those_who_may_look(desk, yang, lesson, places):
    handed_in(yang, lesson, days_ago=3)
    home = desk.get("/cms/").content.decode()
    assert "1份等您看" in home
    assert "最久的等了3天" in home
    assert "/cms/reviews/" in home
    narrator = at_desk(made_trainer(holding("long", places["522731"]), role="narrator"))
    assert "/cms/reviews/" not in narrator.get("/cms/").content.decode()
    assert narrator.get("/cms/reviews/").status_code == 404


def test_work_of_a_task_that_is_taught_no_more_can_still_be_judged(desk, work, lesson):
    lesson.unpublish()
    assert desk.get(page_of(work)).status_code == 200
    assert desk.post(page_of(work), a_form()).status_code == 302
    assert work.reviews.get().ticks == []
