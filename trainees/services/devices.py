"""Phones of keepers: a code of eight digits enrols one, and whoever answers for the village ends it at once."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils import timezone

from foundation.audit import Action, record
from trainees.audited import KEEPERS_PHONE
from trainees.codes import device_code_digest, drawn_in_secret
from trainees.models import DeviceCode, EnrolledDevice, User
from trainees.selectors.keeping import device_code, keeps
from trainees.services.entry_codes import UnknownCode
from villages.models import Division

GOOD_FOR = datetime.timedelta(minutes=15)
USED_AGAIN_AFTER = datetime.timedelta(minutes=10)


@transaction.atomic
def issue_device_code(*, village: Division, label: str, by: User | None) -> str:
    """Digits for one phone of this village; older ones of the village end. They are not kept, only their digest."""
    DeviceCode.objects.filter(village=village).end()
    digits = drawn_in_secret(lambda digits: DeviceCode.objects.filter(digest=device_code_digest(digits)).exists())
    ends = timezone.now() + GOOD_FOR
    DeviceCode.objects.create(
        village=village, label=label, digest=device_code_digest(digits), issued_by=by, expires_at=ends
    )
    record(by=by, action=Action.ADDED, what=KEEPERS_PHONE, area=village.code)
    return digits


@transaction.atomic
def enrol_device(*, digits: str, keeper: User, device_digest: str, former: EnrolledDevice | None) -> EnrolledDevice:
    """From now on her rights hold on this phone. Raises UnknownCode for digits that are not, or not of her village.

    A phone is enrolled for one village: what it was before (`former`) ends.
    """
    code = device_code(digits)
    if code is None or not keeps(keeper, code.village) or not DeviceCode.objects.use(code.pk):
        raise UnknownCode
    if former:
        end_device(device=former, by=keeper)
    known = {"village": code.village, "label": code.label, "enrolled_by": code.issued_by}
    device = EnrolledDevice.objects.create(digest=device_digest, last_used_at=timezone.now(), **known)
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
