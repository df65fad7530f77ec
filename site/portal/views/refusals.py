"""What is answered when the token of a form is too old, so that nothing that somebody filled in is lost."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import REASON_BAD_ORIGIN
from django.views.csrf import csrf_failure

from progress.my_data import views as my_data
from progress.views import course_tests, events, finishing, guests, practice, quizzes, village
from trainees.views import (
    by_card,
    by_phone,
    enrolling,
    entering,
    join,
    keeper_cards,
    keeping,
    my_village,
    neighbours,
    neighbours_moves,
    notices,
    pressed,
    returning,
    wechat,
)

# The same page again with everything in it and a fresh token: she presses once more.
SHOWN_AGAIN: dict[str, Callable[..., HttpResponse]] = {
    "learn-quiz": quizzes.learn_quiz_with_fresh_token,
    "learn-test": course_tests.learn_test_with_fresh_token,
    "learn-finished": finishing.learn_finished_with_fresh_token,
    "learn-task": practice.learn_task_with_fresh_token,
    "join": join.join_with_fresh_token,
    **dict.fromkeys(my_data.NAMES, my_data.with_fresh_token),
    "was-it-me": guests.was_it_me_with_fresh_token,
    "notice": notices.notice_with_fresh_token,
    "pin": returning.pin_with_fresh_token,
    "forget-me": returning.forget_me_with_fresh_token,
    "enter": entering.enter_with_fresh_token,
    "enter-by-card": by_card.enter_by_card_with_fresh_token,
    "by-phone": by_phone.by_phone_with_fresh_token,
    "my-village": my_village.my_village_with_fresh_token,
    "keeper-people": village.my_people_with_fresh_token,
    "keeper-phone": keeping.this_phone_with_fresh_token,
    "keeper-cards": keeper_cards.cards_with_fresh_token,
    **enrolling.SHOWN_AGAIN,
    **neighbours.SHOWN_AGAIN,
    **neighbours_moves.SHOWN_AGAIN,
    **pressed.SHOWN_AGAIN,
    **wechat.SHOWN_AGAIN,
}
FROM_ELSEWHERE = (REASON_BAD_ORIGIN.partition("%")[0], "Referer checking failed")


def stale_token(request: HttpRequest, reason: str = "") -> HttpResponse:
    match = request.resolver_match
    if match and match.url_name in ("learn-events", "learn-gone", "learn-task-photos"):
        return events.bad_token(request)
    if match and match.url_name in SHOWN_AGAIN and not reason.startswith(FROM_ELSEWHERE):
        return SHOWN_AGAIN[match.url_name](request, **match.kwargs)
    return csrf_failure(request, reason)
