"""Numbers, names and links in what staff write, however they are dressed up."""

import pytest

from trainees.telling import holds_link, holds_name, holds_number, visible


@pytest.mark.parametrize(
    "words",
    [
        "138.0013.8000",
        "138 0013-8000",
        "１３８／００１３／８０００",
        "1_3_8_0_0_1_3",
        "522731·19900101",
        "1\x003800138000",
    ],
)
def test_a_number_with_any_separators_is_one(words):
    assert holds_number(f"换号了{words}也叫小花")


@pytest.mark.parametrize(
    "words", ["9:00-11:30 来村委会", "2026-11-27 10:30", "2026.3.1", "卖了120斤，收入3600元", "12月3日"]
)
def test_times_days_and_sums_are_no_number(words):
    assert not holds_number(words)


@pytest.mark.parametrize(
    "words",
    [
        "http：//evil．cn",
        "evil．com",
        "evil。cn",
        "evil.tv/x",
        "evil点com",
        "1.2.3.4/x",
        "shop.taobao.store",
        "ｅｖｉｌ．ｃｏｍ",
        "看evil.com吧",
    ],
)
def test_a_link_in_any_dress_is_one(words):
    assert holds_link(words)


@pytest.mark.parametrize("words", ["卖3.5元一斤", "明天9点来。OK", "Please come. See you.", "第1.2课"])
def test_what_is_no_link_passes(words):
    assert not holds_link(words)


@pytest.mark.parametrize("words", ["也叫小花", "杨小花说", "杨 小 花", "小 花在"])
def test_a_given_name_alone_names_her(words):
    assert holds_name(words, "杨小花")


def test_a_given_name_of_one_sign_alone_does_not():
    assert (holds_name("兰花开了", "杨兰"), holds_name("杨兰在", "杨兰")) == (False, True)


def test_what_nobody_sees_is_left_out():
    assert visible("a\x00b\u202ec\nd") == "abc\nd"
