"""Compiled catalogues without gettext: a fresh machine has no msgfmt, and a language without one answers 404."""

import gettext
import hashlib
import struct
from pathlib import Path

import polib
from django.conf import settings

from foundation.atomic_files import write_atomically

# The compiled file says which text it was made from.
MADE_FROM = "X-Made-From"


def compile_catalogues() -> list[Path]:
    """Write each `django.mo` whose `django.po` has changed; returns those written. Raises OSError."""
    sources = [po for folder in settings.LOCALE_PATHS for po in sorted(Path(folder).glob("*/LC_MESSAGES/*.po"))]
    return [compiled for po in sources if (compiled := _compile(po))]


def _compile(po: Path) -> Path | None:
    source = po.read_bytes()
    wanted = hashlib.sha256(source).hexdigest()
    compiled = po.with_suffix(".mo")
    if _made_from(compiled) == wanted:
        return None
    catalogue = polib.pofile(source.decode())
    catalogue.metadata[MADE_FROM] = wanted
    write_atomically(compiled, catalogue.to_binary())
    return compiled


def _made_from(compiled: Path) -> str:
    try:
        with compiled.open("rb") as file:
            return gettext.GNUTranslations(file).info().get(MADE_FROM.lower(), "")
    except (OSError, ValueError, struct.error):
        return ""  # not there, or torn: made again
