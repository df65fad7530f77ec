"""What the phone needs to give a verdict at once: the key of the edition, and why each answer is right or wrong."""

from quizzes.selectors import ShownQuestion, ShownQuiz


def phone_key(quiz: ShownQuiz) -> dict:
    """What stands in a page as `quiz-key`; a course test has none, its key never leaves the server."""
    return {
        "canonical": quiz.edition.canonical,
        "words": {question.id: _words(question, quiz.lesson_url) for question in quiz.questions},
    }


def _words(question: ShownQuestion, lesson_url: str) -> dict:
    card = {"url": f"{lesson_url}#{question.explains}", "title": question.explains_title}
    return {
        "explanation": question.explanation,
        "feedback": {option.id: option.feedback for option in question.options if option.feedback},
        "explains": card if question.explains and lesson_url else None,
        "language": question.language,
    }
