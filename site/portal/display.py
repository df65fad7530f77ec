"""How she wants her screen: letter size, the hand that holds the phone, and whether pictures come by themselves."""

import re
from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from media.models import Track

COOKIE = "display"
COOKIE_SECONDS = 2 * 365 * 24 * 3600

SIZES = [("small", _("Small")), ("", _("Usual")), ("large", _("Large")), ("largest", _("Largest"))]
HANDS = [("", _("Right hand")), ("left-hand", _("Left hand"))]
SAVING, ALL_PICTURES = "saving", "all-pictures"
SOUNDS = [("", _("Soft sounds after an answer")), ("sounds-off", _("No sounds, as in class"))]
VOICE = re.compile(r"voice-(?:phone|[0-9]{1,9})\Z")
FONT_SIZES = {"small": "112.5%", "large": "150%", "largest": "175%"}


class DisplayForm(forms.Form):
    size = forms.ChoiceField(choices=SIZES, required=False)
    hand = forms.ChoiceField(choices=HANDS, required=False)
    pictures = forms.ChoiceField(choices=[("", ""), (SAVING, ""), (ALL_PICTURES, "")], required=False)
    voice = forms.RegexField(VOICE, required=False)
    sounds = forms.ChoiceField(choices=SOUNDS, required=False)

    @staticmethod
    def initial_from(cookie: str) -> dict[str, str]:
        chosen = set(cookie.split("."))
        return {
            "size": next((name for name in FONT_SIZES if name in chosen), ""),
            "hand": "left-hand" if "left-hand" in chosen else "",
            "pictures": next((name for name in (SAVING, ALL_PICTURES) if name in chosen), ""),
            "voice": next(filter(VOICE.match, sorted(chosen)), ""),
            "sounds": "sounds-off" if "sounds-off" in chosen else "",
        }

    def cookie_value(self) -> str:
        """Class names joined by dots; `display.js` puts them on <html>."""
        return ".".join(filter(None, (self.cleaned_data[name] for name in self.fields)))


def choices(pictures: str, browser_saves: bool, tracks: Iterable[Track]) -> dict[str, list]:
    """All that the form offers, by what it is called in the template."""
    return {
        **{"sizes": SIZES, "hands": HANDS, "sounds": SOUNDS},
        "pictures": picture_choices(pictures, browser_saves),
        "voices": voice_choices(tracks),
    }


def picture_choices(chosen: str, browser_saves: bool) -> list[tuple[str, object]]:
    """What the form offers; while she has chosen nothing, what her browser is set to is the one with no value."""
    saving = "" if not chosen and browser_saves else SAVING
    everything = "" if not chosen and not browser_saves else ALL_PICTURES
    return [(everything, _("Show them at once")), (saving, _("Save data: only when I tap"))]


def voice_choices(tracks: Iterable[Track]) -> list[dict]:
    """Voices to choose by ear: what each is heard by, and by which track; nothing while nothing is recorded."""
    recorded = [
        {"value": f"voice-{track.pk}", "name": track, "say": track.sample, "track": track.pk}  # type: ignore[attr-defined]
        for track in tracks
    ]
    phone = {"value": "voice-phone", "name": _("The phone’s own voice"), "say": "phrase:phone-voice", "track": "phone"}
    return [{"value": "", "name": _("The language that I read")}, *recorded, phone] if recorded else []


def css_for(cookie: str) -> str:
    """The same as rules of its own, for browsers that run no script."""
    chosen = DisplayForm.initial_from(cookie)
    rules = []
    if chosen["size"]:
        rules.append(f"html{{font-size:{FONT_SIZES[chosen['size']]}}}")
    if chosen["hand"]:
        rules.append(".foot{flex-direction:row-reverse}")
    return "".join(rules)
