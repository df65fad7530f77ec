"""Mobile numbers of the mainland, however people write them."""

import re

from foundation.hanzi import to_halfwidth

BETWEEN = re.compile(r"[\s\-‐‑–—－()（）.·]")
COUNTRY = re.compile(r"(\+|00)?86(?=1)")
MOBILE = re.compile(r"1[3-9][0-9]{9}", re.ASCII)


def cleaned_number(text: str) -> str | None:
    """`+86 137-0000-0001`, `（86）１３７…`, `0086137…` give `13700000001`; None for what is no mobile number."""
    digits = BETWEEN.sub("", to_halfwidth(text))
    digits = COUNTRY.sub("", digits, count=1) if len(digits) > 11 else digits
    return digits if MOBILE.fullmatch(digits) else None
