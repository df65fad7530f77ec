"""What of a name and of a number is shown: enough to tell people apart with the register in hand, not to ring up."""

STARS = "****"
SHORTEST_NUMBER = 8
SHOWN_OF_AN_ID = 4


def masked_name(name: str) -> str:
    """`杨小花` gives `杨**`, whatever its length."""
    return f"{name.strip()[:1]}**"


def masked_phone(phone: str) -> str:
    """`13700000001` gives `137****0001`, with or without +86; a short number gives nothing but stars."""
    digits = "".join(character for character in phone if character.isdigit())
    national = digits[2:] if len(digits) == 13 and digits.startswith("86") else digits
    if not national:
        return ""
    return f"{national[:3]}{STARS}{national[-4:]}" if len(national) >= SHORTEST_NUMBER else STARS


def masked_id(last_four: str) -> str:
    """`1234` gives `****1234`: the rest of an ID number tells a region, a day of birth and a sex."""
    kept = last_four.strip()[-SHOWN_OF_AN_ID:]
    return f"{STARS}{kept}" if kept else ""
