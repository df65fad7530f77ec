"""One more try at a test, for one person, by her teacher: at most what makes sense, with a reason, in the trail."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from foundation.audit import AuditEntry
from progress.models import Attempt, ExtraTry, Occasion
from progress.selectors import my_courses, tries_of
from progress.services import NotOffered, begin_try, give_try, receive_events
from progress.services.erasing import erase
from progress.services.merging import merge, undo_merge
from quizzes.models import QuizPage
from quizzes.selectors import latest_edition
from tests.answering import phone_of, text_of
from tests.learning import a_course_test, a_sitting, a_visit
from tests.staff import at_desk, made_trainer
from tests.trainees.conftest import holding
from trainees.models import Trainee, User

REASON = "那天停电，手机没电了"
pytestmark = pytest.mark.usefixtures("uploads")


@pytest.fixture
def test(lessons) -> QuizPage:
    return a_course_test(lessons[0].course, ask=2, tries=1)


@pytest.fixture
def wei(places, lessons) -> User:
    return made_trainer(holding("wei", places["522731"], "trainer"))


def begin(trainee: Trainee, test: QuizPage, **when):
    return begin_try(trainee=trainee, quiz_key=test.translation_key, occasion=Occasion.AFTER, **when)


def in_vain(trainee: Trainee, test: QuizPage) -> None:
    receive_events(trainee=trainee, bodies=[a_sitting(begin(trainee, test), right=False)])


def give(trainee: Trainee, test: QuizPage, by: User, reason: str = REASON) -> ExtraTry:
    return give_try(trainee=trainee, quiz_key=test.translation_key, reason=reason, by=by)


def left(trainee: Trainee, test: QuizPage) -> int | None:
    tries = tries_of(trainee=trainee, edition=latest_edition(test.translation_key))
    return tries.left if tries else None


def test_she_alone_may_try_once_more_and_it_stands_in_the_trail_without_the_reason(test, yang, wu, wei):
    for trainee in (yang, wu):
        in_vain(trainee, test)
    assert give(yang, test, wei).reason == REASON
    assert (left(yang, test), left(wu, test)) == (1, 0)
    receive_events(trainee=yang, bodies=[a_sitting(begin(yang, test))])
    assert Attempt.objects.filter(trainee=yang, passed=True, occasion="after").count() == 1
    with pytest.raises(NotOffered):
        begin(wu, test)
    [entry] = AuditEntry.objects.filter(what="extra-try")
    assert (entry.action, entry.named, entry.by_id) == ("added", f" {yang.number} ", wei.pk)


def test_one_at_a_time_and_three_at_the_most(test, yang, wei):
    with pytest.raises(ValidationError, match="可以考"):
        give(yang, test, wei)
    for _more in range(3):
        in_vain(yang, test)
        give(yang, test, wei)
        with pytest.raises(ValidationError, match="随时可以考"):
            give(yang, test, wei)
    in_vain(yang, test)
    with pytest.raises(ValidationError, match="加过三次"):
        give(yang, test, wei)
    assert ExtraTry.objects.count() == 3


def test_who_passed_needs_none_and_nobody_gets_one_without_a_reason(test, yang, wu, wei):
    receive_events(trainee=yang, bodies=[a_sitting(begin(yang, test))])
    in_vain(wu, test)
    for trainee, reason in ((yang, REASON), (wu, "  "), (wu, "长" * 201)):
        with pytest.raises(ValidationError):
            give(trainee, test, wei, reason)
    assert (ExtraTry.objects.count(), AuditEntry.objects.filter(what="extra-try").count()) == (0, 0)


def test_a_try_that_is_finished_without_signal_is_waited_for_and_its_last_day_ends_that(test, yang, wei):
    begin(yang, test)
    with pytest.raises(ValidationError, match="可能还会送到"):
        give(yang, test, wei)
    assert left(yang, test) == 0


def test_a_try_that_arrives_late_and_one_that_never_came_can_be_given_again(test, yang, wei):
    lost = begin(yang, test, now=timezone.now() - timedelta(days=40))
    give(yang, test, wei)
    receive_events(trainee=yang, bodies=[a_sitting(lost)])
    assert Attempt.objects.get().late
    assert left(yang, test) == 1
    again = begin(yang, test)
    assert (again.number, receive_events(trainee=yang, bodies=[a_sitting(again)]).refused) == (2, [])
    assert Attempt.objects.filter(passed=True, late=False).count() == 1


def test_more_tries_for_everybody_take_none_from_her(test, yang, wei):
    in_vain(yang, test)
    give(yang, test, wei)
    test.tries = 3
    test.save_revision().publish()
    assert left(yang, test) == 2


def test_merged_she_keeps_it_erased_the_reason_goes(test, yang, wu, wei, chen):
    in_vain(wu, test)
    given = give(wu, test, wei)
    row = merge(kept=yang, other=wu, by=chen)
    assert left(yang, test) == 1
    undo_merge(merge=row, by=chen)
    assert (left(wu, test), ExtraTry.objects.get().trainee) == (1, wu)
    erase(trainee=wu, by=None)
    given.refresh_from_db()
    assert given.reason == ""


def test_trainer_gives_it_from_her_page_and_she_sees_it(test, yang, wei, lessons):
    receive_events(trainee=yang, bodies=[a_visit(lessons[0])])
    in_vain(yang, test)
    desk, page = at_desk(wei, "en"), f"/cms/people/{yang.pk}/test/{test.translation_key}/"
    assert page in desk.get(f"/cms/people/{yang.pk}/").text
    assert "Why does she get one more try?" in desk.get(page).text
    refused = desk.post(page, {"reason": " "})
    assert (refused.status_code, ExtraTry.objects.count()) == (400, 0)
    assert "She has one more try" in desk.post(page, {"reason": REASON}, follow=True).text
    assert "She still has a try" in desk.get(page).text
    phone = phone_of(yang)
    assert "老师让您再考一次" in text_of(phone.get(f"/learn/test/{test.translation_key}/"))
    assert my_courses(trainee=yang, language="zh-hans")[0].test.given
    assert "老师让您再考一次" in text_of(phone.get("/learn/"))
    begin(yang, test)
    assert "老师让您再考一次" not in text_of(phone.get("/learn/"))


def test_nobody_of_another_county_and_no_other_quiz(test, yang, wei, places, lessons):
    page = f"/cms/people/{yang.pk}/test/{test.translation_key}/"
    other = at_desk(made_trainer(holding("mo", places["522730"], "trainer")))
    assert [other.get(page).status_code, other.post(page, {"reason": REASON}).status_code] == [404, 404]
    assert at_desk(wei).get(f"/cms/people/{yang.pk}/test/{yang.key}/").status_code == 404
