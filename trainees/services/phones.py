"""A phone that was lost or given away forgets her, from another phone."""

from __future__ import annotations

import logging

from django.db import transaction
from django.db.models import QuerySet

from trainees.models import Person, RememberedPerson, User, WeChatLink
from trainees.services.remembering import end_sessions

logger = logging.getLogger(__name__)


@transaction.atomic
def forget_phones(*, person: Person, rows: QuerySet[RememberedPerson]) -> User | None:
    """These phones no longer know her, and she is signed out wherever she is signed in; returns her changed sign-in.

    Which session belongs to which phone is kept nowhere, so all end: whoever asks lets her own one go on. A WeChat goes
    too: it may be open on the phone that she no longer has.
    """
    rows.filter(person=person).delete()
    WeChatLink.objects.filter(person=person).delete()
    user = User.objects.select_for_update().filter(person=person).first()
    if user is not None:
        end_sessions(user=user)
    logger.info("Phones forgot %s", person.trainee.number)
    return user
