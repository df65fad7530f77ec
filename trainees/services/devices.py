"""Phones of keepers: a code of eight digits enrols one, and whoever answers for the village ends it at once."""

from __future__ import annotations

import datetime
import secrets

from django.db import transaction
from django.utils import timezone

from foundation.audit import Action, record
from trainees.audited import KEEPERS_PHONE
from trainees.digests import digest
from trainees.models import DeviceCode, EnrolledDevice, User
from trainees.pins import cleaned_pin
from trainees.selectors.keeping import device_code_with, keeps
from trainees.services.entry_codes import UnknownCode
from villages.models import Division

GOOD_FOR = datetime.timedelta(minutes=15)
LENGTH = 8
USED_AGAIN_AFTER = datetime.timedelta(minutes=10)


@transaction.atomic
def issue_device_code(*, village: Division, label: str, by: User | None) -> str:
    """Digits for one phone of this village; older ones of the village end. They are not kept, only their digest."""
    now = timezone.now()
    DeviceCode.objects.filter(village=village, used_at=None, expires_at__gt=now).update(expires_at=now)
    digits = _unused_digits()
    DeviceCode.objects.create(
        village=village, label=label, digest=_digest(digits), issued_by=by, expires_at=now + GOOD_FOR
    )
    record(by=by, action=Action.ADDED, what=KEEPERS_PHONE, area=village.code)
    return digits


@transaction.atomic
def enrol_device(*, digits: str, keeper: User, device_digest: str, former: EnrolledDevice | None) -> EnrolledDevice:
    """From now on her rights hold on this phone. Raises UnknownCode for digits that are not, or not of her village.

    A phone is enrolled for one village: what it was before (`former`) ends.
    """
    code = device_code_with(_digest(cleaned_pin(digits)))
    if code is None or not keeps(keeper, code.village):
        raise UnknownCode
    now = timezone.now()
    if not DeviceCode.objects.filter(pk=code.pk, used_at=None, expires_at__gt=now).update(used_at=now):
        raise UnknownCode
    if former:
        end_device(device=former, by=keeper)
    device = EnrolledDevice.objects.create(
        village=code.village, label=code.label, digest=device_digest, enrolled_by=code.issued_by, last_used_at=now
    )
    record(by=keeper, action=Action.ADDED, what=KEEPERS_PHONE, area=code.village.code)
    return device


@transaction.atomic
def end_device(*, device: EnrolledDevice, by: User | None) -> None:
    """Nothing of the keeper's room opens there from this moment on. Ended in two windows it ends once."""
    if EnrolledDevice.objects.filter(pk=device.pk, ended_at=None).update(ended_at=timezone.now()):
        record(by=by, action=Action.CHANGED, what=KEEPERS_PHONE, area=device.village.code)


def note_use(*, device: EnrolledDevice) -> None:
    """When the phone was used last, to ten minutes."""
    now = timezone.now()
    if device.last_used_at is None or device.last_used_at < now - USED_AGAIN_AFTER:
        EnrolledDevice.objects.filter(pk=device.pk).update(last_used_at=now)


def _digest(digits: str) -> str:
    return digest("device-code", digits)


def _unused_digits() -> str:
    while True:
        digits = f"{secrets.randbelow(10**LENGTH):0{LENGTH}d}"
        if not DeviceCode.objects.filter(digest=_digest(digits)).exists():
            return digits
