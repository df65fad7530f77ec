"""Messages through Alibaba Cloud (阿里云短信服务), by its own SDK."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

from alibabacloud_dysmsapi20170525.client import Client
from alibabacloud_dysmsapi20170525.models import SendSmsRequest
from alibabacloud_tea_openapi.utils_models import Config
from darabonba.exceptions import DaraException, RetryError
from darabonba.runtime import RuntimeOptions
from django.conf import settings
from Tea.exceptions import TeaException, UnretryableException

from trainees.senders.refusals import NotNow, NotTaken

MILLISECONDS = 10_000
TAKEN = "OK"
LATER = ("isp.", "Throttling", "ServiceUnavailable", "InternalError", "SystemError")
OF_THE_NUMBER = (
    "isv.MOBILE_NUMBER_ILLEGAL",
    "isv.BUSINESS_LIMIT_CONTROL",
    "isv.DAY_LIMIT_CONTROL",
    "isv.BLACK_KEY_CONTROL_LIMIT",
)


class AliyunSender:
    leaves_codes = False

    def send(self, phone: str, template: str, variables: dict[str, str]) -> None:
        """Raises NotNow, NotTaken. Trying again is the job's: the SDK itself sends once."""
        request = SendSmsRequest(
            phone_numbers=phone,
            sign_name=settings.SMS_SIGNATURE,
            template_code=settings.SMS_TEMPLATES[template],
            template_param=json.dumps(variables),
        )
        try:
            said = _client().send_sms_with_options(request, RuntimeOptions(autoretry=False)).body.code
        except (UnretryableException, RetryError, ValueError) as error:
            raise NotNow from error
        except (DaraException, TeaException) as error:
            if getattr(error, "status_code", 400) >= 500:
                raise NotNow from error
            said = error.code
        _understand(str(said))


def _understand(said: str) -> None:
    if said == TAKEN:
        return
    if said.startswith(LATER):
        raise NotNow
    raise NotTaken(said, of_number=said in OF_THE_NUMBER)


def _client() -> Client:
    where = urlsplit(settings.SMS_ENDPOINT)
    return Client(
        Config(
            access_key_id=settings.SMS_KEY_ID,
            access_key_secret=settings.SMS_KEY_SECRET,
            protocol=where.scheme,
            endpoint=where.netloc,
            connect_timeout=MILLISECONDS,
            read_timeout=MILLISECONDS,
        )
    )
