"""Turning a lesson of the files into raw stream data, and into English texts by their place in the page."""

from courses.starter.choosing import choosing, truefalse
from courses.starter.files import stable_id
from courses.starter.writing import NO_PICTURE, Writer


def lesson_cards(writer: Writer, lesson: dict) -> list[dict]:
    """Raw data of the `cards` field."""
    blocks = []
    for card in lesson["cards"]:
        block_id = str(stable_id(writer.page_key, "card", card["id"]))
        value = KINDS[card["kind"]](writer, f"cards.{block_id}", card)
        blocks.append({"type": card["kind"], "id": block_id, "value": value})
    return blocks


def local_lines(writer: Writer, lesson: dict) -> list[dict]:
    """Raw data of the `local_lines` field; the values are left for the trainer to fill in."""
    blocks = []
    for number, words in enumerate(lesson.get("local", []), start=1):
        block_id = str(stable_id(writer.page_key, "local", str(number)))
        label = writer.words(f"local_lines.{block_id}.label", words)
        blocks.append({"type": "line", "id": block_id, "value": {"label": label, "value": ""}})
    return blocks


def _titled(writer: Writer, path: str, card: dict) -> dict:
    return {
        "picture": writer.picture(f"{path}.picture", card),
        "title": writer.words(f"{path}.title", card["title"]),
    }


def _card(writer: Writer, path: str, card: dict) -> dict:
    return _titled(writer, path, card) | {
        "text": writer.sentences(f"{path}.text", card["text"]),
        "ask": writer.words(f"{path}.ask", card.get("ask")),
        "answer": writer.words(f"{path}.answer", card.get("answer")),
    }


def _warning(writer: Writer, path: str, card: dict) -> dict:
    return _titled(writer, path, card) | {"text": writer.sentences(f"{path}.text", card["text"])}


def _steps(writer: Writer, path: str, card: dict) -> dict:
    return _titled(writer, path, card) | {"steps": writer.listed(path, "steps", card["steps"], writer.words)}


def _pair(writer: Writer, path: str, card: dict) -> dict:
    value: dict = {
        "title": writer.words(f"{path}.title", card["title"]),
        "note": writer.words(f"{path}.note", card.get("note")),
    }
    for side in ("right", "wrong"):
        value[f"{side}_picture"] = writer.picture(f"{path}.{side}_picture", card[side])
        value[f"{side}_text"] = writer.words(f"{path}.{side}_text", card[side]["text"])
    return value


def _amount(writer: Writer, path: str, source: dict) -> dict:
    return {"label": writer.words(f"{path}.label", source["label"]), "amount": source["amount"]}


def _sum(writer: Writer, path: str, card: dict) -> dict:
    return _titled(writer, path, card) | {
        "price": _amount(writer, f"{path}.price", card["price"]),
        "rows": writer.listed(path, "rows", card["rows"], lambda place, row: _amount(writer, place, row)),
        "left": _amount(writer, f"{path}.left", card["left"]),
        "note": writer.words(f"{path}.note", card.get("note")),
    }


def _calculator(writer: Writer, path: str, card: dict) -> dict:
    named = {"goods_name": writer.words(f"{path}.goods_name", card["goods_name"])}
    return _titled(writer, path, card) | named | card["numbers"]


def _listing(writer: Writer, path: str, card: dict) -> dict:
    return _titled(writer, path, card) | {
        "heading": writer.words(f"{path}.heading", card["heading"]),
        "price": writer.words(f"{path}.price", card["price"]),
        "per": writer.words(f"{path}.per", card.get("per")),
        "lines": writer.listed(path, "lines", card["lines"], writer.words),
    }


def _checklist(writer: Writer, path: str, card: dict) -> dict:
    def item(place: str, source: dict) -> dict:
        return {name: writer.words(f"{place}.{name}", source[name]) for name in ("mark", "text")}

    return _titled(writer, path, card) | {
        "note": writer.words(f"{path}.note", card.get("note")),
        "items": writer.listed(path, "items", card["items"], item),
    }


def _task(writer: Writer, path: str, card: dict) -> dict:
    value = _titled(writer, path, card) | {
        "text": writer.sentences(f"{path}.text", card["text"]),
        "criteria": writer.listed(path, "criteria", card["criteria"], writer.words),
        "no_phone": writer.words(f"{path}.no_phone", card["no_phone"]),
    }
    # Said only where there is one: the other tasks stay as they were written.
    if "example" in card:
        value["example"] = writer.words(f"{path}.example", card["example"])
    if "example_picture" in card:
        value["example_picture"] = writer.picture(f"{path}.example_picture", card["example_picture"])
    if "shelf" in card:
        value["shelf"] = card["shelf"]
    return value


def _check(writer: Writer, path: str, card: dict) -> dict:
    return {
        "prompt": writer.words(f"{path}.prompt", card["prompt"]),
        "picture": NO_PICTURE,
        **(choosing if "options" in card else truefalse)(writer, path, card),
        "explanation": writer.words(f"{path}.explanation", card["explanation"]),
    }


KINDS = {
    "card": _card,
    "warning": _warning,
    "steps": _steps,
    "pair": _pair,
    "sum": _sum,
    "calculator": _calculator,
    "listing": _listing,
    "checklist": _checklist,
    "task": _task,
    "check_single": _check,
    "check_multiple": _check,
    "check_truefalse": _check,
}
