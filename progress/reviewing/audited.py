"""What of looking at people's work is written into the audit trail, and in which words staff read it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from foundation.audit import matter

WORK = matter("work", _("the work of a person"))
LIST_OF_WORK = matter("list-of-work", _("a list of people with their work"))
