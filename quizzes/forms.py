"""Reading the plain form of a quiz, as the templates of `quizzes/questions/` write it. Nobody else parses it.

What was sent is taken as it is: whether an id is one of the question's, `quizzes.grading` says.
"""

import re
from collections.abc import Callable

from django.http import QueryDict

PLACE = re.compile(r"[0-9]{1,3}")

Answer = str | list[str] | dict[str, str]


def responses_from(canonical: dict, post: QueryDict) -> tuple[list[dict], list[str]]:
    """The answers as they go over the wire, and the ids of the questions not answered, or half answered.

    A half answered question is in both: what she did is kept.
    """
    responses: list[dict] = []
    still_open: list[str] = []
    for question in canonical["questions"]:
        answer, whole = READERS[question["kind"]](question, f"q-{question['id']}", post)
        if answer:
            responses.append({"question": question["id"], "answer": answer})
        if not whole:
            still_open.append(question["id"])
    return responses, still_open


def _one(_question: dict, name: str, post: QueryDict) -> tuple[Answer, bool]:
    answer = post.get(name, "").strip()
    return answer, bool(answer)


def _several(_question: dict, name: str, post: QueryDict) -> tuple[Answer, bool]:
    answer = list(dict.fromkeys(filter(None, post.getlist(name))))
    return answer, bool(answer)


def _order(question: dict, name: str, post: QueryDict) -> tuple[Answer, bool]:
    """The items by the place that she gave them. Two with one place, or one without, is not an order yet."""
    items = question["items"]
    places = {item: post.get(f"{name}-{item}", "") for item in items}
    given = {item: int(place) for item, place in places.items() if PLACE.fullmatch(place)}
    whole = sorted(given.values()) == list(range(1, len(items) + 1))
    return sorted(given, key=lambda item: given[item]), whole


def _pairs(question: dict, name: str, post: QueryDict) -> tuple[Answer, bool]:
    chosen = {left: post.get(f"{name}-{left}", "") for left in question["left"]}
    answer = {left: right for left, right in chosen.items() if right}
    return answer, len(answer) == len(chosen)


READERS: dict[str, Callable[[dict, str, QueryDict], tuple[Answer, bool]]] = {
    "single": _one,
    "truefalse": _one,
    "numeric": _one,
    "short": _one,
    "multiple": _several,
    "ordering": _order,
    "matching": _pairs,
}
