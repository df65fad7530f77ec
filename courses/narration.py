"""Everything that can be said aloud in the courses: for whoever records it, and for whoever brings recordings in.

A subject (see `media.voices`) is the same in every language, since blocks keep their ids in translation. For people
there are names: `oranges/3` is the third card of the lesson with this address (where that is a knowledge check,
`oranges/3-a` and `oranges/3-why` belong to it as to a question of the quiz), `oranges/quiz-2` the second question of
its quiz, `oranges/quiz-2-a` what can be chosen first there, `oranges/quiz-2-why` the reason, `oranges/quiz-2-why-b`
what she hears who chose the second wrongly, `phrases/help` a phrase of the screens.
"""

from collections.abc import Iterator
from string import ascii_lowercase

from django.conf import settings
from django.utils.translation import override
from wagtail.blocks import StreamValue

from courses.blocks import CheckValue
from courses.models import LessonPage
from media.phrases import phrases
from quizzes.models import QuizPage
from quizzes.selectors import ShownQuestion, shown_quiz


class Script:
    """`words` by subject; `subjects` by the name that people give them, None where two lessons have one name."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}
        self.subjects: dict[str, str | None] = {}

    def add(self, name: str, subject: str, words: str) -> None:
        self.words[subject] = words
        self.subjects[name] = subject if self.subjects.get(name, subject) == subject else None


def script(language_code: str = settings.LANGUAGE_CODE) -> Script:
    """Of all live lessons, their quizzes and the screens. For commands: a few queries a quiz."""
    everything = Script()
    with override(language_code):
        for key, words in phrases().items():
            everything.add(f"phrases/{key}", f"phrase:{key}", words)
    for lesson in LessonPage.objects.live().filter(locale__language_code=language_code).order_by("path"):
        for number, card in enumerate(lesson.cards, 1):
            for name, subject, words in _said_on(card, language_code):
                everything.add(f"{lesson.slug}/{number}{name}", subject, words)
        for quiz in QuizPage.objects.live().child_of(lesson):
            shown = shown_quiz(quiz.translation_key, language_code)
            for number, question in enumerate(shown.questions if shown else (), 1):
                for name, subject, words in _said_in(question):
                    everything.add(f"{lesson.slug}/quiz-{number}{name}", subject, words)
    return everything


def _said_on(card: StreamValue.StreamChild, language_code: str) -> Iterator[tuple[str, str, str]]:
    """A card is said in one breath; of a knowledge check each part by itself, as in a quiz."""
    if isinstance(card.value, CheckValue):
        yield from _said_in(card.value.asked(card.id, language_code).question)
    else:
        yield "", f"card:{card.id}", card.value.spoken


def _said_in(question: ShownQuestion) -> Iterator[tuple[str, str, str]]:
    yield "", f"question:{question.id}", question.prompt or ""
    yield "-why", f"why:{question.id}", question.explanation
    for letter, option in zip(ascii_lowercase, [*question.options, *question.left, *question.right], strict=False):
        yield f"-{letter}", f"option:{question.id}:{option.id}", option.text
        if option.feedback:
            yield f"-why-{letter}", f"why:{question.id}:{option.id}", option.feedback
