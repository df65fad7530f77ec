"""Chinese text for machines: full-width forms, bigrams for search, pinyin."""

import re
import unicodedata

RUNS = re.compile(r"[\u3400-\u9fff]+|[^\W\u3400-\u9fff]+")
HAN = re.compile(r"[\u3400-\u9fff]")


def bigrams(text: str) -> str:
    """Words for a search index: each Chinese run as its bigrams and single characters, other words in lower case.

    `农家腊肉 Box` gives `农家 家腊 腊肉 农 家 腊 肉 box`. Full-width Latin letters and digits are folded to half width.
    """
    return " ".join(word for run in _runs(text) for word in _index_words(run))


def query_bigrams(text: str) -> str:
    """Words to ask for: bigrams of each Chinese run, or its single character; other words in lower case."""
    return " ".join(word for run in _runs(text) for word in _query_words(run))


def _runs(text: str) -> list[str]:
    return RUNS.findall(unicodedata.normalize("NFKC", text).lower())


def _pairs(run: str) -> list[str]:
    return [run[start : start + 2] for start in range(len(run) - 1)]


def _index_words(run: str) -> list[str]:
    return [*_pairs(run), *run] if HAN.match(run) else [run]


def _query_words(run: str) -> list[str]:
    return (_pairs(run) or [run]) if HAN.match(run) else [run]
