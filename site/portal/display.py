"""How she wants her screen: letter size, and the hand that holds the phone."""

from django import forms
from django.utils.translation import gettext_lazy as _

COOKIE = "display"
COOKIE_SECONDS = 2 * 365 * 24 * 3600

SIZES = [("small", _("Small")), ("", _("Usual")), ("large", _("Large")), ("largest", _("Largest"))]
HANDS = [("", _("Right hand")), ("left-hand", _("Left hand"))]
FONT_SIZES = {"small": "112.5%", "large": "150%", "largest": "175%"}


class DisplayForm(forms.Form):
    size = forms.ChoiceField(choices=SIZES, required=False)
    hand = forms.ChoiceField(choices=HANDS, required=False)

    @staticmethod
    def initial_from(cookie: str) -> dict[str, str]:
        chosen = set(cookie.split("."))
        return {
            "size": next((name for name in FONT_SIZES if name in chosen), ""),
            "hand": "left-hand" if "left-hand" in chosen else "",
        }

    def cookie_value(self) -> str:
        """Class names joined by dots; `display.js` puts them on <html>."""
        return ".".join(filter(None, [self.cleaned_data["size"], self.cleaned_data["hand"]]))


def css_for(cookie: str) -> str:
    """The same as rules of its own, for browsers that run no script."""
    chosen = DisplayForm.initial_from(cookie)
    rules = []
    if chosen["size"]:
        rules.append(f"html{{font-size:{FONT_SIZES[chosen['size']]}}}")
    if chosen["hand"]:
        rules.append(".foot{flex-direction:row-reverse}")
    return "".join(rules)
