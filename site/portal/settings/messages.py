"""Who carries messages to phones, if anybody: read in whole at the start, so that nothing is missing later."""

from importlib.util import find_spec
from typing import NamedTuple
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from portal.settings import environment

__all__ = [
    "SMS_APP_ID",
    "SMS_ENDPOINT",
    "SMS_KEY_ID",
    "SMS_KEY_SECRET",
    "SMS_PER_DAY",
    "SMS_SENDER",
    "SMS_SIGNATURE",
    "SMS_TEMPLATES",
]

ONE_TEMPLATE = "sign-in-code"


class Carrier(NamedTuple):
    package: str
    endpoint: str
    wanted: tuple[str, ...]


ALWAYS = ("SMS_KEY_ID", "SMS_KEY_SECRET", "SMS_SIGNATURE", "SMS_TEMPLATES")
CARRIERS = {
    "aliyun": Carrier("alibabacloud_dysmsapi20170525", "https://dysmsapi.aliyuncs.com", ALWAYS),
    "tencent": Carrier("tencentcloud", "https://sms.tencentcloudapi.com", (*ALWAYS, "SMS_APP_ID")),
}


def endpoint_of(sender: str) -> str:
    """Where the carrier is asked. Raises ImproperlyConfigured when something of it is not there."""
    carrier = CARRIERS.get(sender)
    if carrier is None:
        return ""
    if find_spec(carrier.package) is None:
        raise ImproperlyConfigured(f"SMS_SENDER={sender} needs its SDK: pip install -r requirements-sms.txt")
    missing = [name for name in carrier.wanted if not environment.text(name)]
    if missing:
        raise ImproperlyConfigured(f"SMS_SENDER={sender} needs {', '.join(missing)}. See docs/settings.md.")
    return _safe(environment.text("SMS_ENDPOINT") or carrier.endpoint)


def templates() -> dict[str, str]:
    """`sign-in-code=SMS_1234` as a table: our name of a message → the carrier's of the template it approved."""
    pairs = [pair.partition("=") for pair in environment.words("SMS_TEMPLATES")]
    table = {ours.strip(): theirs.strip() for ours, _, theirs in pairs}
    if pairs and not table.get(ONE_TEMPLATE):
        raise ImproperlyConfigured(f"SMS_TEMPLATES: write {ONE_TEMPLATE}=…, with the carrier's number of the template.")
    return table


def _safe(address: str) -> str:
    """Codes travel encrypted; only to this machine itself they need not."""
    parts = urlsplit(address)
    here = parts.hostname in ("127.0.0.1", "localhost", "::1")
    if not parts.netloc or not (parts.scheme == "https" or (parts.scheme == "http" and here)):
        raise ImproperlyConfigured(f"SMS_ENDPOINT={address!r}: write https:// and the carrier's address.")
    return address


SMS_SENDER = environment.text("SMS_SENDER") or "none"
SMS_PER_DAY = environment.integer("SMS_PER_DAY", 2000)
SMS_KEY_ID = environment.text("SMS_KEY_ID")
SMS_KEY_SECRET = environment.text("SMS_KEY_SECRET")
SMS_SIGNATURE = environment.text("SMS_SIGNATURE")
SMS_APP_ID = environment.text("SMS_APP_ID")
SMS_TEMPLATES = templates()
SMS_ENDPOINT = endpoint_of(SMS_SENDER)
