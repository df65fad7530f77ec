"""What is said to her when a PIN does not let her in."""

from django.utils.translation import gettext_lazy as _

from trainees.services import PinVerdict

NOT_THE_PIN = _("That is not the PIN. Please try again.")
SAID = {
    PinVerdict.WRONG: NOT_THE_PIN,
    PinVerdict.WAIT: _(
        "Five wrong ones. Please wait ten minutes on this phone. Forgotten it? Your keeper gives you a new PIN, your "
        "trainer a code."
    ),
}
