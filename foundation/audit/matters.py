"""What an entry may be about: a short key that an app has named, with the words that staff read for it."""

from django.utils.functional import Promise

_words: dict[str, str | Promise] = {}


def matter(key: str, words: str | Promise) -> str:
    """Name a matter; returns the key, which is what entries keep."""
    _words[key] = words
    return key


def is_named(key: str) -> bool:
    return key in _words


def words_of(key: str) -> str:
    """The words for a key; one that no app names any more stands for itself."""
    return str(_words.get(key, key))
