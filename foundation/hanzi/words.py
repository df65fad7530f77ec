"""Words for a search index that cannot split Chinese: bigrams, so that 腊肉 is found in 农家腊肉包装."""

import re
import unicodedata

# The main block with extension A, the number 〇, the compatibility block, and all the rare characters beyond (𠮷).
IDEOGRAPHS = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
RUNS = re.compile(rf"[{IDEOGRAPHS}]+|[^\W{IDEOGRAPHS}]+")
LONGEST_ENDING = 20
IDEOGRAPH = re.compile(rf"[{IDEOGRAPHS}]")


def bigrams(text: str) -> str:
    """Words for a search index: each Chinese run as its bigrams and single characters, other words in lower case.

    `农家腊肉 Box` gives `农家 家腊 腊肉 农 家 腊 肉 box`. Compatibility forms (full-width letters, ①) are folded first.
    """
    return " ".join(word for run in _runs(text) for word in _index_words(run))


def query_bigrams(text: str) -> str:
    """Words to ask for, all wanted: the bigrams of each Chinese run, or its only character; others in lower case."""
    return " ".join(word for run in _runs(text) for word in _query_words(run))


def endings(text: str) -> str:
    """What each Chinese run ends in, for indexes that find a word by its beginning: 蜡染 in 绣片和蜡染."""
    chinese = (run for run in _runs(text) if IDEOGRAPH.match(run))
    return " ".join(run[start : start + LONGEST_ENDING] for run in chinese for start in range(1, len(run)))


def _runs(text: str) -> list[str]:
    return RUNS.findall(unicodedata.normalize("NFKC", text).lower())


def _pairs(run: str) -> list[str]:
    return [run[start : start + 2] for start in range(len(run) - 1)]


def _index_words(run: str) -> list[str]:
    return [*_pairs(run), *run] if IDEOGRAPH.match(run) else [run]


def _query_words(run: str) -> list[str]:
    return (_pairs(run) or [run]) if IDEOGRAPH.match(run) else [run]
