"""What stands at the beginning of things in an examination text: numbers, headings, letters, “答案：”, “解析：”."""

import re
from typing import NamedTuple

from foundation.hanzi import to_halfwidth

CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
HANZI = "一二三四五六七八九十"
TRUE = ("√", "✓", "✔", "☑", "对", "正确", "是", "T", "TRUE", "Y", "YES", "V")
FALSE = ("×", "✗", "✘", "✕", "╳", "☒", "错", "错误", "不对", "不正确", "否", "非", "F", "FALSE", "N", "NO", "X")
VERDICT = "|".join(sorted((*TRUE, *FALSE), key=len, reverse=True))

TAGGED = (
    "(?:单选|单项选择|多选|多项选择|不定项选择|选择|判断|是非|填空|计算|简答"
    "|问答|论述|排序|连线|匹配|配对|案例|说明文字)"
)
NUMBERS = [
    ("word", re.compile(r"第 ?([0-9]{1,3}|[一二三四五六七八九十]{1,3}) ?题 ?[、．.:：]? ?")),
    ("word", re.compile(r"(?:题目?|Q) ?([0-9]{1,3}) ?[、．.:：] ?")),
    ("bracket", re.compile(r"[（(〔【\[] ?([0-9]{1,3}) ?[)）〕】\]] ?[、．.]? ?")),
    ("circle", re.compile(rf"([{CIRCLES}]) ?[、．.]? ?")),
    ("dot", re.compile(r"([0-9]{1,3}) ?(?:[．、，:：)）。﹒·】]|[.,](?![0-9])) ?")),
    ("dot", re.compile(rf"([0-9]{{1,3}}) ?(?=[(\[【]{TAGGED})")),
    ("tight", re.compile(r"([0-9]{1,3})[.,](?=[0-9])")),
    ("bare", re.compile(r"([0-9]{1,3}) (?=\S)")),
    ("hanzi", re.compile(rf"([{HANZI}]{{1,3}}) ?[、．.,，] ?")),
]
PAIRED = re.compile(r"([1-9][0-9]?)\.([1-9][0-9]?)(?: ?[、.:] ?| )(?![0-9])(?=\S)")
CERTAIN_NUMBER = "(?=[0-9０-９]{1,3} ?[．.、](?! ?[0-9０-９]))"
MARK_BEFORE = re.compile(
    rf"[（(] ?(?P<verdict>{VERDICT})? ?[)）] ?(?=[0-9０-９])"
    rf"|[（(] ?(?P<letters>[A-JＡ-Ｊ](?: ?[、,，]? ?[A-JＡ-Ｊ]){{0,7}}) ?[)）] ?{CERTAIN_NUMBER}"
    rf"|(?P<bare>[√×✓✔✗✘✕╳☑☒]) ?{CERTAIN_NUMBER}",
    re.I,
)

KINDS = [
    ("multiple", "多选|多项|不定项"),
    ("single", "单选|单项"),
    ("truefalse", "判断|是非|对错"),
    ("ordering", "排序|排列顺序"),
    ("matching", "连线|匹配|配对"),
    ("blank", "填空"),
    ("counting", "计算|算一算|解答题"),
    ("essay", "简答|问答|论述|案例|名词解释|思考|应用|实操"),
    ("description", "说明文字"),
    ("choice", "选择"),
]
KIND = re.compile("|".join(words for _kind, words in KINDS))
HEADING = re.compile(
    rf"(?P<number>第 ?[{HANZI}0-9]+ ?(?:部分|大题|节|卷)|[{HANZI}]{{1,3}}|[（(] ?[{HANZI}]{{1,3}} ?[)）]"
    r"|[ⅠⅡⅢⅣⅤⅥⅦⅧ]|[IVX]{1,4}(?=[.、．])|[0-9]{1,2}(?=[.、．]))? ?[、．.,，:：]? ?"
    r"[【\[《]? ?(?P<name>[^ ，。？?！!（(：:】\]]{0,10}?题型?"
    r"|(?:单项|多项|不定项)?选择|[单多]选|判断|是非|填空|计算|简答|问答|论述|排序|连线"
    r"|案例(?:分析)?(?= ?[:：]?$| ?[（(])) ?[】\]》]? ?(?P<rest>.*)"
)
HEADING_REST = re.compile(r"$|[（(\[【].*[)）\]】] ?[:：。]?$|[:：，,（(]|[共每]|。 ?(?:$|[共每])")
ONLY_POINTS = re.compile(r"$|(?=.*分)[:：，, ]*(?:[（(\[【][^（(\[【]*[)）\]】]|[共每][^？?]*) ?[:：。]?$")
ONLY_KIND = re.compile(
    rf"[（(【\[《] ?(?P<name>[^ ，。？?！!（(：:】\]]{{0,4}}?(?:{KIND.pattern})题?) ?[)）】\]》] ?[:：]?"
)
SCORE = r"[0-9]{1,3}(?:\.[05])? ?分"
POINTS = re.compile(rf"[（(【\[] ?(?:本题|每题|每小题|满分|分值)?[:：]? ?{SCORE} ?[)）】\]] ?")
TAG = re.compile(
    rf"[（(【\[] ?[^（(【\[)）】\] ]{{0,4}}{TAGGED} ?题?(?: ?[,，、;；:：] ?{SCORE})? ?[)）】\]] ?"
    rf"|^{TAGGED} ?题 ?(?:[:：] ?|(?={POINTS.pattern}))"
)

