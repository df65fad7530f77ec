"""Who: sign-in identities, pseudonyms that learn, the persons behind them, the posts of those who answer for places."""

from trainees.models.cards import CardSheet, VillageCard
from trainees.models.cohorts import Cohort, CohortMember
from trainees.models.consents import Consent, NoticeRead
from trainees.models.doors import EntryCode, PhoneCode, RememberedPerson, VillageCode
from trainees.models.doubles import FormerVillage, Merge, MoveRequest, NotTheSame
from trainees.models.keeping import DeviceCode, EnrolledDevice, HelpedDay, Helping
from trainees.models.messages import Message
from trainees.models.persons import Person, Sign
from trainees.models.posts import Post
from trainees.models.register import (
    AgeBand,
    Category,
    CategoryMembership,
    Gender,
    Household,
    RegisterEntry,
    Schooling,
)
from trainees.models.restricted import RestrictedRecord
from trainees.models.rosters import RosterImport
from trainees.models.trainees import Trainee
from trainees.models.users import User
from trainees.models.wechat import WeChatLink

__all__ = [
    "AgeBand",
    "CardSheet",
    "Category",
    "CategoryMembership",
    "Cohort",
    "CohortMember",
    "Consent",
    "DeviceCode",
    "EnrolledDevice",
    "EntryCode",
    "FormerVillage",
    "Gender",
    "HelpedDay",
    "Helping",
    "Household",
    "Merge",
    "Message",
    "MoveRequest",
    "NotTheSame",
    "NoticeRead",
    "Person",
    "PhoneCode",
    "Post",
    "RegisterEntry",
    "RememberedPerson",
    "RestrictedRecord",
    "RosterImport",
    "Schooling",
    "Sign",
    "Trainee",
    "User",
    "VillageCard",
    "VillageCode",
    "WeChatLink",
]
