"""What is said where the token of a form was too old. Nothing was done; what was typed is there again, but no PIN."""

from django.utils.translation import gettext_lazy as _

ONCE_MORE = _("This page was open for long. Please press once more.")
STILL_THERE = _("This page was open for long. What you typed is still there: please press once more.")
PIN_ONCE_MORE = _("This page was open for long. Please type the six digits once more.")
TYPED_BEFORE = _("What you had typed is here again: please press once more.")
