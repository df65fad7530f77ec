"""What the screens themselves say aloud, by key: what a neighbour records once for every page.

An element of a page that says one of these carries `data-say="phrase:<key>"`; a test holds pages and list together.
"""

from collections.abc import Callable

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
    "help-stuck": _("Stuck? Ask the keeper at your service centre."),
    "help-start": _("The wide orange button begins for you."),
    "help-listen": _("The button with the loudspeaker reads the card to you."),
    "help-check": _("Some cards ask you something. Tap, and hear why. It does not count."),
    "help-answer": _("Tap an answer, then the wide orange button."),
    "help-again": _("Look again only means: read why, then try once more. As often as you like."),
    "help-result": _("Each question says why. Go on with the orange button."),
    "help-who": _("Tap your own picture. Is it not there? Tap “I am new here”."),
    "help-shared": _("Is this not your phone? At the PIN you can say: do not remember me."),
    "help-pin": _("Type your six digits. Show them to nobody, and not to us either."),
    "help-pin-forgot": _("Forgotten? Ask your keeper for a new PIN, or your trainer for a code."),
    "help-join": _("A name, a picture and six digits are enough."),
    "help-join-free": _("It costs nothing. We need no identity card and no bank card."),
    "help-task": _("Choose photos, write a few words, and press the orange button."),
    "help-task-seen": _("A teacher looks at it. If it is wanted once more, you read or hear why."),
    "help-mine": _("A filled dot is a card that you have read."),
    "help-go-on": _("The orange button goes on where you stopped."),
    "help-tools": _("Tap a tool. Put in your own numbers; nobody else sees them."),
    "help-tools-offline": _("Once opened, it works without signal too."),
    "help-keep": _("Where there is Wi-Fi, keep the course. On the ridge it then opens without signal."),
    "help-unsent": _("What was not sent yet is sent by itself. Please do not clean WeChat before that."),
    "help-record": _("Hold the phone a hand from your mouth, in a quiet room. Read it first, then press."),
    "help-record-again": _("Said it wrongly? Record it once more, as often as you like. Only the last one counts."),
    "help-letters": _("Letters can be larger, and the button nearer to your thumb."),
    "help-pictures": _("To save data, let pictures come only when you tap."),
    "quiz": _("Try as often as you like. After each answer you hear why."),
    "right": _("That is right"),
    "look-again": _("Look again"),
    "in-part": _("A part of it is right."),
    "all-right": _("All is right."),
    "try-again": _("Look at the cards, then try again: as often as you like."),
    "test": _("Begin while there is a signal. You may finish without one, and take your time."),
    "test-sign-in": _("Sign in first: then what you answer is yours."),
    "test-before": _("Before the first lesson, once, if you like. It does not count."),
    "test-done": _("You have answered everything"),
    "test-used": _("You have used every try. Ask your teacher what to do next: all that you have learned stays yours."),
    "order": _("Tap them in order. Tap again to take one back."),
    "match": _("Tap one on the left, then what belongs to it on the right."),
    # What the tools list in lines (parcels, situations) is said under keys of their own: courses/tools/spoken.py.
    "tools": _("For the work itself"),
    "tool-price": _("What is left of a box?"),
    "tool-packing": _("What are you packing?"),
    "tool-scam": _("Someone asks me to…"),
    "tool-scam-tap": _("Tap what fits."),
    "tool-scam-unsure": _("Not sure? Ask the keeper, your family, or 96110."),
    "no-signal": _("No signal? You can still learn."),
    "no-signal-why": _("This page is not on your phone yet. What you did waits here and is sent when there is signal."),
    "who": _("Who is learning today?"),
    "pin": _("Your six digits"),
    "code": _("I have a code"),
    "code-forgot": _("Forgot your PIN? Your keeper gives a new one, your trainer a code, also for a new phone."),
    "code-along": _("Signed in in another browser? Tap “Take me along” there, under “My lessons”."),
    "join": _("Sign up"),
    "join-code": _("Village code on the poster"),
    "join-village": _("Or: what is your village called?"),
    "join-name": _("What may we call you?"),
    "join-sign": _("Choose a picture of your own"),
    "join-pin": _("A good one: six digits that do not follow each other and are no birthday."),
    "join-age": _("How old are you?"),
    "keeper-sign": _("Let her choose a picture herself"),
    "keeper-age": _("How old is she?"),
    "size": _("How large shall the letters be?"),
    "hand": _("Which hand holds the phone?"),
    "pictures": _("How shall pictures come?"),
    "voices": _("Which voice do you want to hear?"),
    "phone-voice": _("The phone’s own voice"),
    "notice-keep": _(
        "We keep your name, village, age group and what you learned here, to count who was trained and to give you a "
        "certificate. If you give a phone number, we keep it too."
    ),
    "notice-who": _(
        "Your keeper and trainer, the officials of your village, township and county, and whoever checks the programme "
        "see it. Nobody else does."
    ),
    "notice-calls": _(
        "The county may call you to ask how the course was. Your teacher looks at the photos of your tasks and may "
        "write to you here. You may say no to each."
    ),
    "notice-mine": _(
        "Under “My data” you see all of it, put it right, take it away, or have it erased. Your keeper or trainer "
        "helps you."
    ),
    "notice-free": _("You can read all lessons without signing up."),
    "my-data": _("My data"),
    "my-data-kept": _("What is kept of me, and why"),
    "my-data-seen": _("Who looked at it"),
    "my-data-agreed": _("What I agree to"),
    "my-data-file": _("Take it all away in a file"),
    "my-data-file-is": _(
        "One page with all that is kept of you: your answers, your tasks with photos and voices, the register. Every "
        "phone opens it, also without a signal."
    ),
    "my-data-erase": _("Have me erased"),
    "erase-goes": _("This goes for good"),
    "erase-stays": _("This stays"),
    "agree-learning": _("Keep what I learn, count me among those who were trained, and give me a certificate."),
    "agree-tasks": _("Keep the photos of my practice tasks, and what my teacher says of them."),
    "agree-calls": _("Call me to ask how the course was, or whether I need help."),
    "agree-messages": _("Show me messages from my teacher here."),
    "help-my-data": _("Everything here is yours: look, put it right, take it away, or have it erased."),
    "help-my-data-no": _("You may say no to each thing. You can still learn."),
    "sounds": _("Shall a sound say whether it is right?"),
}

_more: list[Callable[[], dict[str, str]]] = []


def say_too(more: Callable[[], dict[str, str]]) -> None:
    """An app above this one says these as well: what stands in lists of its own, under keys of its own."""
    _more.append(more)


def phrases() -> dict[str, str]:
    """All that the screens say, in the language of the moment."""
    said = {key: str(words) for key, words in PHRASES.items()}
    for more in _more:
        said |= more()
    return said
