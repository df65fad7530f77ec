"""What of looking after people is written into the audit trail, and in which words staff read it."""

from django.utils.translation import gettext_lazy as _

from foundation.audit import matter

MY_PEOPLE = matter("my-people", _("the list of a trainer’s people"))
CARD_OF_A_PERSON = matter("card-of-a-person", _("where a person stands"))
