"""What of people and posts is written into the audit trail, and in which words staff read it."""

from django.utils.translation import gettext_lazy as _

from foundation.audit import matter

CODE_TO_ENTER = matter("entry-code", _("a code to sign in on another phone"))
PEOPLE_TO_LET_IN = matter("people-to-let-in", _("the list of people to let in"))
SIGN_IN = matter("sign-in", _("a sign-in of staff"))
POST = matter("post", _("a post"))
