"""Whom an entry concerned, so that a search finds her: pseudonyms in blocks, a row for each thousand numbers.

A list of fifty thousand people is some fifty rows, and a village's never more than it has people. The rows hang in the
chain by the digest of all their numbers, which the entry holds.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from functools import reduce
from itertools import groupby
from operator import or_

from django.db.models import Q

from foundation.audit.models import AuditedPeople, AuditEntry

BLOCK = 1000
OF_A_PERSON = re.compile(r"H-([0-9]{1,9})", re.ASCII)


def numbers_among(objects: Iterable[str]) -> list[int]:
    """The numbers of the pseudonyms of people, in order and each once; other objects are nobody's."""
    return sorted({int(found[1]) for found in map(OF_A_PERSON.fullmatch, objects) if found})


def digest_of_people(numbers: list[int]) -> str:
    """Nothing for nobody."""
    return hashlib.sha256(" ".join(map(str, numbers)).encode()).hexdigest() if numbers else ""


def rows_of(entry: AuditEntry, numbers: list[int]) -> list[AuditedPeople]:
    return [AuditedPeople(entry=entry, block=block, numbers=text) for block, text in blocks_of(numbers)]


def blocks_of(numbers: list[int]) -> list[tuple[int, str]]:
    """Each block as one text in which every number can be looked for."""
    return [
        (block, f" {' '.join(map(str, inside))} ") for block, inside in groupby(numbers, lambda number: number // BLOCK)
    ]


def concerning(numbers: Iterable[int]) -> Q:
    """Entries that concerned one of these: looked for in the rows of her block alone."""
    nobody = Q(pk__in=[])
    each = (Q(block=number // BLOCK, numbers__contains=f" {number} ") for number in numbers)
    return Q(pk__in=AuditedPeople.objects.filter(reduce(or_, each, nobody)).values("entry"))


def fits(entry: AuditEntry) -> bool:
    """Whether the rows are those of the entry. One from before there were rows is known by whom it names."""
    rows = sorted((row.block, row.numbers) for row in entry.lists.all())
    numbers = sorted(int(number) for _block, text in rows for number in text.split() if number.isdecimal())
    expected = entry.concerned or digest_of_people(numbers_among(entry.named.split()))
    return rows == blocks_of(numbers) and digest_of_people(numbers) == expected
