"""What the tools say aloud beside the phrases of the screens, by key: recorded like these (`media.phrases`)."""

from courses.tools.packing import GOODS
from courses.tools.situations import MONEY_GONE, SITUATIONS, VERDICTS, Situation


def phrases() -> dict[str, str]:
    """In the language of the moment; a sentence that stands on two lists has one key."""
    said = {line_key(picture): str(words) for good in GOODS for picture, words in good.lines}
    for one in SITUATIONS:
        said |= situation_phrases(one)
    return said | {f"scam-gone-{number}": str(words) for number, words in enumerate(MONEY_GONE, 1)}


def situation_phrases(one: Situation) -> dict[str, str]:
    """What somebody asks; what to make of it, and why; what to do now."""
    key = situation_key(one)
    why = map(str, (VERDICTS[one.verdict], *one.why))
    return {key: str(one.asked), f"{key}-why": "\n".join(why), f"{key}-now": "\n".join(map(str, one.now))}


def situation_key(one: Situation) -> str:
    return f"scam-{one.picture}"


def line_key(picture: str) -> str:
    return f"pack-{picture}"
