"""Examination texts as they are pasted out of Word and WPS: `1．……（　） A．… B．… 答案：B 解析：…`."""

from quizzes.exchange.chinese_text.reading import read
from quizzes.exchange.chinese_text.writing import write

__all__ = ["read", "write"]
