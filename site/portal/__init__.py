"""The roof: settings, addresses, sign-in skin, base templates, seeding. It imports everything; nothing imports it."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Our apps stand beside `site/`; a server that is started inside `site/` still has to find them.
if str(ROOT) not in sys.path:
    sys.path.append(str(ROOT))

from portal.celery import app as celery_app  # noqa: E402 - needs the path above

__all__ = ["celery_app"]
