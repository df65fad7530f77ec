"""Chinese text for machines."""

import subprocess
import sys
from pathlib import Path

import pytest
from pypinyin import lazy_pinyin

from foundation.hanzi import bigrams, endings, query_bigrams, to_halfwidth
from foundation.hanzi.pinyin import full_and_initials, full_pinyin, initials, syllables


def _found(query: str, text: str) -> bool:
    return set(query_bigrams(query).split()) <= set(bigrams(text).split())


@pytest.mark.parametrize("query", ["腊肉", "农家", "包装", "家腊", "肉", "农家腊肉包装", "腊肉 包装"])
def test_a_word_inside_a_longer_one_is_found(query):
    assert _found(query, "农家腊肉包装")


@pytest.mark.parametrize("query", ["肉腊", "橙子", "腊肉橙"])
def test_characters_in_another_order_are_not_found(query):
    assert not _found(query, "农家腊肉包装")


def test_a_word_in_the_middle_begins_an_ending():
    assert endings("绣片和蜡染：Box") == "片和蜡染 和蜡染 蜡染 染"
    assert max(map(len, endings("晾" * 300).split())) == 20


def test_signs_and_spaces_make_no_words():
    assert bigrams(" ，。！ … ()  ") == ""
    assert query_bigrams("“”、") == ""


def test_latin_words_are_kept_in_lower_case():
    assert bigrams("Box 箱 QR码") == "box 箱 qr 码"


def test_full_width_letters_are_found_by_plain_ones():
    assert _found("qr2", "ＱＲ２")


def test_rare_characters_are_chinese_too():
    assert bigrams("𠮷家〇") == "𠮷家 家〇 𠮷 家 〇"


def test_full_width_digits_and_brackets_become_plain():
    assert to_halfwidth("５２２７３１（Ａ）　村") == "522731(A) 村"


def test_chinese_stops_stay():
    assert to_halfwidth("好。、《花》") == "好。、《花》"


@pytest.mark.parametrize(
    ("name", "full", "letters"),
    [
        ("好花红", "haohuahong", "hhh"),
        ("长顺县", "changshunxian", "csx"),
        ("都匀市", "duyunshi", "dys"),
        ("重庆", "chongqing", "cq"),
        ("六安", "luan", "la"),
        ("朝阳", "chaoyang", "cy"),
        ("吕家", "lvjia", "lj"),
    ],
)
def test_places_are_read_as_people_say_them(name, full, letters):
    assert (full_pinyin(name), initials(name)) == (full, letters)
    assert full_and_initials(name) == (full, letters)


def test_digits_stay_and_signs_go():
    assert syllables("好花红（２）组") == ["hao", "hua", "hong", "2", "zu"]


def test_a_character_without_a_reading_is_left_out():
    assert full_pinyin("𠮷村") == "cun"


def test_bigrams_do_not_load_the_dictionary():
    code = "import sys, foundation.hanzi, foundation.hanzi.pinyin; sys.exit('pypinyin' in sys.modules)"
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0


def test_names_read_the_short_way_are_read_as_the_dictionary_reads_them():
    towns = Path(__file__).parents[2] / "villages" / "starter" / "above_townships.csv"
    names = [line.split(",")[1] for line in towns.read_text(encoding="utf-8").splitlines()[1:]]
    assert [name for name in names if syllables(name) != lazy_pinyin(name)] == []
