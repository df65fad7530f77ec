"""Drafts that begin with what is there: a pattern, or cards of another lesson. Nothing is published by it."""

import json
from collections.abc import Collection, Iterator
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from courses.drafting.patterns import Pattern
from courses.drafting.raw_cards import Raw, renewed
from courses.models import LessonPage, ModulePage
from courses.models.lesson import MOST_CARDS
from quizzes.models import QuizPage


class TooMany(Exception):
    """More cards than a lesson may have."""


class NoCards(Exception):
    """None was chosen, or those that were are gone."""


@transaction.atomic
def begin_lesson(*, module: ModulePage, pattern: Pattern, user, title: str = "", key: UUID | None = None) -> LessonPage:
    """A draft at the end of the module. Without a title it is called after its pattern; a `key` makes one lesson."""
    Page.objects.select_for_update().get(pk=module.pk)
    if key and Page.objects.filter(translation_key=key).exists():
        return lesson_begun_with(key, user) or begin_lesson(module=module, pattern=pattern, user=user, title=title)
    name = title or _("New lesson: %(pattern)s") % {"pattern": pattern.name}
    lesson = LessonPage(
        title=name,
        short_title=name[:40],
        slug=_free_slug(module, pattern.key),
        cards=json.dumps(pattern.cards()),
        locale=module.locale,
        owner=user,
        live=False,
        translation_key=key or uuid4(),
    )
    module.add_child(instance=lesson)
    lesson.save_revision(user=user, clean=False)  # a draft may lack what is asked for when she publishes
    log(instance=lesson, action="wagtail.create", user=user)
    return lesson


def lesson_begun_with(key: UUID, user) -> LessonPage | None:
    """Hers alone: a key that somebody else used is of no use to her."""
    return LessonPage.objects.filter(translation_key=key, owner=user, alias_of=None).order_by("pk").first()


@transaction.atomic
def take_cards(*, lesson: LessonPage, source: LessonPage, chosen: Collection[str], user) -> int:
    """Copies of these cards at the end of the draft; returns how many. Raises TooMany or NoCards, and takes none."""
    Page.objects.select_for_update().get(pk=lesson.pk)
    draft = lesson.get_latest_revision_as_object()
    cards = [card for card in latest_cards(source) if card["id"] in chosen]
    if not cards:
        raise NoCards
    kept = draft.cards.get_prep_value()
    if len(kept) + len(cards) > MOST_CARDS:
        raise TooMany
    draft.cards = json.dumps([*kept, *renewed(cards, {})])
    draft.save_revision(user=user, log_action=True, clean=False)
    return len(cards)


def latest_cards(lesson: LessonPage) -> list[Raw]:
    return lesson.get_latest_revision_as_object().cards.get_prep_value()


@transaction.atomic
def renew_ids(*, copy: Page, user) -> None:
    """For all cards and questions of a copied page and those below it: recordings and answers stay the original's."""
    new: dict[str, str] = {}
    for page in _lessons_then_quizzes(copy):
        name = "cards" if isinstance(page, LessonPage) else "questions"
        raw = renewed(getattr(page, name).get_prep_value(), new)
        for question in raw if name == "questions" else ():
            explains = question["value"].get("explains") or ""
            question["value"]["explains"] = new.get(explains, explains)
        setattr(page, name, json.dumps(raw))
        revision = page.save_revision(user=user, clean=False)
        if page.live:
            revision.publish(user=user)


def _lessons_then_quizzes(copy: Page) -> Iterator[LessonPage | QuizPage]:
    """As they were last written: Wagtail copies the draft along."""
    pages = copy.get_descendants(inclusive=True).order_by("path")
    for model in (LessonPage, QuizPage):
        for page in model.objects.filter(pk__in=pages.values("pk"), alias_of=None).order_by("path"):
            yield page.get_latest_revision_as_object()


def _free_slug(module: ModulePage, wanted: str) -> str:
    taken = set(module.get_children().values_list("slug", flat=True))
    return next(slug for slug in _numbered(wanted) if slug not in taken)


def _numbered(wanted: str) -> Iterator[str]:
    yield wanted
    number = 2
    while True:
        yield f"{wanted}-{number}"
        number += 1
