#!/usr/bin/env python3
"""Django's command line, with `site/` on the path (it is a folder, never a package)."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent


def main() -> None:
    sys.path[:0] = [str(ROOT / "site")]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.development")
    from django.core.management import execute_from_command_line  # noqa: PLC0415 - Django is found only after the path is set

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
