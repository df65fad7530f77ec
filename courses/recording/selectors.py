"""How far the recording of a track is, who may record and review, and what became of each line."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from wagtail.models import Page

from courses.models import LessonPage
from courses.recording.scripts import PHRASES_KEY, Line, Part, Script, asked_in, language_read
from courses.teams.selectors import RECORDING, REVIEWING, AnyUser, courses_of, may_record, may_review, roles_of
from media.models import NarratorLink, Recording, Take, Track
from media.phrases import phrases
from media.voices import digest_of
from quizzes.models import QuizPage
from quizzes.selectors.shown import texts_of


@dataclass(frozen=True)
class Count:
    """How much of something is recorded. `waiting` was sent and is not approved yet."""

    key: str
    title: str
    total: int
    recorded: int = 0
    waiting: int = 0


@dataclass(frozen=True)
class SaidPart:
    """A part with what is on its way and what listeners hear; `stale` when they hear other words than stand there.

    `is_shut`: who looks at it may neither hear the take nor read what was remarked on it.
    """

    part: Part
    take: Take | None
    recording: Recording | None
    is_shut: bool = False
    approved: Take | None = None  # what they hear was this, as far as it came through the recorder

    @property
    def stale(self) -> bool:
        return self._says_other_words(self.recording)

    @property
    def take_is_stale(self) -> bool:
        """What waits to be heard was said before the words were changed."""
        return self._says_other_words(self.take)

    def _says_other_words(self, said: Take | Recording | None) -> bool:
        digest = said and said.words_digest
        return bool(digest) and digest != digest_of(self.part.words)

    @property
    def state(self) -> str:
        """Of the take on its way; else "heard" or nothing."""
        if self.take:
            return self.take.state
        return "heard" if self.recording else ""


@dataclass(frozen=True)
class SaidLine:
    line: Line
    parts: tuple[SaidPart, ...]

    @property
    def is_done(self) -> bool:
        """Nothing is to be recorded here: each part waits for a listener or is heard already."""
        return all(part.state in ("heard", Take.State.WAITING, Take.State.READY) for part in self.parts)

    @property
    def take(self) -> Take | None:
        """What went wrong or waits, of the first part that has such a one."""
        return next((part.take for part in self.parts if part.take), None)

    @property
    def is_shut(self) -> bool:
        return next((part.is_shut for part in self.parts if part.take), False)


def may_record_script(user: AnyUser, script: Script) -> bool:
    """The screens belong to no course: whoever records anywhere may record them."""
    return may_record(user, script.page) if script.page else bool(roles_of(user) & set(RECORDING))


def may_review_script(user: AnyUser, script: Script) -> bool:
    return may_review(user, script.page) if script.page else bool(roles_of(user) & set(REVIEWING))


def said_lines(script: Script, track: Track, link: NarratorLink | None = None) -> list[SaidLine]:
    """For who opened a narrator's link, takes of others are shut. Two queries."""
    subjects = list(script.parts)
    takes = list(Take.objects.filter(track=track, subject__in=subjects))
    approved = {take.subject: take for take in takes if take.state == Take.State.APPROVED}
    on_the_way = {take.subject: take for take in takes if take.state != Take.State.APPROVED}
    heard = {one.subject: one for one in Recording.objects.filter(track=track, subject__in=subjects)}

    def said(part: Part) -> SaidPart:
        take = on_the_way.get(part.subject)
        is_shut = link is not None and take is not None and take.link_id != link.pk
        return SaidPart(part, take, heard.get(part.subject), is_shut, approved.get(part.subject))

    return [SaidLine(line, tuple(map(said, line.parts))) for line in script.lines]


def first_to_say(said: list[SaidLine]) -> str:
    """Where who comes back goes on: at what was sent back, else at the first not recorded; nothing at the top."""
    returned = (one for one in said if any(part.state == Take.State.RETURNED for part in one.parts))
    first = next(returned, None) or next((one for one in said if not one.is_done), None)
    return "" if first is None or first is said[0] else first.line.key


