"""Tables as Markdown on stdout, what is going on on stderr, and the machine that all of it was measured on."""

import datetime
import os
import platform
import re
import sys
from collections.abc import Iterable
from pathlib import Path


def table(title: str, head: Iterable[str], rows: Iterable[Iterable[object]], note: str = "") -> str:
    """A Markdown table; numbers are shown with as many digits as they deserve."""
    lines = [f"### {title}", "", _row(head), _row("---" for _ in head), *(_row(row) for row in rows), ""]
    return "\n".join([*lines, note, ""] if note else lines)


def shown(value: object) -> str:
    """0.0123 → 0.012, 1.234 → 1.23, 12.34 → 12.3, 1234.5 → 1,234; None → –."""
    if value is None:
        return "–"
    if not isinstance(value, float):
        return f"{value:,}" if isinstance(value, int) else str(value)
    digits = 0 if value >= 100 else 1 if value >= 10 else 2 if value >= 0.1 else 3
    return f"{value:,.{digits}f}"


def show(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def say(text: str) -> None:
    sys.stderr.write(f"… {text}\n")
    sys.stderr.flush()


def this_machine() -> str:
    """One line: processor, memory, Python, and how busy the machine is with other things."""
    model = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text())
    memory = int(re.search(r"MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text())[1]) / 1024**2
    load = os.getloadavg()[0]
    return (
        f"{datetime.date.today().isoformat()} · {os.cpu_count()} × {model[1] if model else platform.machine()} · "
        f"{memory:.0f} GiB · Python {platform.python_version()} · load before: {load:.1f}\n"
    )


def _row(cells: Iterable[object]) -> str:
    return f"| {' | '.join(shown(cell) for cell in cells)} |"
