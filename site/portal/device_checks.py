"""What the page "What this phone can do" looks at, and what each outcome means for her.

`phone/device/probes.js` finds the outcome; its first word decides the sign: yes, no, or told, which is neither. What
stands in braces is filled in by the script.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Check:
    key: str
    name: str | Promise
    outcomes: dict[str, str | Promise]


# How far a clock is off, and how large letters are.
UNITS = {"minutes": _("{n} minutes"), "hours": _("{n} hours"), "days": _("{n} days")}

CHECKS = [
    Check("scripts", _("Scripts"), {"yes": _("They run: quizzes tell you at once why an answer is right.")}),
    Check(
        "lessons",
        _("Keeps lessons without signal"),
        {
            "yes": _("What you opened once opens again on the ridge."),
            "no-secure": _("Not at an address that begins with http. Lessons open while there is signal."),
            "no": _("Lessons open while there is signal. Another browser on this phone may keep them."),
        },
    ),
    Check(
        "answers",
        _("Keeps your answers"),
        {
            "yes": _("What you answer without signal waits here and is sent later."),
            "no": _("Answers are sent at once; without signal, wait before you hand in."),
        },
    ),
    Check(
        "room",
        _("Room on this phone"),
        {
            "yes": _("About {n} are free: enough for all lessons."),
            "no": _("Only about {n} are free. Delete something before you keep a course."),
            "told": _("The browser does not say how much is free."),
        },
    ),
    Check(
        "stays",
        _("What is kept stays"),
        {
            "yes": _("The browser clears it only if you say so."),
            "told-until-full": _(
                "When the phone is full, the browser may clear it. So send what waits, whenever there is signal."
            ),
            "told": _("The browser does not say. So send what waits, whenever there is signal."),
        },
    ),
    Check(
        "chinese",
        _("The phone’s own voice: Chinese"),
        {
            "yes": _("The phone can read Chinese to you where nobody has recorded it."),
            "no": _("You hear what people have recorded; the phone itself reads nothing in Chinese."),
        },
    ),
    Check(
        "english",
        _("The phone’s own voice: English"),
        {
            "yes": _("The phone can read English to you where nobody has recorded it."),
            "no": _("You hear what people have recorded; the phone itself reads nothing in English."),
        },
    ),
    Check(
        "recordings",
        _("Plays recordings"),
        {
            "yes": _("It plays {n}."),
            "no": _("It plays none of our recordings. Another browser on this phone may."),
        },
    ),
    Check(
        "microphone",
        _("Microphone and camera"),
        {
            "yes": _("The page may ask for them when you need them, and only then."),
            "no-secure": _("Not at an address that begins with http. Use the phone’s own recorder and camera."),
            "no": _("Not in this browser. Use the phone’s own recorder and camera."),
        },
    ),
    Check(
        "clock",
        _("The phone’s clock"),
        {
            "yes": _("It is right."),
            "told-ahead": _("It is {n} ahead. Your answers are safe all the same."),
            "told-behind": _("It is {n} behind. Your answers are safe all the same."),
            "told": _("There is no signal to compare it with just now."),
        },
    ),
    Check(
        "line",
        _("Connection"),
        {
            "told-saving": _("The browser saves data ({n}): pictures come when you tap."),
            "told-kind": _("The browser says: {n}."),
            "told": _("The browser does not say how quick it is."),
        },
    ),
    Check(
        "browser",
        _("Which browser"),
        {
            "told-wechat": _("{n}. In the phone’s own browser more is possible."),
            "told": "{n}",
        },
    ),
    Check("letters", _("Letters"), {"told": _("Letters are {n} points high. Help has larger ones.")}),
]
