"""Every message that the code marks for translation, found without gettext's programs."""

import ast
import re
from pathlib import Path
from typing import NamedTuple

from django.utils.translation import template

from tests.house.files import ROOT, shipped

# Function → which arguments are context, message, plural.
PLAIN, PLURAL, CONTEXT = ("gettext", "gettext_lazy", "gettext_noop", "_"), ("ngettext", "ngettext_lazy"), ("pgettext",)
SHAPES = (
    dict.fromkeys(PLAIN, (None, 0, None))
    | dict.fromkeys(PLURAL, (None, 0, 1))
    | dict.fromkeys((*CONTEXT, "pgettext_lazy"), (0, 1, None))
    | dict.fromkeys(("npgettext", "npgettext_lazy"), (0, 1, 2))
)
TEXT = r"""[urbUR]?(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
CALL = re.compile(rf"\b((?:n|p|np)?gettext|_)\(\s*({TEXT}(?:\s*,\s*{TEXT})*)", re.S)


class Message(NamedTuple):
    context: str | None
    text: str
    plural: str | None


def in_python(source: str) -> set[Message]:
    """Messages of Python code; `_` may stand for gettext or its lazy form."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return {message for call in calls if (message := _of_call(call))}


def _of_call(call: ast.Call) -> Message | None:
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    texts = [node.value if isinstance(node, ast.Constant) else None for node in call.args]
    return _shaped(name, texts) if name in SHAPES else None


def _shaped(name: str, texts: list) -> Message | None:
    found = [texts[place] if place is not None and place < len(texts) else None for place in SHAPES[name]]
    return Message(*found) if isinstance(found[1], str) else None


def in_template(source: str) -> set[Message]:
    """Messages of a template, by Django's own reading of it."""
    calls = CALL.findall(template.templatize(source))
    read = [(name, [ast.literal_eval(text) for text in re.findall(TEXT, texts, re.S)]) for name, texts in calls]
    return {message for name, texts in read if (message := _shaped(name, texts))}


def everywhere() -> dict[Message, Path]:
    """All messages of our own code, with a file that has it."""
    found: dict[Message, Path] = {}
    for path in shipped(".py", ".html", ".txt", ".svg"):
        if path.parts[0] in ("tests", "docs") or "migrations" in path.parts:
            continue
        source = (ROOT / path).read_text(encoding="utf-8")
        if path.suffix == ".py":
            found |= dict.fromkeys(in_python(source), path)
        elif "templates" in path.parts:
            found |= dict.fromkeys(in_template(source), path)
    return found
