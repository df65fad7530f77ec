"""Whom an entry of the audit trail concerned: each is found, and nobody can be put in or taken out unseen."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db.models import QuerySet

from foundation.audit import (
    Action,
    AuditedPeople,
    AuditEntry,
    AuditHead,
    concerning,
    first_break,
    matter,
    record,
    record_seen,
)
from foundation.audit.chain import digest_of
from trainees.models import User

LIST = matter("test.people", "people")


def a_reading(**said) -> AuditEntry:
    return record(**{"by": None, "action": Action.SAW, "what": LIST, "area": "522731"} | said)


def where_it_breaks() -> int | None:
    found = first_break()
    return found.number if found else None


@pytest.mark.parametrize("touch", ["changed", "removed", "put in", "moved"])
def test_who_was_concerned_cannot_be_changed_unseen(db, touch):
    earlier = a_reading(people=3)
    entry = a_reading(whom=["H-0012", "H-1877"])
    rows_of_people = QuerySet(AuditedPeople).filter(entry=entry)
    {
        "changed": lambda: rows_of_people.filter(block=0).update(numbers=" 13 "),
        "removed": lambda: rows_of_people.filter(block=1)._raw_delete("default"),
        "put in": lambda: AuditedPeople.objects.create(entry=earlier, block=0, numbers=" 12 "),
        "moved": lambda: rows_of_people.filter(block=1).update(block=7),
    }[touch]()
    assert where_it_breaks() == (1 if touch == "put in" else 2)


def test_fifty_thousand_people_are_fifty_rows_and_each_is_found(db, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        entry = a_reading(people=0, whom=[f"H-{number:04d}" for number in range(1, 50_001)])
    others = a_reading(whom=["H-50001"])
    assert (entry.people, entry.lists.count(), entry.named) == (50_000, 51, "")
    found = {
        number: list(AuditEntry.objects.filter(concerning([number]))) for number in (1, 999, 49_999, 50_001, 70_000)
    }
    assert found == {1: [entry], 999: [entry], 49_999: [entry], 50_001: [others], 70_000: []}
    assert list(AuditEntry.objects.filter(concerning([1, 50_001]))) == [others, entry]
    assert list(AuditEntry.objects.filter(concerning([]))) == []
    assert where_it_breaks() is None


def test_a_list_is_read_again_only_when_somebody_new_is_on_it(db, django_assert_num_queries):
    seen = {"by": User.objects.create(username="chen"), "what": LIST, "area": "522731102213"}
    assert record_seen(whom=["H-1", "H-2"], **seen)
    with django_assert_num_queries(1):
        assert record_seen(whom=["H-2"], **seen) is None
    assert record_seen(whom=["H-3"], **seen)
    assert record_seen(whom=["H-3", "H-1"], **seen) is None
    assert record_seen(whom=["H-3"], people=9, **seen)  # with six whom the register does not know yet
    assert record_seen(of="H-1", **seen)  # her own page is another reading


def test_who_was_named_before_the_trail_knew_whom_it_concerned_is_found_too(db):
    named = a_reading(objects=["H-0012", "H-1877", "user:7"])
    QuerySet(AuditedPeople)._raw_delete("default")
    QuerySet(AuditEntry).filter(pk=named.pk).update(concerned="")
    named.concerned = ""
    QuerySet(AuditEntry).filter(pk=named.pk).update(digest=digest_of(named))
    AuditHead.objects.update(digest=digest_of(named))
    migration = import_module("foundation.migrations.0004_who_was_named")
    migration.look_up_who_is_named(apps, None)
    assert list(AuditEntry.objects.filter(concerning([1877]))) == [named]
    assert where_it_breaks() is None
