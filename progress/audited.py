"""What of the data of one person is written into the audit trail, and in which words staff read it."""

from django.utils.translation import gettext_lazy as _

from foundation.audit import matter

A_PERSON = matter("person", _("everything about a person"))
OWN_FILE = matter("own-file", _("the file with all her own data"))
CALLS_BEGUN = matter("calls", _("a list of people to call"))
NUMBER_TO_CALL = matter("calls.number", _("a name and a phone number, to call her"))
CALL_OUTCOME = matter("calls.outcome", _("what came of a call"))
