"""What of people and posts is written into the audit trail, and in which words staff read it."""

from django.utils.translation import gettext_lazy as _

from foundation.audit import matter

CODE_TO_ENTER = matter("entry-code", _("a code to sign in on another phone"))
PEOPLE_TO_LET_IN = matter("people-to-let-in", _("the list of people to let in"))
SIGN_IN = matter("sign-in", _("a sign-in of staff"))
POST = matter("post", _("a post"))
KEEPERS = matter("keepers", _("the list of keepers"))
KEEPERS_PHONE = matter("keepers-phone", _("the phone of a keeper"))
KEEPERS_PEOPLE = matter("keepers-people", _("the people of a keeper’s village"))
KEEPERS_NEIGHBOUR = matter("keepers-neighbour", _("a person signed up by the keeper"))
NEW_PIN = matter("new-pin", _("a new PIN, on the keeper’s phone"))
REMEMBERED = matter("remembered", _("a picture on the keeper’s phone"))
HELP = matter("help", _("learning with the keeper’s help"))
HELPED_DAY = matter("helped-day", _("a note that somebody was helped"))
CLASS = matter("class", _("a class"))
CLASS_MEMBERSHIP = matter("class-membership", _("who is in a class"))
PEOPLE_OF_A_CLASS = matter("people-of-a-class", _("the list of people of a class"))
VILLAGE_CARDS = matter("village-cards", _("village cards"))
CARD_SHEET = matter("card-sheet", _("a sheet of village cards"))
NEW_PIN_ON_CARD = matter("new-pin-on-card", _("a new PIN, on a village card"))
PEOPLE_WITH_CARDS = matter("people-with-cards", _("the list of people and their cards"))
OWN_WORDS = matter("own-words", _("what she put right herself"))
NEIGHBOURS_WORDS = matter("neighbours-words", _("what was put right for somebody"))
MERGE = matter("merge", _("two entries of one person"))
NOT_THE_SAME = matter("not-the-same", _("that two entries are two people"))
DOUBLES = matter("doubles", _("the list of entries that may be one person"))
ROSTER = matter("roster", _("the register, by a roster"))
ROSTER_LINES = matter("roster-lines", _("the lines of a roster"))
# Why somebody takes the register of a place away: what she chose stands in the trail.
REGISTER_FILES = {
    "correcting": matter("register-to-correct", _("the register of a place, to correct it")),
    "class": matter("register-for-class", _("the register of a place, for a class")),
    "superior": matter("register-for-superior", _("the register of a place, asked for by a higher office")),
    "audit": matter("register-for-audit", _("the register of a place, asked for by auditors")),
}
MESSAGE = matter("message", _("a message to trainees"))
MOVE = matter("move", _("where people live"))
MOVE_ASKED = matter("move-asked", _("a request to move somebody"))
MOVE_REFUSED = matter("move-refused", _("a request to move that was not agreed to"))
PEOPLE_TO_MOVE = matter("people-to-move", _("the list of people to move"))
