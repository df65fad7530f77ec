"""What a phone sends is read or refused with a code; nothing that it can say raises anything else."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from progress.models import Kind
from progress.wire import LONGEST_VISIT, Refused, digest_of, read_event, read_uuid_of

NOW = datetime(2026, 4, 1, 12, 0, tzinfo=UTC)
PERSON = UUID("11111111-1111-4111-8111-111111111111")


def a_body(**changes: object) -> dict:
    body: dict = {
        "uuid": "22222222-2222-4222-8222-222222222222",
        "kind": "lesson-left",
        "object": "33333333-3333-4333-8333-333333333333",
        "at": "2026-04-01T18:00:00+08:00",
        "payload": {"card": "44444444-4444-4444-8444-444444444444", "position": 3, "seconds": 60},
    }
    return body | changes


def read(body: object):
    return read_event(body, person=PERSON, received_at=NOW)


def code_of(body: object) -> str:
    with pytest.raises(Refused) as refused:
        read(body)
    return refused.value.code


def test_event_is_read():
    event = read(a_body(device="k3v9", counter=12, language="zh-hans", helped=True))
    assert (event.kind, event.counter, event.helped) == (Kind.LESSON_LEFT, 12, True)
    assert event.occurred_at == datetime(2026, 4, 1, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "counts"),
    [
        ("2036-04-01T18:00:00+08:00", NOW),
        ("2016-04-01T18:00:00+08:00", NOW),
        ("1970-01-01T00:00:00Z", NOW),
        ("2026-04-01T12:01:30Z", NOW),
        ("2026-04-01T12:03:00Z", NOW),
        ("2026-04-01T12:00:00", NOW),
        ("yesterday", NOW),
        ("9999-12-31T23:59:59-12:00", NOW),
        ("2026-13-45T99:00:00Z", NOW),
        (None, NOW),
        (17, NOW),
        ("2026-01-01T08:00:00+08:00", datetime(2026, 1, 1, 0, 0, tzinfo=UTC)),
    ],
)
def test_time_that_counts_is_never_in_the_future_and_never_absurd(at, counts):
    assert read(a_body(at=at)).occurred_at == counts


def test_clock_of_the_phone_is_kept_beside_the_time_that_counts():
    assert read(a_body(at="2036-04-01T18:00:00+08:00")).said_at == datetime(2036, 4, 1, 10, 0, tzinfo=UTC)


def test_time_before_half_a_year_is_the_time_of_receipt():
    old = (NOW - timedelta(days=181)).isoformat()
    assert read(a_body(at=old)).occurred_at == NOW


@pytest.mark.parametrize("body", [None, "text", 7, [], [{}], True])
def test_what_is_no_object_has_no_shape(body):
    assert code_of(body) == "shape"


@pytest.mark.parametrize("said", [None, "", 7, [], {}, "no", "2222", "{22222222-2222-4222-8222-22222222222}"])
def test_what_is_no_uuid_is_refused(said):
    assert code_of(a_body(uuid=said)) == "uuid"


@pytest.mark.parametrize(
    "kind", [None, "", 7, [], {}, "lesson-completed", "attempt-marked", "enrolled", "course-passed"]
)
def test_verdicts_and_nonsense_are_no_kinds_that_a_phone_sends(kind):
    assert code_of(a_body(kind=kind)) == "kind"


@pytest.mark.parametrize("payload", [None, [], "x", 3])
def test_payload_is_an_object(payload):
    assert code_of(a_body(payload=payload)) == "payload"


@pytest.mark.parametrize("position", [None, "3", -1, 3.5, True, 10**30, 101, [3]])
def test_position_is_a_small_number(position):
    assert code_of(a_body(payload={"card": str(uuid4()), "position": position})) == "position"


@pytest.mark.parametrize("counter", ["1", -1, 2**53, 1.5, True, [1]])
def test_counter_is_a_number(counter):
    assert code_of(a_body(counter=counter)) == "counter"


@pytest.mark.parametrize("device", [7, "x" * 37, "手机", "a\nb", None, ["a"]])
def test_device_is_a_short_plain_name(device):
    assert code_of(a_body(device=device)) == "device"


def test_visit_of_a_day_counts_twenty_minutes():
    event = read(a_body(payload={"card": str(uuid4()), "position": 1, "seconds": 86_400}))
    assert event.payload["seconds"] == LONGEST_VISIT


def test_event_of_somebody_else_is_refused():
    assert code_of(a_body(person=str(uuid4()))) == "other-person"
    assert read(a_body(person=str(PERSON))).uuid


def test_what_nobody_asked_for_is_not_kept():
    payload = {"card": str(uuid4()), "position": 1, "name": "杨", "passed": True, "village": "522731102213"}
    event = read(a_body(payload=payload, passed=True, trainee=5, village="522731102213"))
    assert set(event.payload) == {"card", "position", "seconds"}


CARD = "44444444-4444-4444-8444-444444444444"


def a_check(**payload: object) -> dict:
    return a_body(
        kind="check-answered", payload={"card": CARD, "answer": [str(UUID(int=2)), str(UUID(int=1))], **payload}
    )


def test_knowledge_check_keeps_what_was_chosen_and_nothing_else():
    event = read(a_check(right=True, text="杨", seconds=4))
    assert event.payload == {"card": CARD, "answer": [str(UUID(int=1)), str(UUID(int=2))]}


@pytest.mark.parametrize(
    "answer", [None, "true", [], {}, [None], [[]], ["maybe"], [7], ["true"] * 7, [str(UUID(int=1)), "x" * 10_000]]
)
def test_what_cannot_be_chosen_is_no_answer(answer):
    assert code_of(a_check(answer=answer)) == "answer"


def test_same_body_has_the_same_digest_in_any_order():
    body = a_body()
    assert digest_of(body) == digest_of(dict(reversed(list(body.items()))))
    assert digest_of(body) != digest_of(a_body(counter=1))


@pytest.mark.parametrize(
    ("body", "named"), [({"uuid": "x"}, "x"), ({"uuid": 5}, ""), ({"uuid": "x" * 99}, ""), ([], "")]
)
def test_reply_names_what_it_can(body, named):
    assert read_uuid_of(body) == named
