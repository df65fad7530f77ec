"""Text of a paper that belongs to no question: the story above several, a word at the end. Never lost unsaid."""

import re
from bisect import bisect_right
from itertools import groupby

from django.utils.translation import gettext as _

from foundation.hanzi import to_halfwidth
from quizzes.exchange.chinese_text.choices import ASKED
from quizzes.exchange.chinese_text.labels import parts_of
from quizzes.exchange.chinese_text.lines import Line
from quizzes.exchange.chinese_text.marks import HANZI, HEADING, VERDICT, ends_with_verdict
from quizzes.exchange.chinese_text.sheet import Question, Sheet
from quizzes.exchange.drafts import Draft, Refused, say_more

STORY = re.compile(
    rf"[【\[（(]?(?:背景|阅读)?(?:案例|材料|资料|情景|情境|背景)(?:分析)? ?[{HANZI}0-9]{{0,3}} ?(?:[】\]）)]|[:：])"
    r"|[（(]?(?:请|认真|仔细|根据|结合|依据){0,3}(?:阅读|看|分析)?(?:以下|下列|下面|上面)?的?(?:案例|材料|资料|短文|情景|图表)"
)
FOR_QUESTIONS = re.compile(
    r"(?:回答|完成|解答|作答|做) ?第? ?([0-9]{1,3}) ?题? ?[-—–－~～至到、和] ?第? ?[0-9]{1,3} ?(?:小|各)?题"
)
SMALL_PRINT = re.compile(
    r"满 ?分|总 ?分|时 ?[间长][:：为]? ?[0-9]+|试[卷题]|本卷"
    r"|[ABＡＢ] ?卷|[开闭]卷|[出命审]题|题 ?号|注意事项|答[题卷]|作答"
    r"|[每共各] ?[0-9]* ?[小大]?[题空]|[0-9]+ ?[小大]?题|填[在入写]|[打画划] ?[“\"]?[√×]"
    r"|(?:正确|错误|对|错)的?(?:请)?(?:[打填选画划写]|答案|选项)"
)
GIVEN = re.compile(rf"(?:{VERDICT}|[A-J]{{1,8}}|[0-9.]{{1,9}})[。.]?", re.I)
STOP = re.compile("[。？?！!；;，,]")
IN_BRACKETS = re.compile(r"(?: ?[（(\[【][^）)\]】]*[）)\]】])* ?[:：，,。]? ?")
LONGEST_TITLE, LONGEST_SMALL_PRINT, LONGEST_QUOTED = 40, 80, 40


def begins_story(line: Line, question: Question) -> bool:
    """`【材料二】…`, `阅读材料，回答3—4题：…` below a question that is whole, or that is none of those named."""
    text = line.text
    named = FOR_QUESTIONS.search(text, 0, LONGEST_SMALL_PRINT)
    if named and question.number is not None and int(named[1]) > question.number:
        return True
    asked = question.last_asked
    is_whole = question.is_answered or len(question.choices) > 1 or ends_with_verdict(asked) or ASKED.search(asked)
    return bool(is_whole and STORY.match(text)) or (line.after_gap and _needs_no_more(question, text))


def _needs_no_more(question: Question, text: str) -> bool:
    """Behind a letter, a mark or a number, a sentence below an empty line belongs to something else."""
    if question.number is None or not STOP.search(text) or parts_of(text)[0].label:
        return False
    if not question.answers:
        return not question.choices and not question.explanation and ends_with_verdict(question.last_asked)
    answer = question.answers[-1]
    return question.writing is answer and bool(GIVEN.fullmatch(to_halfwidth("".join(answer))))


def is_small_print(text: str, *, may_be_title: bool) -> bool:
    """Titles, and how the paper is to be filled in."""
    if may_be_title and len(text) <= LONGEST_TITLE and not STOP.search(text):
        return True
    if STORY.match(text) or FOR_QUESTIONS.search(text):
        return False
    return len(text) <= LONGEST_SMALL_PRINT and bool(SMALL_PRINT.search(text))


def behind_heading(text: str) -> str:
    """What a heading says besides its kind and its points: `三、案例分析题（20分）王嫂家的橙子……`."""
    found = HEADING.fullmatch(text)
    rest = found["rest"] if found else text
    return IN_BRACKETS.sub("", rest, count=1)  # at the beginning, where it may also match nothing


def with_what_was_left(found: list[Draft | Refused], sheet: Sheet) -> list[Draft | Refused]:
    """Said with the question that follows, or where none does by itself; once of what is printed twice."""
    if not found:
        return found
    in_order = sorted(found, key=lambda each: each.line)
    starts = [each.line for each in in_order]
    alone: list[Draft | Refused] = []
    left: dict[str, Line] = {}
    for line in sheet.left:
        left.setdefault(line.text, line)
    for place, group in groupby(left.values(), key=lambda line: bisect_right(starts, line.number)):
        lines = list(group)
        said = {"text": _quoted(lines)}
        if place < len(in_order):
            above = _("“%(text)s” above it was not taken. Write into the question what it needs of it.")
            say_more(in_order[place], above % said)
        else:
            reason = _(
                "“%(text)s” belongs to no question and was not taken. "
                "A question begins with a number, such as “1．”, and has its answer."
            )
            alone.append(Refused(lines[0].number, reason % said, prompt=said["text"]))
    return [*found, *alone]


def _quoted(lines: list[Line]) -> str:
    whole = "".join(line.text for line in lines[:LONGEST_QUOTED])
    return whole if len(whole) <= LONGEST_QUOTED else f"{whole[: LONGEST_QUOTED - 1]}…"
