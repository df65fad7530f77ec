"""What a trainee is told and asked: the version of the notice, and the purposes that she agrees to one by one.

Change the words in the catalogues, and the version here with them: everybody is then shown the notice once more.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NOTICE_VERSION = VERSION = "2027-01"

LEARNING = "learning"
TASKS = "tasks"
CALLS = "calls"
MESSAGES = "messages"


@dataclass(frozen=True)
class Purpose:
    """What something of hers is used for.

    `asked`: nothing is done before she said yes. The others are in use, as the notice tells her, until she says no.
    `no` says what no means. What was agreed to for learning is taken back by erasing everything, and by nothing less.
    `deletes`: no takes away at once what nothing brings back, so it is said with her PIN.
    """

    key: str
    words: str | Promise
    no: str | Promise
    asked: bool = False
    deletes: bool = False


PURPOSES = (
    Purpose(
        LEARNING,
        _("Keep what I learn, count me among those who were trained, and give me a certificate."),
        _("To take this back, have everything about you erased: without it nothing can be kept."),
        asked=True,
    ),
    Purpose(
        TASKS,
        _("Keep the photos of my practice tasks, and what my teacher says of them."),
        _("All of these photos and spoken words are deleted at once. What you wrote, and what you passed, stays."),
        deletes=True,
    ),
    Purpose(
        CALLS,
        _("Call me to ask how the course was, or whether I need help."),
        _("Nobody calls you from here any more."),
    ),
    Purpose(
        MESSAGES,
        _("Show me messages from my teacher here."),
        _("Your teacher can no longer write to you here."),
    ),
)
BY_KEY = {purpose.key: purpose for purpose in PURPOSES}
