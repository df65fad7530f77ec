"""What the screens themselves say aloud, by key: what a neighbour records once for every page.

An element of a page that says one of these carries `data-say="phrase:<key>"`; a test holds pages and list together.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PHRASES: dict[str, Promise | str] = {
    # On no page: how a speaker introduces herself, and what her voice is chosen by.
    "voice": _("If you understand me well, choose my voice."),
    "letters": "您看哪种字？",
    "courses": _("Courses"),
    "help": _("How it works"),
    "help-open": _("Tap a picture in the list. A lesson opens."),
    "help-next": _("The wide orange button goes on to the next card."),
    "help-back": _("Back goes to the card before."),
    "help-stuck": _("Stuck? Ask the keeper at your service centre."),
    "order": _("Tap them in order. Tap again to take one back."),
    "match": _("Tap one on the left, then what belongs to it on the right."),
    "no-signal": _("No signal? You can still learn."),
    "no-signal-why": _("This page is not on your phone yet. What you did waits here and is sent when there is signal."),
    "who": _("Who is learning today?"),
    "pin": _("Your six digits"),
    "code": _("I have a code"),
    "code-forgot": _("Forgot your PIN, or a new phone? Your trainer gives you a code."),
    "code-along": _("Signed in in another browser? Tap “Take me along” there, under “My lessons”."),
    "join": _("Sign up"),
    "join-code": _("Village code on the poster"),
    "join-village": _("Or: what is your village called?"),
    "join-name": _("What may we call you?"),
    "join-sign": _("Choose a picture of your own"),
    "join-pin": _("A good one: six digits that do not follow each other and are no birthday."),
    "join-age": _("How old are you?"),
    "size": _("How large shall the letters be?"),
    "hand": _("Which hand holds the phone?"),
    "pictures": _("How shall pictures come?"),
    "voices": _("Which voice do you want to hear?"),
    "phone-voice": _("The phone’s own voice"),
    "sounds": _("Shall a sound say whether it is right?"),
}
