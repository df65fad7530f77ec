"""The columns of a table of questions, by the names that people give them."""

import re

from foundation.hanzi import to_halfwidth

NAMES: dict[str, tuple[str, ...]] = {
    "kind": ("题型", "类型", "题目类型", "试题类型", "kind", "type", "question type"),
    "prompt": (
        "题目",
        "题干",
        "问题",
        "试题",
        "题目内容",
        "试题内容",
        "问题内容",
        "question",
        "prompt",
        "what is asked",
    ),
    "choices": ("选项", "答案选项", "候选项", "备选项", "备选答案", "options", "choices"),
    "answer": (
        "答案",
        "正确答案",
        "参考答案",
        "标准答案",
        "正确选项",
        "answer",
        "right answer",
        "correct answer",
        "correct",
    ),
    "explanation": ("解析", "答案解析", "试题解析", "理由", "为什么", "说明", "explanation", "why", "reason"),
    "unit": ("单位", "unit"),
    "name": ("名称", "编号", "name"),
    "category": ("分类", "章节", "category"),
}
BY_NAME = {name: column for column, names in NAMES.items() for name in names}
CHOICE = re.compile(r"(?:选项|答案选项|option|choice|answer) ?([a-j]|[1-9]|[一二三四五六])|([a-j])")
FEEDBACK = re.compile(r"(?:反馈|feedback) ?(?:to )?([a-j])()")
LONGEST_HEADING = 60
PLACES = dict(zip("123456789", "ABCDEFGHI", strict=True)) | dict(zip("一二三四五六", "ABCDEF", strict=True))

KINDS: dict[str, str] = {
    "choose one": "single",
    "single choice": "single",
    "all that fit": "multiple",
    "multiple choice": "multiple",
    "is it so?": "truefalse",
    "true/false": "truefalse",
    "true false": "truefalse",
    "a number": "numeric",
    "number": "numeric",
    "put in order": "ordering",
    "match": "matching",
    "short answer": "short",
    "text": "short",
}


def column_of(cell: object) -> str:
    """`prompt`, `choice A`, `feedback B` and so on; nothing for a heading that says nothing to us."""
    heading = to_halfwidth(str(cell or "")[:LONGEST_HEADING])
    said = re.sub(r"[\s_*:]+", " ", re.sub(r"\(.*?\)", "", heading)).strip().lower()
    if said in BY_NAME:
        return BY_NAME[said]
    for word, pattern in (("choice", CHOICE), ("feedback", FEEDBACK)):
        if found := pattern.fullmatch(said):
            sign = found[1] or found[2]
            return f"{word} {PLACES.get(sign, sign.upper())}"
    return ""
