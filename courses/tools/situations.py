"""Someone asks me to…: what to make of it. Only what the lessons say, in words for a worried minute."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Situation(NamedTuple):
    """`verdict` is one of `VERDICTS`; `why` and `now` are short sentences. No two share a drawing: it is their key."""

    picture: str
    asked: Promise
    verdict: str
    why: tuple[Promise, ...]
    now: tuple[Promise, ...]


VERDICTS = {"stop": _("Stop"), "ask": _("Ask first"), "fine": _("This is fine")}
HANG_UP = _("Hang up, open your shop yourself and look.")

SITUATIONS = (
    Situation(
        "phone-refuse",
        _("Pay first, and get more back"),
        "stop",
        (_("Pay first, get more back: that is the fraud."), _("What comes back the first time is bait.")),
        (_("Pay nothing; leave the group."), _("Tell the keeper.")),
    ),
    Situation(
        "phone-call-stranger",
        _("Scan a code, or my shop is frozen"),
        "stop",
        (
            _("Your own shop shows whether all is well."),
            _("A real deposit is paid only inside your shop."),
        ),
        (HANG_UP, _("Not sure? Ask the customer service inside the app.")),
    ),
    Situation(
        "phone-code-secret",
        _("Read the code on my phone to him"),
        "stop",
        (_("A code is your house key."), _("Read it out, and he has the key.")),
        (_("Hang up. Enter codes yourself."), _("Already read out? Call the bank, then 96110.")),
    ),
    Situation(
        "phone-link-hook",
        _("Tap a link, or share my screen"),
        "stop",
        (_("One tap, and money easily goes."),),
        (_("Do not tap, do not share."), _("To see your shop, open it yourself.")),
    ),
    Situation(
        "phone-pay",
        _("Send money to his own account"),
        "stop",
        (_("By private accounts money easily goes."),),
        (_("Do not send. Put the phone down."), _("Ask the keeper.")),
    ),
    Situation(
        "lend-no",
        _("Lend my bank card or payment code"),
        "stop",
        (_("Your card is for you to use."), _("Lent out, it may carry a cheat’s money.")),
        (_("Keep card and code to yourself."), _("A relative? Show how to open their own.")),
    ),
    Situation(
        "family-table",
        _("Not tell my family"),
        "stop",
        (_("Cheats like to say that."),),
        (_("Tell your family first."), _("Afraid of blame? Go to the keeper first.")),
    ),
    Situation(
        "wall-poster",
        _("Pay for a certificate of this school"),
        "stop",
        (_("Our lessons never cost money."),),
        (_("Leave it."), _("See the address on the poster, ask the keeper.")),
    ),
    Situation(
        "many-and-few",
        _("Pay him to make orders in my shop"),
        "stop",
        (_("Those orders are false and bring trouble."), _("Who wants some, truly buys.")),
        (_("Pay nothing, order nothing false."),),
    ),
    Situation(
        "phone-review",
        _("Pay him to take back a bad review"),
        "stop",
        (_("Pay once, and he comes again."),),
        (_("Screenshot what he writes."), _("Give it to the platform.")),
    ),
    Situation(
        "paper-read",
        _("Pay a firm that promises sales"),
        "ask",
        (_("Sales depend on buyers; nobody can promise them."),),
        (_("Show the keeper the contract."), _("Wait three days, then decide.")),
    ),
    Situation(
        "phone-chat",
        _("Send back what was “paid too much”"),
        "ask",
        (_("A screenshot can be faked; your bill counts."),),
        (_("Look at your own bill first."), _("Not sure? Ask the keeper.")),
    ),
    Situation(
        "phone-rules",
        _("Pay a deposit while opening a shop"),
        "ask",
        (_("Opening a shop can wait a day."),),
        (_("Take a screenshot and decide tomorrow."), _("Show it to the keeper.")),
    ),
    Situation(
        "phone-scan",
        _("Scan the code on the centre’s wall"),
        "fine",
        (_("The keeper knows the code on that wall."),),
        (_("Scan it."),),
    ),
    Situation(
        "phone-shield",
        _("Answer a call from 96110"),
        "fine",
        (_("They call so that you are not cheated."),),
        (_("Answer and listen."), _("If they want money or a code, hang up.")),
    ),
    Situation(
        "phone-order",
        _("Give a buyer money back"),
        "fine",
        (_("Refund inside the order, as agreed."),),
        (_("Look at the photo first."), _("If it needs a scan or a code, it is a cheat.")),
    ),
)

MONEY_GONE = (
    _("Stop: not one yuan more."),
    _("Call the police: “I have been cheated.”"),
    _("Call the bank: “My money was taken by fraud.”"),
    _("Keep chats and transfers to show the police."),
)
