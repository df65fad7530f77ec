"""A trainer at her desk: what pages of the editor cost with a short and a long course, and with the longest lesson."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.folder import seeded
from tests.bench.ground import run
from tests.bench.tables import say, table


def tables(folder: Path) -> Iterator[str]:
    """One table."""
    environ = seeded(folder)
    say("a trainer with courses of 20 and of 200 lessons")
    told = json.loads(run([sys.executable, "-m", "tests.bench.editing"], environment=environ))
    rows = [(row["what"], row["where"], row["seconds"], row["queries"]) for row in told]
    note = "Medians of 3, inside Django, without the network and without what the browser does."
    yield table("The editor", ("what", "with", "s", "SQL"), rows, note)