def links_without_script(track: Track) -> list[NarratorLink]:
    """Those whose lesson was deleted, so that no page of it leads to them any more. Two queries."""
    links = list(NarratorLink.objects.filter(track=track).exclude(script=PHRASES_KEY))
    languages = {language_read(track), settings.LANGUAGE_CODE}
    lessons = LessonPage.objects.filter(
        locale__language_code__in=languages, translation_key__in={UUID(link.script) for link in links}
    )
    there = set(lessons.values_list("translation_key", flat=True))
    return [link for link in links if UUID(link.script) not in there]


def counts_of_track(user: AnyUser, track: Track) -> list[Count]:
    """The screens, then each lesson that the user may record, in order of the courses. A fixed number of queries."""
    subjects = subjects_by_script(user)
    heard = set(track.recordings.values_list("subject", flat=True))
    on_the_way = track.takes.filter(state__in=(Take.State.WAITING, Take.State.READY))
    waiting = set(on_the_way.values_list("subject", flat=True))
    return [
        Count(key, title, len(wanted), len(wanted & heard), len(wanted & waiting))
        for (key, title), wanted in subjects.items()
    ]


def count_of_tracks(user: AnyUser, tracks: Iterable[Track]) -> list[tuple[Track, Count]]:
    """“12 of 256 recorded” of each track, over all that the user may record. A fixed number of queries."""
    wanted = set().union(*subjects_by_script(user).values())
    heard = _by_track(Recording.objects.all(), wanted)
    waiting = _by_track(Take.objects.filter(state__in=(Take.State.WAITING, Take.State.READY)), wanted)
    counted = ((track, heard.get(track.pk, 0), waiting.get(track.pk, 0)) for track in tracks)
    return [(track, Count("", str(track), len(wanted), *count)) for track, *count in counted]


def _by_track(said: QuerySet, wanted: set[str]) -> dict[int, int]:
    subjects: dict[int, set[str]] = {}
    for track, subject in said.values_list("track_id", "subject"):
        subjects.setdefault(track, set()).add(subject)
    return {track: len(wanted & found) for track, found in subjects.items()}


def subjects_by_script(user: AnyUser) -> dict[tuple[str, str], set[str]]:
    """All that can be said, by key and title of a script. No words are read, and pages are not asked one by one."""
    subjects: dict[tuple[str, str], set[str]] = {}
    if roles_of(user) & set(RECORDING):
        subjects[(PHRASES_KEY, "")] = {f"phrase:{key}" for key in phrases()}
    quizzes: dict[str, list[QuizPage]] = {}
    for quiz in QuizPage.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE).order_by("path"):
        quizzes.setdefault(quiz.path[: -Page.steplen], []).append(quiz)
    for lesson in _lessons_of(user):
        said = set().union(*(_subjects_of_card(card) for card in lesson.cards.get_prep_value()))
        for quiz in quizzes.get(lesson.path, ()):
            said.update(*(_subjects_of_question(question) for question in quiz.questions.get_prep_value()))
        subjects[(str(lesson.translation_key), lesson.title)] = said
    return subjects


def _lessons_of(user: AnyUser) -> list[LessonPage]:
    """In the source language, live or not, of the courses in which the user records."""
    keys: set[UUID] = courses_of(user, RECORDING)
    source = LessonPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
    courses = Page.objects.filter(translation_key__in=keys, locale__language_code=settings.LANGUAGE_CODE)
    paths = tuple(courses.values_list("path", flat=True)) if keys else ()
    return [lesson for lesson in source.order_by("path") if lesson.path.startswith(paths)] if paths else []


def _subjects_of_card(card: dict) -> set[str]:
    kind = asked_in(card["type"])
    return _subjects_of_question({**card, "type": kind}) if kind else {f"card:{card['id']}"}


def _subjects_of_question(question: dict) -> set[str]:
    key, value = question["id"], question["value"]
    said = {f"question:{key}"} | ({f"why:{key}"} if value["explanation"] else set())
    for option in texts_of(question["type"], value, settings.LANGUAGE_CODE).values():
        said |= {f"option:{key}:{option.id}"} if option.text else set()
        said |= {f"why:{key}:{option.id}"} if option.feedback else set()
    return said