LABEL = re.compile(
    r"(?P<open>[【\[（(] ?)?(?:"
    r"(?P<feedback>反馈 ?(?P<letter>[A-HＡ-Ｈ]))"
    r"|(?P<explanation>(?:答案|试题|题目|本题)?(?:解析|分析|详解|解答|解释|理由|依据|点评)|Explanation|EXPLANATION)"
    r"|(?P<answer>(?:(?:正确|参考|标准|本题|试题|故|所以|(?:[单多]项)?选择题|[单多]选题|判断题|填空题) ?)?"
    r"(?:答 ?案|选项)(?:要点)?|答"
    r"|(?:答题|评分|参考)要点|[Aa]ns(?:wer)?|ANSWER|[Kk]ey)(?: ?[是为])?"
    r"|(?P<aside>(?:我的|您的|你的|学生|考生|用户)(?:答案|选择)|本?题?得分|知识点|考点|难度|难易度?|分值|分数|章节|出处|来源|题型))"
    r" ?(?P<close>[】\])）])? ?(?P<colon>[:：])? ?"
)
JUDGED_BY_LETTER = re.compile(
    "(?:对|正确|√)[^AB]{0,6}A.{0,12}(?:错|错误|×)[^AB]{0,6}B|A[^AB]{0,6}(?:对|正确|√).{0,6}B[^AB]{0,6}(?:错|×)"
)
WORKED = re.compile(r"解 ?[:：] ?")


class Numbered(NamedTuple):
    style: str
    number: int
    mark: str
    rest: str


def numbered(text: str) -> Numbered | None:
    """`3．湿橙子……` as style, number and the rest; `（√）3．`, `（C）3．`, `【判断题】3．` have more before it."""
    tag = TAG.match(text)
    text = text[tag.end() :] if tag else text
    before = MARK_BEFORE.match(text)
    text = text[before.end() :] if before else text
    start = to_halfwidth(text[:8])  # one sign stays one sign
    for style, pattern in NUMBERS:
        if found := pattern.match(start):
            mark = next(filter(None, before.groups()), "") if before else ""
            return Numbered(style, value_of(found[1]), mark, f"{tag[0] if tag else ''}{text[found.end() :]}")
    return None


def paired(text: str) -> Numbered | None:
    """`2.13 湿橙子……`, the thirteenth of the second chapter, as number 213."""
    found = PAIRED.match(to_halfwidth(text[:10]))
    return Numbered("pair", int(found[1]) * 100 + int(found[2]), "", text[found.end() :]) if found else None


def value_of(digits: str) -> int:
    """12, ⑫ and 十二 are twelve."""
    if digits in CIRCLES:
        return CIRCLES.index(digits) + 1
    if digits.isdecimal():
        return int(digits)
    tens, ten, ones = digits.rpartition("十")
    return (HANZI.index(tens[0]) + 1 if tens else 1) * 10 * bool(ten) + (HANZI.index(ones[0]) + 1 if ones else 0)


def kind_in(words: str) -> str:
    """The first kind that is named, or nothing."""
    return next((kind for kind, names in KINDS if re.search(names, words)), "")


def heading_kind(text: str) -> str | None:
    """The kind of question that a heading announces; None for what is no heading.

    `1．单选题（每题2分）` is one, `1．【单选题】（2分）橙子怕什么？` is a question.
    """
    if alone := ONLY_KIND.fullmatch(text):
        return kind_in(alone["name"])
    found = HEADING.fullmatch(text) if len(text) < 200 else None
    if not found or not KIND.search(found["name"]):
        return None
    by_digits = (found["number"] or "").isdecimal()
    ending = ONLY_POINTS if by_digits else HEADING_REST
    return kind_in(found["name"]) if ending.match(found["rest"]) else None


def is_tag_alone(text: str) -> bool:
    """`【多选】`, or `3．【多选】（2分）`: a heading, or a tag whose question has a line of its own."""
    found = numbered(text)
    return bool(TAG.match(text) or (found and found.style != "hanzi" and TAG.match(found.rest)))


def verdict(text: str) -> bool | None:
    """`√` is true, `错误` is false, anything else is neither."""
    said = to_halfwidth(text).strip(" 。.()【】[]").upper()
    return True if said in TRUE else False if said in FALSE else None


def ends_with_verdict(text: str) -> bool:
    """`……。（√）`, also with something before the sign in the bracket."""
    tail = text.rstrip("。. ")[-6:]
    inside = tail[max(tail.rfind("（"), tail.rfind("(")) + 1 :].rstrip("）) ")
    return verdict(inside) is not None and tail[-1:] in "）)"
