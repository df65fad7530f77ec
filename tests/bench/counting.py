"""Inside Django: what an official's county costs, as JSON. Runs in the data folder and database of the measurement.

`python -m tests.bench.counting` prints the fields of `counts_part.Counted`.
"""

import datetime
import json
import statistics
import sys
import time
from collections.abc import Callable

import django

django.setup()

from django.conf import settings  # noqa: E402 - after the set-up
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402

from tests.staff import at_desk  # noqa: E402
from trainees.models import Post, User  # noqa: E402
from villages.models import Division  # noqa: E402

COUNTY = "522731"
ROUNDS = 7


def main() -> None:
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    connection.ensure_connection()
    desk, page = at_desk(official()), reverse("office-division", args=[COUNTY])
    pages = {
        "county": page,
        "march": f"{page}?period=days&from=2026-03-01&to=2026-03-31",
        "township": reverse("office-division", args=[f"{COUNTY}102"]),
        "file": reverse("office-table", args=[COUNTY]),
    }
    json.dump({name: cost(desk, address) for name, address in pages.items()}, sys.stdout)


def official() -> User:
    user, _made = User.objects.get_or_create(username="bench-official")
    begun = datetime.date(2026, 1, 1)
    Post.objects.get_or_create(
        user=user, division=Division.objects.get(code=COUNTY), role=Post.Role.OFFICIAL, valid_from=begun
    )
    return user


def cost(desk: Client, address: str) -> dict[str, float]:
    """Queries, and the medians of their milliseconds with all their rows, and of those of the whole answer."""
    desk.get(address)  # the first one fills what a process remembers
    asked: list[tuple] = []
    with connection.execute_wrapper(lambda execute, *query: asked.append(query[:2]) or execute(*query)):
        whole = [timed(lambda: answered(desk, address))]
    whole += [timed(lambda: answered(desk, address)) for _round in range(ROUNDS - 1)]
    in_database = [timed(lambda: ask_again(asked)) for _round in range(ROUNDS)]
    return {"sql": len(asked), "database": statistics.median(in_database), "whole": statistics.median(whole)}


def answered(desk: Client, address: str) -> None:
    if (status := desk.get(address).status_code) != 200:
        sys.exit(f"{address} answered {status}")


def ask_again(asked: list[tuple]) -> None:
    """Only the database: SQLite works while rows are fetched, so a query's own time says little."""
    with connection.cursor() as cursor:
        for sql, params in asked:
            cursor.execute(sql, params)
            if cursor.description:
                cursor.fetchall()


def timed(work: Callable[[], None]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    main()
