"""Who: sign-in identities, pseudonyms that learn, the persons behind them, the posts of those who answer for places."""

from trainees.models.consents import Consent
from trainees.models.doors import EntryCode, PhoneCode, RememberedPerson, VillageCode
from trainees.models.persons import Person, Sign
from trainees.models.posts import Post
from trainees.models.trainees import Trainee
from trainees.models.users import User

__all__ = [
    "Consent",
    "EntryCode",
    "Person",
    "PhoneCode",
    "Post",
    "RememberedPerson",
    "Sign",
    "Trainee",
    "User",
    "VillageCode",
]
