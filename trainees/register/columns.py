"""The columns of a roster: how our template heads them, and how the forms of counties do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from django.utils.translation import get_language

from foundation.hanzi import to_halfwidth

NOTE = re.compile(r"\(.*?\)|\*|:|必填|选填")
LONGEST = 300  # what is longer is no heading, whatever it begins with
SPACE = re.compile(r"[\s_]+")
LATIN = re.compile(r"[a-z./]+")
FEWEST = 2  # a line with fewer known headings is no header


class Column(NamedTuple):
    """`also` are further headings, as people write them, with | between them."""

    key: str
    zh: str
    en: str
    also: str = ""

    @property
    def heading(self) -> str:
        return self.zh if (get_language() or "").startswith("zh") else self.en

    @property
    def names(self) -> list[str]:
        return [heading_key(name) for name in (self.zh, self.en, *self.also.split("|")) if name]


COLUMNS = [
    Column("number", "学员编号", "Trainee number", "学员号|trainee no.|trainee"),
    Column("name", "姓名", "Name", "学员姓名|学员|名字|人员姓名|成员姓名|家庭成员姓名|参训人员|参训人员姓名|full name"),
    Column("gender", "性别", "Gender", "sex"),
    Column("age", "年龄段", "Age band", "年龄|周岁|年龄/出生年份|age"),
    Column(
        "birth",
        "出生年份",
        "Year of birth",
        "出生日期|出生年月|出生年月日|出生年|生日|出生年份/年龄|birth|birth date|date of birth",
    ),
    Column("ethnicity", "民族", "Ethnicity", "ethnic group"),
    Column("schooling", "文化程度", "Schooling", "学历|最高学历|文化水平|受教育程度|教育程度|education"),
    Column("occupation", "从事产业", "Occupation", "职业|从事行业|单位职务|工作单位"),
    Column(
        "phone",
        "手机号",
        "Phone",
        "手机|手机号码|联系电话|联系手机|联系号码|移动电话|本人电话|电话|电话号码|联系方式"
        "|mobile|telephone|phone number",
    ),
    Column("id", "身份证号", "ID number", "身份证号码|公民身份号码|证件号码|身份证|id|id no."),
    Column("id_end", "身份证后4位", "Last four of the ID", "身份证后四位"),
    Column("county", "县", "County", "县/区|区县|县区|县市"),
    Column(
        "township", "乡镇", "Township", "乡镇/街道|乡镇街道|所在乡镇|所属乡镇|乡镇名称|乡/镇|镇|乡|镇街|街道|现居乡镇"
    ),
    Column(
        "village",
        "村",
        "Village",
        "村/社区|村社区|所在村|所属村|所在行政村|行政村|现居村|居住村|社区|村名|村居|村委会|村委|村民委员会",
    ),
    Column("code", "村代码", "Village code", "行政区划代码|区划代码|村级代码|12位代码|现居村代码|所在乡镇/村|code"),
    Column("hamlet", "村民小组", "Hamlet", "组|组别|寨|寨子|小组|村组|村民组|居民小组|自然寨|自然村|自然村寨"),
    Column(
        "address",
        "家庭住址",
        "Address",
        "住址|现住址|现居住地|居住地|居住地址|现居地址|家庭地址|详细地址|详细住址|地址|所在乡镇村|乡镇村|乡镇村组|单位职务或家庭住址",
    ),
    Column("registered", "户籍地", "Place of registration", "户口所在地|户籍所在地|户籍村|户籍地址"),
    Column("registered_code", "户籍村代码", "Code of the place of registration", "户籍地代码"),
    Column("household", "户编号", "Household number", "户号|家庭编号|household|household no."),
    Column("head", "是否户主", "Head of household", "户主|户主姓名"),
    Column("categories", "人员类别", "Categories", "户类型|身份类别|人员类型|类别|category"),
    Column("answer", "同一个人吗", "Same person?", "是否同一人"),
    Column("reason", "要改什么", "What to correct", ""),
    Column("serial", "序号", "No.", "no|编号|行号"),
]
GUIDES = ("怎么填", "How to fill it in")  # the second sheet of our template, in the language it was made in
NOT_READ = ("reason", "serial", "id_end")


def heading_key(text: str) -> str:
    """Headings are one when they differ in width, spaces, case, or in what stands in brackets: `手机号 （必填）`."""
    return SPACE.sub("", NOTE.sub("", to_halfwidth(text[:LONGEST]))).lower().replace("?", "")


KNOWN = {name: column.key for column in COLUMNS for name in column.names}
BY_KEY = {column.key: column for column in COLUMNS}


def keys_of(cells: Sequence[str]) -> list[str]:
    """For each heading the key of its column, empty for what we do not know."""
    return [_key_of(heading_key(cell)) for cell in cells]


def _key_of(name: str) -> str:
    """A heading in two languages, `姓名 Name`, is known by its Chinese half."""
    return KNOWN.get(name) or KNOWN.get(LATIN.sub("", name), "")


def is_header(cells: Sequence[str]) -> bool:
    keys = set(filter(None, keys_of(cells)))
    return "name" in keys and len(keys) >= FEWEST


def heading(key: str) -> str:
    return BY_KEY[key].heading if key in BY_KEY else key
