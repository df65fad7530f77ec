"""What follows from Django's own news."""

from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest

from progress.services import enrol_where_there_is_one_course
from trainees.consent_words import LEARNING
from trainees.models import User
from trainees.selectors import trainee_of
from trainees.selectors.consents import allows


def enrol_on_sign_in(sender: type[User], request: HttpRequest, user: User, **_signal: object) -> None:
    """From then on she is counted where she lives; twice changes nothing. Whom a roster brought agrees first."""
    trainee = trainee_of(user)
    if trainee and allows(trainee.person, LEARNING):
        enrol_where_there_is_one_course(trainee=trainee)


def connect() -> None:
    user_logged_in.connect(enrol_on_sign_in, dispatch_uid="progress.enrol_on_sign_in")
