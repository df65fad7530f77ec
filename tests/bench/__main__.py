"""Run the parts that are named (default: all), and print their tables as Markdown."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench import (
    counts_part,
    divisions_part,
    editor_part,
    learning_part,
    phone_part,
    phones_part,
    requests_part,
    starting_part,
)
from tests.bench.folder import prepared
from tests.bench.ground import CannotMeasure
from tests.bench.servers import serving
from tests.bench.tables import say, show, this_machine

# The first kind looks at a site with lessons; the second starts what it needs.
ON_THE_SITE = {"server": requests_part.tables, "phone": phone_part.tables, "learning": learning_part.tables}
ALONE = {
    "phones": phones_part.tables,
    "counts": counts_part.tables,
    "divisions": divisions_part.tables,
    "editor": editor_part.tables,
    "start": starting_part.tables,
}
PARTS = [*ON_THE_SITE, *ALONE]


def main() -> int:
    wanted = sys.argv[1:] or PARTS
    if unknown := set(wanted) - set(PARTS):
        say(f"No such part: {', '.join(sorted(unknown))}. There are: {', '.join(PARTS)}.")
        return 2
    show(this_machine())
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        whole = [_shown(_on_the_site(Path(folder) / "site", [part for part in wanted if part in ON_THE_SITE]))]
        whole += [_shown(ALONE[part](Path(folder) / part)) for part in wanted if part in ALONE]
    return 0 if all(whole) else 1


def _on_the_site(folder: Path, parts: list[str]) -> Iterator[str]:
    if not parts:
        return
    environment, lessons = prepared(folder)
    with serving("portal.wsgi", environment) as site:
        for part in parts:
            yield from ON_THE_SITE[part](site, lessons)


def _shown(tables: Iterator[str]) -> bool:
    """Show the tables as they come; False if one could not be measured, and why."""
    try:
        for table in tables:
            show(table)
    except CannotMeasure as reason:
        show(f"Not measured: {reason}\n")
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
