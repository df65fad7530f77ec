"""What a browser says it is, in a few words that its owner knows."""

from __future__ import annotations

# The first that fits: others carry the names of those behind them.
BROWSERS = (
    ("MicroMessenger", "微信"),
    ("Edg", "Edge"),
    ("QQBrowser", "QQ浏览器"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("HarmonyOS", "HarmonyOS"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)


def device_words(user_agent: str) -> str:
    """`Chrome · Windows`; nothing for what we do not know. The version and the rest are not kept."""
    found = (_first(user_agent, names) for names in (BROWSERS, SYSTEMS))
    return " · ".join(filter(None, found))


def _first(user_agent: str, names: tuple[tuple[str, str], ...]) -> str:
    return next((word for mark, word in names if mark in user_agent), "")
