"""Where does a text speak of a number, a month or a season?"""

import re
from collections.abc import Iterator

_THAI = (
    "มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม|"
    r"ม\.ค\.|ก\.พ\.|มี\.ค\.|เม\.ย\.|พ\.ค\.|มิ\.ย\.|ก\.ค\.|ส\.ค\.|ก\.ย\.|ต\.ค\.|พ\.ย\.|ธ\.ค\.|"
    "ฤดูใบไม้ผลิ|ฤดูใบไม้ร่วง|ฤดูร้อน|ฤดูหนาว|ฤดูฝน"
)
_CZECH = (
    "leden|ledna|lednu|lednem|únor|února|únoru|únorem|březen|března|březnu|březnem|duben|dubna|dubnu|dubnem|"
    "květen|května|květnu|květnem|červen|června|červnu|červnem|červenec|července|červenci|červencem|"
    "srpen|srpna|srpnu|srpnem|září|zářím|říjen|října|říjnu|říjnem|listopad|listopadu|listopadem|"
    "prosinec|prosince|prosinci|prosincem|jaro|jara|jaru|jaře|jarem|léto|léta|létu|létě|létem|"
    "podzim|podzimu|podzimem|zima|zimy|zimě|zimu|zimou"
)
_ENGLISH_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
_ENGLISH_SEASONS = "spring|springtime|summer|summertime|autumn|winter|wintertime|midsummer|midwinter"

_NUMBER = r"\d+"
"""Digits of every script: Thai ๑๙๑๗ is one number."""

_WORDS: dict[str, str] = {
    "th": _THAI,
    "cs": rf"(?i:\b(?:{_CZECH})\b)",
    "en": rf"\b(?:{_ENGLISH_MONTHS})\b|(?i:\b(?:{_ENGLISH_SEASONS})\b"
    r"|\bfall(?=,?(?: of)? \d))",
}
"""By primary language subtag; Thai runs its words together, Czech inflects them.

English months count with a capital (not "may" and "march"), and "fall" only before a number.
"""


def date_words(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) in characters of each number, month and season; `language` is a BCP 47 tag.

    Numbers are found in every language, months and seasons in English, Czech and Thai.
    """
    words = _WORDS.get(language.split("-", 1)[0].casefold())
    pattern = f"{_NUMBER}|{words}" if words else _NUMBER
    for found in re.finditer(pattern, text):
        yield found.span()
