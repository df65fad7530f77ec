"""The audit trail: what is written stays, what was touched is seen, two at once make one chain, and no name gets in."""

import datetime
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, IntegrityError, InterfaceError, connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from foundation.append_only import WrittenOnce
from foundation.audit import (
    Action,
    AuditEntry,
    AuditHead,
    NotForTheTrail,
    first_break,
    matter,
    record,
    record_seen,
    services,
)
from trainees.models import User

LIST = matter("test.list", "a list")


def a_reading(people: int = 3, **said) -> AuditEntry:
    return record(**{"by": None, "action": Action.SAW, "what": LIST, "area": "522731", "people": people} | said)


def rows(**found) -> QuerySet:
    """As somebody who writes into the database himself: nothing guards the rows from him."""
    return QuerySet(AuditEntry).filter(**found)


def where_it_breaks() -> int | None:
    found = first_break()
    return found.number if found else None


@pytest.fixture
def trail(db) -> list[AuditEntry]:
    """Five entries."""
    return [a_reading(people) for people in range(1, 6)]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("people", 0),
        ("by_id", 7),
        ("area", "522730"),
        ("action", "exported"),
        ("what", "other"),
        ("named", " H-0001 "),
        ("concerned", "0" * 64),
        ("at", timezone.now() - datetime.timedelta(days=1)),
        ("digest", "0" * 64),
        ("before", "0" * 64),
    ],
)
def test_a_changed_row_is_seen_whatever_was_changed(trail, field, value):
    rows(number=3).update(**{field: value})
    assert where_it_breaks() == 3


@pytest.mark.parametrize("number", [1, 3, 5])
def test_a_removed_row_is_seen_at_either_end_too(trail, number):
    rows(number=number)._raw_delete("default")
    assert where_it_breaks() == number


def test_a_row_that_was_changed_and_hashed_anew_does_not_fit_the_next(trail):
    changed = trail[2]
    changed.people = 99
    rows(number=3).update(people=99, digest=services.digest_of(changed))
    assert where_it_breaks() == 4


def test_two_rows_that_changed_places_are_seen(trail):
    rows(number=2).update(number=99)
    rows(number=3).update(number=2)
    rows(number=99).update(number=3)
    assert where_it_breaks() == 2


def test_a_row_put_in_at_the_end_from_outside_is_seen(trail):
    extra = AuditEntry(number=6, at=timezone.now(), action="saw", what=LIST, before=trail[-1].digest)
    extra.digest = services.digest_of(extra)
    extra.save()
    assert where_it_breaks() == 6


def test_an_end_cut_off_with_its_traces_is_seen_by_the_line_that_was_noted(trail):
    noted = (5, trail[-1].digest)
    rows(number=5)._raw_delete("default")
    AuditHead.objects.update(number=4, digest=trail[3].digest)
    assert where_it_breaks() is None
    assert first_break(noted=noted).number == 5
    a_reading(77)  # the trail goes on from there
    assert first_break(noted=noted).number == 5


def test_a_fork_is_refused_by_the_database_itself(trail):
    fork = AuditEntry(number=6, at=timezone.now(), action="saw", what=LIST, before=trail[2].digest, digest="1" * 64)
    with pytest.raises(IntegrityError), transaction.atomic():
        fork.save()
    assert where_it_breaks() is None


def test_when_the_row_of_the_end_is_lost_nothing_is_begun_anew(trail):
    AuditHead.objects.all().delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        a_reading()
    assert where_it_breaks() == 5


def test_entries_can_be_neither_changed_nor_deleted_by_our_own_code(trail):
    for touch in (trail[0].save, trail[0].delete, AuditEntry.objects.all().delete):
        with pytest.raises(WrittenOnce):
            touch()
    with pytest.raises(WrittenOnce):
        AuditEntry.objects.update(people=0)


def test_a_user_who_is_deleted_leaves_her_number_and_a_whole_trail(db):
    chen = User.objects.create(username="chen")
    number = chen.pk
    a_reading(by=chen)
    chen.delete()
    assert AuditEntry.objects.get().by_id == number
    assert where_it_breaks() is None


