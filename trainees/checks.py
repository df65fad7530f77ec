"""Is the way by phone number safe to open?"""

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

from trainees.senders import NONE, SENDERS, sender


@register(Tags.security)
def sender_is_known(app_configs, **kwargs) -> list[CheckMessage]:
    if settings.SMS_SENDER in (NONE, *SENDERS):
        return []
    known = ", ".join([NONE, *SENDERS])
    return [Error(f"SMS_SENDER={settings.SMS_SENDER!r} is unknown. Write one of: {known}.", id="trainees.E001")]


@register(Tags.security, deploy=True)
def sender_keeps_codes_secret(app_configs, **kwargs) -> list[CheckMessage]:
    """Codes that lie in a file let everybody in who reads it."""
    if settings.SMS_SENDER not in SENDERS or not sender().leaves_codes:
        return []
    hint = "Set SMS_SENDER=none, or name a carrier. 把 SMS_SENDER 设为 none，或者换成运营商。"
    return [Error(f"SMS_SENDER={settings.SMS_SENDER} writes codes to a file.", hint=hint, id="trainees.E002")]
