"""The two carriers, by their own SDKs, against the forms of request that their documents describe."""

import json
from collections.abc import Iterator

import pytest
from django.core.exceptions import ImproperlyConfigured

from portal.settings import messages
from tests.trainees.carriers import Carrier, carrier
from trainees.senders import aliyun, sender, tencent
from trainees.senders.refusals import NotNow, NotTaken

NUMBER, CODE = "13700000001", "123456"
TAKEN = {
    "aliyun": {"Code": "OK", "Message": "OK", "RequestId": "r", "BizId": "1"},
    "tencent": {"Response": {"SendStatusSet": [{"Code": "Ok", "Message": "send success"}], "RequestId": "r"}},
}
ASKED = {
    "aliyun": {
        "PhoneNumbers": NUMBER,
        "SignName": "乡店学堂",
        "TemplateCode": "SMS_1",
        "TemplateParam": json.dumps({"code": CODE}),
    },
    "tencent": {
        "PhoneNumberSet": ["+8613700000001"],
        "SignName": "乡店学堂",
        "SmsSdkAppId": "1400000000",
        "TemplateId": "SMS_1",
        "TemplateParamSet": [CODE],
    },
}


@pytest.fixture
def here(settings) -> Iterator[Carrier]:
    with carrier() as running:
        settings.SMS_KEY_ID, settings.SMS_KEY_SECRET = "id", "secret"
        settings.SMS_SIGNATURE, settings.SMS_APP_ID = "乡店学堂", "1400000000"
        settings.SMS_TEMPLATES, settings.SMS_ENDPOINT = {"sign-in-code": "SMS_1"}, running.url
        yield running


def send(settings, name: str) -> None:
    settings.SMS_SENDER = name
    sender().send(NUMBER, "sign-in-code", {"code": CODE})


def refused(name: str, code: str) -> dict:
    """As each of them says no."""
    status = {"Response": {"SendStatusSet": [{"Code": code, "Message": f"no: {NUMBER}"}], "RequestId": "r"}}
    return status if name == "tencent" else {"Code": code, "Message": f"no: {NUMBER}", "RequestId": "r"}


@pytest.mark.parametrize("name", TAKEN)
def test_a_message_is_asked_for_once_in_the_carriers_own_form(settings, here, name):
    here.says(TAKEN[name])
    send(settings, name)
    assert here.asked == [("SendSms", ASKED[name])]


@pytest.mark.parametrize(
    ("name", "code", "of_number"),
    [
        ("aliyun", "isv.BUSINESS_LIMIT_CONTROL", True),
        ("aliyun", "isv.SMS_SIGNATURE_ILLEGAL", False),
        ("tencent", "LimitExceeded.PhoneNumberDailyLimit", True),
        ("tencent", "FailedOperation.InsufficientBalanceInSmsPackage", False),
    ],
)
def test_what_it_refuses_is_told_by_its_code_and_without_the_number(settings, here, name, code, of_number):
    here.says(refused(name, code))
    with pytest.raises(NotTaken) as told:
        send(settings, name)
    assert (str(told.value), told.value.of_number) == (code, of_number)
    assert len(here.asked) == 1


def test_a_key_that_is_wrong_is_a_refusal_and_no_failure_of_the_line(settings, here):
    here.says({"Code": "InvalidAccessKeyId.NotFound", "Message": "no", "RequestId": "r"}, status=404)
    with pytest.raises(NotTaken, match=r"InvalidAccessKeyId\.NotFound"):
        send(settings, "aliyun")
    here.says({"Response": {"Error": {"Code": "AuthFailure.SecretIdNotFound", "Message": "no"}, "RequestId": "r"}})
    with pytest.raises(NotTaken, match=r"AuthFailure\.SecretIdNotFound"):
        send(settings, "tencent")


@pytest.mark.parametrize("name", TAKEN)
@pytest.mark.parametrize(("status", "body"), [(503, b'{"Code":"ServiceUnavailable"}'), (200, b"<html>"), (200, b"")])
def test_an_answer_that_is_none_is_tried_again_later_by_us_and_not_at_once_by_the_sdk(
    settings, here, name, status, body
):
    here.status, here.body = status, body
    with pytest.raises(NotNow):
        send(settings, name)
    assert len(here.asked) == 1


@pytest.mark.parametrize("name", TAKEN)
def test_a_carrier_that_is_busy_slow_or_away_is_tried_again_later(settings, here, name, monkeypatch):
    monkeypatch.setattr(aliyun, "MILLISECONDS", 200)
    monkeypatch.setattr(tencent, "SECONDS", 0.2)
    here.says(refused(name, {"aliyun": "isp.SYSTEM_ERROR", "tencent": "InternalError.Timeout"}[name]))
    with pytest.raises(NotNow):
        send(settings, name)
    here.seconds = 0.6
    with pytest.raises(NotNow):
        send(settings, name)
    settings.SMS_ENDPOINT = "http://127.0.0.1:9"
    with pytest.raises(NotNow):
        send(settings, name)


def test_a_number_and_a_code_stand_in_no_log_however_much_is_logged(settings, here, caplog):
    caplog.set_level("DEBUG")
    for name in TAKEN:
        here.says(TAKEN[name])
        send(settings, name)
    assert not [line for line in caplog.messages if NUMBER in line or CODE in line]


def test_a_carrier_without_its_keys_stops_the_start_with_a_sentence(monkeypatch):
    monkeypatch.setenv("SMS_KEY_ID", "id")
    with pytest.raises(ImproperlyConfigured, match="needs SMS_KEY_SECRET, SMS_SIGNATURE, SMS_TEMPLATES, SMS_APP_ID"):
        messages.endpoint_of("tencent")
    monkeypatch.setenv("SMS_TEMPLATES", "welcome=1")
    with pytest.raises(ImproperlyConfigured, match="sign-in-code"):
        messages.templates()


def test_a_carrier_is_asked_over_an_encrypted_line_or_on_this_machine(monkeypatch):
    for name in messages.CARRIERS["tencent"].wanted:
        monkeypatch.setenv(name, "sign-in-code=1")
    assert messages.endpoint_of("tencent") == "https://sms.tencentcloudapi.com"
    monkeypatch.setenv("SMS_ENDPOINT", "http://sms.example")
    with pytest.raises(ImproperlyConfigured, match="SMS_ENDPOINT"):
        messages.endpoint_of("tencent")
