"""Which words join two statements and state nothing themselves?"""

import unicodedata

_CONNECTIVES = {
    "en": "|also|and|but|however|or|similarly|so|then|therefore|thus|whereas|while|whilst|yet|",
    "cs": "|a|ale|avšak|však|i|nebo|nicméně|proto|tak|takže|také|tedy|",
    "th": "|และ|แต่|หรือ|ทั้ง|รวมทั้ง|อีกทั้ง|จึง|ต่อมา|จากนั้น|นอกจากนี้|อย่างไรก็ตาม|ขณะเดียวกัน|ส่วน|",
}
"""By primary language subtag. A language that is not here has none: every word of it counts."""


def says_something(text: str, language: str) -> bool:
    """Tell whether `text` holds a word, name or number beside connectives; `language` is a BCP 47 tag.

    A word is what stands between spaces, without the punctuation around it.
    """
    idle = _CONNECTIVES.get(language.split("-", 1)[0].casefold(), "")
    words = (_bare(word).casefold() for word in text.split())
    return any(f"|{word}|" not in idle for word in words if word)


def _bare(word: str) -> str:
    """Return a word without punctuation and signs at its edges, "" where it is nothing else."""
    kept = [place for place, sign in enumerate(word) if unicodedata.category(sign)[0] in "LMN"]
    return word[kept[0] : kept[-1] + 1] if kept else ""
