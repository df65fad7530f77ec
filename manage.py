#!/usr/bin/env python3
"""Django's command line, with `site/` on the path (it is a folder, never a package)."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent


def main() -> None:
    sys.path[:0] = [str(ROOT / "site")]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.development")
    from django.core.exceptions import ImproperlyConfigured  # noqa: PLC0415 - found only after the path is set
    from django.core.management import execute_from_command_line  # noqa: PLC0415

    from launch.sentences import from_os_error, say_and_exit  # noqa: PLC0415

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(str(error))
    except OSError as error:
        told = from_os_error(error)
        if told is None:
            raise
        say_and_exit(told)


if __name__ == "__main__":
    main()
