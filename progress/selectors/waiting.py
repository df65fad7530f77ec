"""What waits on a phone until somebody says: that was me."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from courses.models import LessonPage
from progress.models import GuestEvent, Kind
from progress.selectors.lessons import first_in
from progress.wire import Refused, SentEvent, read_event
from quizzes.models import QuizEdition


@dataclass
class WaitingWork:
    """What was done in one lesson on one day. `lesson` is None when its page is gone; the work still counts."""

    lesson: LessonPage | None
    day: date
    last: datetime
    cards: int = 0
    finished: bool = False
    tries: int = 0
    uuids: list[UUID] = field(default_factory=list)

    def add(self, event: SentEvent) -> None:
        self.uuids.append(event.uuid)
        self.last = max(self.last, event.occurred_at)
        self.finished = self.finished or event.kind == Kind.LESSON_FINISHED
        self.cards = max(self.cards, event.payload.get("position", 0))
        self.tries += event.kind == Kind.ATTEMPT_SUBMITTED

    @property
    def choice(self) -> str:
        """The value of its box: exactly what was shown, and nothing that came later."""
        return " ".join(map(str, self.uuids))


def newest_waiting(guest: str) -> int:
    """The primary key of the newest event that waits on this phone; 0 when none does."""
    if not guest:
        return 0
    newest = GuestEvent.objects.filter(guest_digest=guest, credited=False).order_by("-pk")
    return newest.values_list("pk", flat=True).first() or 0


def waiting_work(guest: str, *, language: str) -> list[WaitingWork]:
    """The newest first; a fixed number of queries."""
    events = _read(GuestEvent.objects.filter(guest_digest=guest, credited=False).order_by("pk")) if guest else []
    lesson_of_quiz = _lessons_of_quizzes({event.object_key for event in events if event.kind == Kind.ATTEMPT_SUBMITTED})
    keys = {event.uuid: lesson_of_quiz.get(event.object_key, event.object_key) for event in events}
    pages = _pages(set(keys.values()), language)
    work: dict[tuple[UUID, date], WaitingWork] = {}
    for event in events:
        key, day = keys[event.uuid], timezone.localdate(event.occurred_at)
        done = work.setdefault((key, day), WaitingWork(pages.get(key), day, event.occurred_at))
        done.add(event)
    return sorted(work.values(), key=lambda one: one.last, reverse=True)


def _read(rows: Iterable[GuestEvent]) -> list[SentEvent]:
    events = []
    for row in rows:
        try:
            events.append(read_event(row.body, person=None, received_at=row.received_at))
        except Refused:  # the rules became stricter meanwhile
            continue
    return events


def _lessons_of_quizzes(quiz_keys: set[UUID]) -> dict[UUID, UUID]:
    editions = QuizEdition.objects.filter(quiz_key__in=quiz_keys).order_by("number")
    return dict(editions.values_list("quiz_key", "parent_key")) if quiz_keys else {}


def _pages(lesson_keys: set[UUID], language: str) -> dict[UUID, LessonPage]:
    wanted = (language, settings.LANGUAGE_CODE)
    found = LessonPage.objects.live().filter(translation_key__in=lesson_keys, locale__language_code__in=wanted)
    by_key: dict[UUID, list[LessonPage]] = {}
    for page in found.select_related("cover", "locale") if lesson_keys else ():
        by_key.setdefault(page.translation_key, []).append(page)
    return {key: page for key, pages in by_key.items() if (page := first_in(pages, language))}
