"""Messages through Tencent Cloud (腾讯云短信), by its own SDK."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from tencentcloud.common.credential import Credential
from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException
from tencentcloud.common.profile.client_profile import ClientProfile
from tencentcloud.common.profile.http_profile import HttpProfile
from tencentcloud.sms.v20210111.models import SendSmsRequest
from tencentcloud.sms.v20210111.sms_client import SmsClient

from trainees.senders.refusals import NotNow, NotTaken

REGION = "ap-guangzhou"
SECONDS = 10
TAKEN = "Ok"
# The first three are the SDK's own words: no line, an answer that is no answer, and one that is no JSON.
LATER = ("ClientNetworkError", "ServerNetworkError", "JSONDecodeError", "InternalError", "RequestLimitExceeded")
OF_THE_NUMBER = "PhoneNumber"  # as in LimitExceeded.PhoneNumberDailyLimit


class TencentSender:
    leaves_codes = False

    def send(self, phone: str, template: str, variables: dict[str, str]) -> None:
        """Its templates number their variables: they go in the order they are given in. Raises NotNow, NotTaken."""
        request = SendSmsRequest()
        request.PhoneNumberSet = [f"+86{phone}"]
        request.SmsSdkAppId = settings.SMS_APP_ID
        request.SignName = settings.SMS_SIGNATURE
        request.TemplateId = settings.SMS_TEMPLATES[template]
        request.TemplateParamSet = list(variables.values())
        try:
            states = _client().SendSms(request).SendStatusSet or []
            said = str(states[0].Code) if states else "InternalError.NoStatus"
        except TencentCloudSDKException as error:
            said = str(error.code)
        _understand(said)


def _understand(said: str) -> None:
    if said == TAKEN:
        return
    if said.startswith(LATER):
        raise NotNow
    raise NotTaken(said, of_number=OF_THE_NUMBER in said)


def _client() -> SmsClient:
    where = urlsplit(settings.SMS_ENDPOINT)
    line = HttpProfile(protocol=where.scheme, endpoint=where.netloc, reqTimeout=SECONDS)
    keys = Credential(settings.SMS_KEY_ID, settings.SMS_KEY_SECRET)
    return SmsClient(keys, REGION, ClientProfile(httpProfile=line))
