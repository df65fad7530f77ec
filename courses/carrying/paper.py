"""What stands in the file of a course, read so strictly that what comes out has the right shape. No database."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from courses.carrying.archive import MOST_MEMBERS, refusal
from media.voices import SUBJECT

MOST_PAGES = 2_000
MOST_SENTENCES = 50_000  # the starter course has 3,000 a language
MOST_VIDEOS = 200
MOST_TIMES = 3  # that one part can be a picture: each is cleaned anew
PICTURE_FILE = re.compile(r"pictures/[0-9a-f]{64}\.(?:jpg|svg)")
SOUND_FILE = re.compile(r"recordings/[0-9a-f]{64}\.(?:mp3|m4a|ogg|wav)")
VIDEO_FILE = re.compile(r"videos/[0-9a-f]{64}\.mp4")
SHA256 = re.compile(r"[0-9a-f]{64}")
DIGEST = re.compile(r"(?:[0-9a-f]{16})?")
DRAWING = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,8})*")
ROOMS = {"course": (None,), "module": ("course",), "lesson": ("module",), "quiz": ("lesson", "course")}


@dataclass(frozen=True)
class PagePaper:
    """A page in all its languages; `languages` gives its fields by language."""

    key: UUID
    kind: str
    under: UUID | None
    languages: dict[str, dict]

    def title(self, language: str) -> str:
        """In one of its languages, as short as a list has it."""
        return str(self.languages[language].get("title", ""))[:60]


@dataclass(frozen=True)
class PicturePaper:
    """`key` is the sha256 of the picture where it was first saved: it stays when a site writes the file anew."""

    key: str
    file: str
    title: str
    description: str
    drawing: str


@dataclass(frozen=True)
class VideoPaper:
    """`key` is the sha256 of its largest form where it was first saved; `captions` are WebVTT by language."""

    key: str
    file: str
    title: str
    captions: dict[str, str]


@dataclass(frozen=True)
class SoundPaper:
    """One thing as it is said in one voice (language, place, name).

    `words` is the digest of the words of that day, `spare` the same for phones that do not play `file`.
    """

    voice: tuple[str, str, str]
    subject: str
    words: str
    file: str
    spare: str = ""


@dataclass(frozen=True)
class SentencePaper:
    """A translated text: of which page, at which place of it, from what, into what."""

    key: UUID
    path: str
    said: str
    translated: str


@dataclass(frozen=True)
class CoursePaper:
    """The whole of a course. Pages stand below those that come before them."""

    source: str
    pages: list[PagePaper]
    pictures: dict[str, PicturePaper] = field(default_factory=dict)
    sounds: list[SoundPaper] = field(default_factory=list)
    sentences: dict[str, list[SentencePaper]] = field(default_factory=dict)
    videos: dict[str, VideoPaper] = field(default_factory=dict)


def as_told(course: CoursePaper) -> dict:
    """As it is written in the file; a course without videos says nothing of them, as before there were any."""
    videos = [vars(one) for one in sorted(course.videos.values(), key=lambda one: one.key)]
    return ({"videos": videos} if videos else {}) | {
        "source": course.source,
        "pages": [
            {"key": str(one.key), "kind": one.kind, "under": one.under and str(one.under), "languages": one.languages}
            for one in course.pages
        ],
        "pictures": [vars(one) for one in sorted(course.pictures.values(), key=lambda one: one.key)],
        "recordings": [vars(one) for one in sorted(course.sounds, key=lambda one: (one.voice, one.subject))],
        "translations": {
            language: [{**vars(one), "key": str(one.key)} for one in sentences]
            for language, sentences in course.sentences.items()
        },
    }


def from_told(told: dict) -> CoursePaper:
    """The way back. Raises ValidationError."""
    try:
        pictures = [_picture(one) for one in _list(told["pictures"])]
        videos = [_video(one) for one in _list(told.get("videos", []))]
        paper = CoursePaper(
            source=_text(told["source"], LANGUAGE),
            pages=_pages(told),
            pictures={one.key: one for one in pictures},
            sounds=[_sound(one) for one in _list(told["recordings"])],
            sentences={
                _text(language, LANGUAGE): [_sentence(one) for one in _list(sentences)]
                for language, sentences in told["translations"].items()
            },
            videos={one.key: one for one in videos},
        )
        if len(paper.pictures) != len(pictures) or len(paper.videos) != len(videos):
            raise ValueError
        if len({(one.voice, one.subject) for one in paper.sounds}) != len(paper.sounds):
            raise ValueError
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise refusal("unreadable") from error
    _check_counts(paper)
    return paper


def _check_counts(paper: CoursePaper) -> None:
    """A few bytes can name one part thousands of times. Raises ValidationError."""
    counts = (
        (len(paper.pictures), MOST_MEMBERS),
        (len(paper.sounds), MOST_MEMBERS),
        (len(paper.videos), MOST_VIDEOS),
        (sum(len(sentences) for sentences in paper.sentences.values()), MOST_SENTENCES),
    )
    for count, most in counts:
        if count > most:
            raise refusal("too-many", limit=most)
    shown = [one.file for one in paper.pictures.values()] + [one.file for one in paper.videos.values()]
    if max(Counter(shown).values(), default=0) > MOST_TIMES:
        raise refusal("unreadable")


def files_named(course: CoursePaper) -> Iterator[str]:
    """The parts that the course is made of, beside what is written about it; one may be named again."""
    for sound in course.sounds:
        yield from filter(None, (sound.file, sound.spare))
    for picture in course.pictures.values():
        yield picture.file
    for video in course.videos.values():
        yield video.file


def _pages(told: dict) -> list[PagePaper]:
    pages: dict[UUID, PagePaper] = {}
    for one in _list(told["pages"]):
        page = _page(one)
        above = pages[page.under].kind if page.under else None
        if page.key in pages or above not in ROOMS[page.kind] or (page.under is None) != (not pages):
            raise ValueError
        if told["source"] not in page.languages:
            raise ValueError
        pages[page.key] = page
    if not 0 < len(pages) <= MOST_PAGES:
        raise ValueError
    return list(pages.values())


def _page(told: dict) -> PagePaper:
    under = told["under"] and UUID(told["under"])
    languages = {_text(language, LANGUAGE): dict(fields) for language, fields in told["languages"].items()}
    return PagePaper(UUID(told["key"]), told["kind"], under, languages)


def _picture(told: dict) -> PicturePaper:
    return PicturePaper(
        key=_text(told["key"], SHA256),
        file=_text(told["file"], PICTURE_FILE),
        title=_text(told["title"]),
        description=_text(told["description"]),
        drawing=_text(told["drawing"], DRAWING),
    )


def _video(told: dict) -> VideoPaper:
    captions = {_text(language, LANGUAGE): _text(text) for language, text in told["captions"].items()}
    return VideoPaper(_text(told["key"], SHA256), _text(told["file"], VIDEO_FILE), _text(told["title"]), captions)


def _sound(told: dict) -> SoundPaper:
    language, variety, name = (_text(one) for one in told["voice"])
    if not SUBJECT.match(told["subject"]):
        raise ValueError
    files = _text(told["file"], SOUND_FILE), told["spare"] and _text(told["spare"], SOUND_FILE)
    return SoundPaper((language, variety, name), _text(told["subject"]), _text(told["words"], DIGEST), *files)


def _sentence(told: dict) -> SentencePaper:
    return SentencePaper(UUID(told["key"]), *(_text(told[name]) for name in ("path", "said", "translated")))


def _list(told: object) -> Iterator[dict]:
    if not isinstance(told, list) or not all(isinstance(one, dict) for one in told):
        raise TypeError
    return iter(told)


def _text(told: object, pattern: re.Pattern | None = None) -> str:
    """Without what no database takes, and of the shape that is wanted."""
    if not isinstance(told, str) or "\0" in told or (pattern and not pattern.fullmatch(told)):
        raise ValueError
    return told
