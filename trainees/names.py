"""What may stand as a person's name: letters of any writing, and what people put between them."""

import unicodedata

LONGEST = 30
BETWEEN = set(" ·•・.'’-")


class BadName(Exception):
    """`reason` is `empty`, `long`, `unseen` (control and direction marks) or `signs`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def cleaned_name(text: str) -> str:
    """The name with its spaces in order. Raises BadName for what is no name."""
    name = " ".join(unicodedata.normalize("NFC", text).split(" ")).strip()
    if any(unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") for sign in name):
        raise BadName("unseen")
    name = " ".join(name.split())
    if len(name) > LONGEST:
        raise BadName("long")
    if not name:
        raise BadName("empty")
    if not name[0].isalnum() or not all(_may_stand(sign) for sign in name) or not any(map(str.isalpha, name)):
        raise BadName("signs")
    return name


def masked(name: str) -> str:
    """`杨小花` as a trainer's list shows it: `杨**`."""
    return f"{name[:1]}**"


def _may_stand(sign: str) -> bool:
    return sign in BETWEEN or unicodedata.category(sign)[0] in "LM" or sign.isdecimal()
