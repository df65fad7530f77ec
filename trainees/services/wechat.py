"""A trainee's WeChat is linked, used and let go."""

from __future__ import annotations

import logging

from django.db import IntegrityError, transaction
from django.utils import timezone

from trainees.models import Person, WeChatLink

logger = logging.getLogger(__name__)


class LinkedElsewhere(Exception):
    """This WeChat is somebody else's here; nothing changed."""


def link_wechat(*, person: Person, digest: str) -> WeChatLink:
    """From now on this WeChat signs her in, and one that did before no longer. Raises LinkedElsewhere."""
    try:
        with transaction.atomic():
            link, _ = WeChatLink.objects.update_or_create(person=person, defaults={"digest": digest})
    except IntegrityError as error:
        raise LinkedElsewhere from error
    logger.info("WeChat linked: %s", person.trainee.number)
    return link


def unlink_wechat(*, person: Person) -> None:
    if WeChatLink.objects.filter(person=person).delete()[0]:
        logger.info("WeChat let go: %s", person.trainee.number)


def note_wechat_used(*, link: WeChatLink) -> None:
    """It may have been let go in the same moment."""
    WeChatLink.objects.filter(pk=link.pk).update(last_used_at=timezone.now())
