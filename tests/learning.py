"""Small worlds in which somebody learns: a course with quizzes, and what a phone sends."""

import json
from io import BytesIO
from uuid import UUID, uuid4

from PIL import Image
from wagtail.models import Page

from courses.models import LessonPage, ModulePage
from progress.models import Ticket
from quizzes.models import QuizEdition, QuizPage
from quizzes.selectors import latest_edition
from tests.builders import a_course, a_lesson, a_module, a_task

RIGHT, WRONG, NUMBER = (UUID(int=n) for n in (1, 2, 3))


def a_question(number: int = 1) -> dict:
    """A single choice whose option RIGHT is right."""
    options = [
        {"type": "item", "id": str(key), "value": {"text": text, "right": key == RIGHT, "feedback": "纸箱吸水就软。"}}
        for key, text in ((RIGHT, "晾干再装"), (WRONG, "先装箱"))
    ]
    value = {"prompt": f"第{number}题：皮还湿，怎么办？", "explanation": "湿的容易发霉。", "options": options}
    return {"type": "single", "id": str(UUID(int=100 + number)), "value": value}


def a_sum() -> dict:
    value = {"prompt": "赔几元？", "value": "4", "tolerance": "0", "unit": "元", "explanation": "30÷15=2，2×2=4。"}
    return {"type": "numeric", "id": str(NUMBER), "value": value}


def all_that_fit(*right: UUID) -> dict:
    """The choice of `a_question` with as many ticks as one likes; these are right."""
    question = a_question() | {"type": "multiple"}
    for option in question["value"]["options"]:
        option["value"]["right"] = UUID(option["id"]) in right
    return question


def a_quiz(lesson: LessonPage, questions: list[dict] | None = None, **fields: object) -> QuizPage:
    """Published, so that it has an edition."""
    stream = json.dumps(questions or [a_question(), a_sum()])
    quiz = QuizPage(title=f"小测验：{lesson.title}", slug="quiz", questions=stream, locale=lesson.locale, **fields)
    lesson.add_child(instance=quiz)
    quiz.save_revision().publish()
    return quiz


def a_learning_course(lessons: int = 2) -> list[LessonPage]:
    """A course with lessons, each with a quiz of two questions, of which both must be right."""
    module: ModulePage = a_module(a_course())
    made = [a_lesson(module, title=f"第{n}课", slug=f"lesson-{n}") for n in range(1, lessons + 1)]
    for lesson in made:
        a_quiz(lesson)
    return made


def quiz_of(lesson: LessonPage) -> QuizPage:
    return QuizPage.objects.child_of(lesson).get()


def course_key_of(lesson: LessonPage) -> UUID:
    return lesson.course.translation_key


def an_attempt(quiz: QuizPage, *, right: bool = True, edition: QuizEdition | None = None, **changes: object) -> dict:
    """What a phone sends when she hands in a quiz of `a_quiz`."""
    edition = edition or latest_edition(quiz.translation_key)
    answers = {"single": str(RIGHT if right else WRONG), "numeric": "４元" if right else "5"}
    responses = [
        {"question": question["id"], "answer": answers.get(question["kind"])}
        for question in edition.canonical["questions"]
    ]
    body = {
        "uuid": str(uuid4()),
        "kind": "attempt-submitted",
        "object": str(quiz.translation_key),
        "edition": edition.number,
        "payload": {"responses": responses, "seconds": 40},
    }
    return body | changes


def a_finish(lesson: LessonPage, **changes: object) -> dict:
    body = {"uuid": str(uuid4()), "kind": "lesson-finished", "object": str(lesson.translation_key)}
    return body | {"payload": {"seconds": 60}} | changes


def a_checked(lesson: LessonPage, **changes: object) -> dict:
    """What a phone sends of a knowledge check on the first card."""
    body = {"uuid": str(uuid4()), "kind": "check-answered", "object": str(lesson.translation_key)}
    return body | {"payload": {"card": lesson.cards[0].id, "answer": [str(RIGHT)]}} | changes


def a_visit(lesson: LessonPage, *, position: int = 2, **changes: object) -> dict:
    payload = {"card": lesson.cards[position - 1].id, "position": position, "seconds": 60}
    return {
        "uuid": str(uuid4()),
        "kind": "lesson-left",
        "object": str(lesson.translation_key),
        "payload": payload,
    } | changes


def a_course_test(course: Page, *, pool: int = 4, **fields: object) -> QuizPage:
    """The published test of a course: single choices of which RIGHT is right."""
    stream = json.dumps([a_question(number) for number in range(1, pool + 1)])
    test = QuizPage(title="结业测验", slug="test", questions=stream, locale=course.locale, **fields)
    course.add_child(instance=test)
    test.save_revision().publish()
    return test


def a_sitting(ticket: Ticket, *, right: bool = True, **changes: object) -> dict:
    """What a phone sends when a try of a course's test is handed in."""
    responses = [{"question": key, "answer": str(RIGHT if right else WRONG)} for key in ticket.questions]
    body = {
        "uuid": str(ticket.uuid),
        "kind": "attempt-submitted",
        "object": str(ticket.quiz_key),
        "edition": ticket.edition.number,
        "payload": {"responses": responses, "seconds": 300},
    }
    return body | changes


def a_practice_course(**task: object) -> list[LessonPage]:
    """A course of two lessons without quizzes; the last card of the first is a practice task."""
    module: ModulePage = a_module(a_course())
    first = a_lesson(module, title="第1课", slug="lesson-1", more=[a_task(**task)])
    return [first, a_lesson(module, title="第2课", slug="lesson-2")]


def task_of(lesson: LessonPage) -> tuple[UUID, UUID]:
    """The key of its practice task: that of the lesson, and the card's."""
    return lesson.translation_key, UUID(lesson.cards[-1].id)


def a_handed_in(lesson: LessonPage, *photos: str, words: dict | None = None, **changes: object) -> dict:
    """What a phone sends when she hands in the task of `a_practice_course`; `photos` as they are named."""
    said = {"text": "五张照片，挑了这一张。"} if words is None else words
    payload = {"card": lesson.cards[-1].id, "words": said, "photos": list(photos), "only_county": False}
    body = {"uuid": str(uuid4()), "kind": "task-submitted", "object": str(lesson.translation_key), "payload": payload}
    return body | changes


def a_sent_photo(colour: str = "orange", *, size: tuple[int, int] = (800, 600), turned: bool = False) -> bytes:
    """A JPEG as a phone's camera writes it: it says where it was taken, and perhaps that it lies on its side."""
    exif = Image.Exif()
    exif[271] = "Huishui phone"
    if turned:
        exif[274] = 6
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, "JPEG", exif=exif)
    return out.getvalue()
