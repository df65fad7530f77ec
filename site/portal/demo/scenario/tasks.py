"""Practice tasks that some people handed in: photos drawn here, words of their own, and what the demo trainer said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from io import BytesIO
from random import Random
from uuid import UUID, uuid5

from django.conf import settings
from PIL import Image, ImageDraw, ImageFilter

from courses.practice.selectors import TASK, TaskKey
from courses.selectors import open_courses, shown_lessons
from portal.demo.people import trainee_of_the_cast
from progress.models import Kind, LearningEvent, Submission
from progress.services import keep_photo, receive_events
from progress.services.reviewing import Judgement, review_submission
from trainees.models import Trainee, User

SIZE = (800, 600)
MORE = 8
"""Others of the term whose work waits."""
GOODS = {
    "橙子": ("#e5762a", "自家山坡的橙子，窗边拍的。"),
    "花生": ("#c49a6c", "刚晒好的花生，旁边放了一枚硬币。"),
    "土鸡蛋": ("#ead9c0", "今早捡的土鸡蛋，一共12个。"),
    "辣椒": ("#b3202a", "晒干的辣椒，布是白的。"),
}
LISTING = {
    "title": "贵州惠水橙子，现摘，一箱5斤15个",
    "lines": ["自家山坡上种的橙子。", "净重5斤，光算橙子。", "接了单再摘，晾干了装箱。"],
}


@dataclass(frozen=True)
class Work:
    """What somebody hands in for the task of one shelf, so many days ago, and what is said of it a day later."""

    shelf: str
    days_ago: float
    words: dict = field(default_factory=dict)
    photo: str = ""
    said: Judgement | None = None


CAST = {
    "yang": (
        Work(
            "photo", 6, {"text": "挑了第二张，最清楚。"}, "橙子",
            Judgement([True] * 4, passed=True, comment="光好，货也清楚。可以放到店里了。"),
        ),
        Work("listing", 1, LISTING, "橙子"),
    ),
    "wu": (
        Work(
            "photo", 4, {"text": "晚上在灯下拍的。"}, "辣椒",
            Judgement([False, True, False, True], passed=False, comment="灯光太黄了。早上搬到窗边，再放一枚硬币。"),
        ),
    ),
}  # fmt: skip


def hand_in_tasks(*, now: datetime) -> None:
    """Safe to repeat: everything has the same name each time."""
    tasks = _tasks()
    teacher = User.objects.filter(username="wei").first()
    for trainee, work in [*_of_the_cast(), *_of_the_term()]:
        if work.shelf in tasks:
            _hand_in(trainee, tasks[work.shelf], work, now, teacher)


def _tasks() -> dict[str, TaskKey]:
    """The first task of each shelf in the first course that is open."""
    found: dict[str, TaskKey] = {}
    for lesson in shown_lessons(open_courses()[0], settings.LANGUAGE_CODE):
        for card in lesson.cards:
            if card.block_type == TASK and card.value["shelf"]:
                found.setdefault(card.value["shelf"], (lesson.translation_key, UUID(card.id)))
    return found


def _of_the_cast() -> Iterator[tuple[Trainee, Work]]:
    for username, works in CAST.items():
        trainee = trainee_of_the_cast(username)
        yield from ((trainee, work) for work in works if trainee)


def _of_the_term() -> Iterator[tuple[Trainee, Work]]:
    """The first who have completed something, each with goods of her own."""
    learned = LearningEvent.objects.filter(kind=Kind.LESSON_COMPLETED).order_by().values("trainee")
    cast = [trainee.pk for username in CAST if (trainee := trainee_of_the_cast(username))]
    people = Trainee.objects.filter(pk__in=learned).exclude(pk__in=cast).order_by("pk")
    for number, trainee in enumerate(people[:MORE]):
        goods = list(GOODS)[number % len(GOODS)]
        yield trainee, Work("photo", 0.5 + number * 0.7, {"text": GOODS[goods][1]}, goods)


def _hand_in(trainee: Trainee, task: TaskKey, work: Work, now: datetime, teacher: User | None) -> None:
    lesson, card = task
    uuid, at = uuid5(trainee.key, f"demo task {work.shelf}"), now - timedelta(days=work.days_ago)
    if Submission.objects.filter(trainee=trainee, uuid=uuid).exists():
        return
    photos = [keep_photo(trainee=trainee, content=a_photo(work.photo, trainee.pk), now=at).sha256] if work.photo else []
    payload = {"card": str(card), "words": work.words, "photos": photos, "only_county": False}
    body = {"uuid": str(uuid), "kind": "task-submitted", "object": str(lesson), "payload": payload}
    receive_events(trainee=trainee, bodies=[{**body, "at": at.isoformat(), "language": "zh-hans"}], now=at)
    if work.said and teacher:
        submission = Submission.objects.get(trainee=trainee, uuid=uuid)
        review_submission(submission=submission, by=teacher, judgement=work.said, now=at + timedelta(days=1))


def a_photo(goods: str, number: int) -> bytes:
    """Things of this kind on a cloth by a window, drawn: nobody is in it. The same for the same number."""
    rng, colour = Random(f"{goods} {number}"), GOODS[goods][0]
    image = Image.new("RGB", SIZE, "#8a765c")
    draw = ImageDraw.Draw(image)
    draw.polygon([(60, 560), (740, 560), (660, 170), (140, 170)], fill="#ece6d8")
    for _thing in range(rng.randint(7, 12)):
        x, y, r = rng.randint(200, 600), rng.randint(250, 480), rng.randint(42, 66)
        draw.ellipse([x - r + 14, y - r + 18, x + r + 14, y + r + 18], fill="#c9c0ae")
        draw.ellipse([x - r, y - r, x + r, y + r], fill=colour, outline="#5b4026", width=2)
        draw.ellipse([x - r * 0.5, y - r * 0.6, x - r * 0.1, y - r * 0.2], fill="#fff4e0")
    draw.ellipse([636, 470, 676, 510], fill="#d5d5d0", outline="#8b8b86", width=3)  # a coin beside them
    out = BytesIO()
    image.filter(ImageFilter.GaussianBlur(1.2)).save(out, "JPEG", quality=82)
    return out.getvalue()
