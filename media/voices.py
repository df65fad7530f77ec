"""The languages that people speak into recordings, and what a recording is of."""

import hashlib
import re

from django.utils.translation import gettext_lazy as _

# Candidates; one is offered to listeners once something is recorded in it. `zh-x-guizhou` is a tag of our own: what is
# spoken in Guizhou has no code.
SPOKEN = {
    "pcc": _("Bouyei"),
    "hmc": _("Hmong of central Huishui"),
    "hmh": _("Hmong of south-western Huishui"),
    "hmi": _("Hmong of northern Huishui"),
    "hme": _("Hmong of eastern Huishui"),
    "zh-x-guizhou": _("Guizhou Mandarin"),
    "zh": _("Putonghua"),
    "en": _("English"),
    "mis": _("One that is not named here"),  # the code for languages without one: it is called by its name
}
UNNAMED = "mis"

# What is said: a card, a question, an option or side of a question, why an answer is so (or why an option is not it), a
# phrase of the screens.
SUBJECT = re.compile(r"(?:(?:card|question|why|phrase):[a-z0-9-]+|(?:option|why):[a-z0-9-]+:[a-z0-9-]+)\Z")


def digest_of(words: str) -> str:
    """Tells whether the words of today are those that were recorded; how their lines are broken does not matter."""
    return hashlib.sha256(" ".join(words.split()).encode()).hexdigest()[:16] if words else ""
