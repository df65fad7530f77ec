"""Which format a file is in, by what stands in it."""

import re

WORKBOOK = b"PK\x03\x04"
AIKEN_ANSWER = re.compile(r"^ANSWER ?: ?[A-Z][ \t\r]*$", re.MULTILINE | re.IGNORECASE)
AIKEN_OPTION = re.compile(r"^[A-Za-z][.)] ", re.MULTILINE)
OF_A_PAPER = re.compile(r"^(?:[0-9]{1,3}[.、．)]|Explanation ?[:：]|解析)", re.MULTILINE)
GIFT_TITLE = re.compile(r"^[ \t]*(?:::|\$CATEGORY:)", re.MULTILINE)
GIFT_ANSWER = re.compile(r"(?<!\\)\{\s*(?:[=~#}]|T\b|F\b|TRUE\b|FALSE\b|%)")


def is_workbook(content: bytes) -> bool:
    return content.startswith(WORKBOOK)


def format_of(text: str) -> str:
    """Full-width braces are no GIFT, and a Chinese text that says “答案” is none of Aiken's."""
    if GIFT_TITLE.search(text) or GIFT_ANSWER.search(text):
        return "gift"
    answer = AIKEN_ANSWER.search(text)
    if answer and AIKEN_OPTION.search(text) and "答案" not in text:
        is_paper = not answer[0].startswith("ANSWER") and OF_A_PAPER.search(text)
        return "text" if is_paper else "aiken"
    return "text"