def test_what_is_not_done_leaves_no_entry_and_no_gap(trail):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        a_reading(people=a_reading().number // 0)
    assert a_reading().number == 6
    assert where_it_breaks() is None


@pytest.mark.parametrize(
    "said",
    [
        {"what": "杨小花"},
        {"what": "unnamed.key"},
        {"area": "好花红村"},
        {"area": "13700000001"},
        {"area": "５２２７３１"},
        {"objects": ["杨小花"]},
        {"objects": ["13700000001"]},
        {"objects": ["H-13700000001"]},
        {"objects": ["user:chen"]},
        {"objects": ["H-0001 杨"]},
        {"whom": ["13700000001"]},
    ],
)
def test_neither_a_name_nor_a_phone_number_gets_in(db, said):
    with pytest.raises(NotForTheTrail) as refused:
        a_reading(**said)
    assert not AuditEntry.objects.exists()
    assert not any(str(value) in str(refused.value) for value in said.values())


def test_a_long_list_of_people_is_kept_as_their_number(db):
    assert a_reading(objects=[f"H-{number:04d}" for number in range(20)]).named.count("H-") == 20
    assert a_reading(objects=[f"H-{number:04d}" for number in range(21)]).named == ""


def test_a_page_read_again_is_one_reading_and_a_longer_one_another(db, django_assert_num_queries):
    chen, wei = (User.objects.create(username=name) for name in ("chen", "wei"))
    seen = {"what": LIST, "area": "522731102213"}
    assert record_seen(by=chen, people=9, **seen)
    with django_assert_num_queries(1):  # and no transaction
        assert record_seen(by=chen, people=9, **seen) is None
    assert record_seen(by=chen, people=3, **seen) is None
    assert record_seen(by=chen, people=10, **seen)
    assert record_seen(by=wei, people=9, **seen)
    assert record_seen(by=chen, people=9, what=LIST, area="522731102")
    rows().update(at=timezone.now() - services.AGAIN_AFTER - datetime.timedelta(seconds=1))
    assert record_seen(by=chen, people=9, **seen)


def test_each_person_whose_page_is_read_is_a_reading_of_her_own(db):
    seen = {"by": User.objects.create(username="chen"), "what": LIST, "area": "522731102213"}
    assert record_seen(people=9, **seen)
    named = [
        entry and entry.named for entry in (record_seen(people=1, of=one, **seen) for one in ("H-1", "H-2", "H-1"))
    ]
    assert named == [" H-1 ", " H-2 ", None]


def test_a_page_with_nobody_on_it_is_no_reading(db):
    assert record_seen(by=User.objects.create(username="chen"), what=LIST, area="", people=0) is None


def test_the_command_says_the_first_entry_that_does_not_fit_and_ends_badly(trail):
    rows(number__in=[2, 4]).update(people=0)
    with pytest.raises(CommandError, match="2"):
        call_command("check_audit")


def test_the_command_gives_a_line_to_keep_and_takes_it_back(trail):
    said = StringIO()
    call_command("check_audit", stdout=said)
    line = said.getvalue().splitlines()[-1]
    assert line == f"5:{trail[-1].digest}"
    a_reading()
    call_command("check_audit", noted=line, stdout=said)
    with pytest.raises(CommandError):
        call_command("check_audit", noted=f"4:{trail[-1].digest}")
    with pytest.raises(CommandError):
        call_command("check_audit", noted="rubbish")


def test_many_at_once_make_one_chain(committing):
    gate = threading.Barrier(6, timeout=20)

    def write(_number: int) -> int:
        gate.wait()
        try:
            return [a_reading().number for _time in range(5)][-1]
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as threads:
        list(threads.map(write, range(6)))
    assert sorted(AuditEntry.objects.values_list("number", flat=True)) == list(range(1, 31))
    assert where_it_breaks() is None


def test_a_writer_whose_line_breaks_before_the_commit_leaves_the_trail_as_it_was(committing):
    a_reading()

    def die() -> None:
        with suppress(DatabaseError, InterfaceError), transaction.atomic():
            a_reading()
            connection.connection.close()  # what the database sees when a process is killed
        connection.close()

    thread = threading.Thread(target=die)
    thread.start()
    thread.join()
    assert a_reading().number == 2
    assert where_it_breaks() is None
