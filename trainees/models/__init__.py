"""Who: sign-in identities, pseudonyms that learn, the persons behind them, the posts of those who answer for places."""

from trainees.models.cards import CardSheet, VillageCard
from trainees.models.consents import Consent, NoticeRead
from trainees.models.doors import EntryCode, PhoneCode, RememberedPerson, VillageCode
from trainees.models.keeping import DeviceCode, EnrolledDevice, HelpedDay, Helping
from trainees.models.persons import Person, Sign
from trainees.models.posts import Post
from trainees.models.restricted import RestrictedRecord
from trainees.models.trainees import Trainee
from trainees.models.users import User
from trainees.models.wechat import WeChatLink

__all__ = [
    "CardSheet",
    "Consent",
    "DeviceCode",
    "EnrolledDevice",
    "EntryCode",
    "HelpedDay",
    "Helping",
    "NoticeRead",
    "Person",
    "PhoneCode",
    "Post",
    "RememberedPerson",
    "RestrictedRecord",
    "Sign",
    "Trainee",
    "User",
    "VillageCard",
    "VillageCode",
    "WeChatLink",
]
