"""What of the office is written into the audit trail, and in which words staff read it."""

from django.utils.translation import gettext_lazy as _

from foundation.audit import matter

PEOPLE_OF_A_VILLAGE = matter("office.village", _("the list of people of a village"))
LOOKED_UP = matter("office.looked-up", _("whom a name in the trail is about"))
TABLE = matter("office.table", _("a table of the office"))
