"""Unicode normalization in time that grows with the text, whatever the text.

Python sorts the marks upon one letter in quadratic time: a million of them take ten minutes, in which nothing
else can run. No script sets more than a few; Unicode itself offers 30 as the bound (UAX #15, Stream-Safe
Text Format). So a longer run of marks is left as it is written.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Literal

LONGEST_RUN = 64
"""Marks in a row that are still put in order."""

_FIRST_MARK = "\u0300"


def normalized(form: Literal["NFC", "NFD", "NFKC"], text: str) -> str:
    """Return `text` in a Unicode normal form, but for runs of more than LONGEST_RUN combining marks."""
    if len(text) <= LONGEST_RUN or text.isascii():
        return unicodedata.normalize(form, text)
    marks = [sign for sign in set(text) if sign >= _FIRST_MARK and _is_mark(sign)]
    if sum(map(text.count, marks)) <= LONGEST_RUN:
        return unicodedata.normalize(form, text)
    parts = re.split(f"([{re.escape(''.join(marks))}]{{{LONGEST_RUN + 1},}})", text)
    return "".join(
        part if number % 2 else unicodedata.normalize(form, part) for number, part in enumerate(parts)
    )


@lru_cache(maxsize=4096)
def _is_mark(sign: str) -> bool:
    # Some are of class 0 themselves and fall into two that are not, as U+0F73 does.
    return unicodedata.combining(unicodedata.normalize("NFKD", sign)[0]) > 0
