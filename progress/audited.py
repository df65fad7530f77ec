"""What of the data of one person is written into the audit trail, and in which words staff read it."""

from django.utils.translation import gettext_lazy as _

from foundation.audit import matter

A_PERSON = matter("person", _("everything about a person"))
