"""Words that may have been meant, and words that only look the same."""

import unicodedata
from collections.abc import Collection, Iterable

from viewer.loading.problems import code_point
from viewer.model.normal_form import normalized

_WORD_LIMIT = 60  # characters of a misspelt word that are compared
_BUDGET = 400_000  # comparisons in one load; beyond it problems stand without a suggestion
_CUTOFF = 70  # per cent alike

_LOOK_ALIKES = {
    **dict(zip("аеорсухіјѕһԁԛԝѵкӏ", "aeopcyxijshdqwvkl", strict=True)),  # Cyrillic
    **dict(zip("οανρικυχϲ", "oavpikuxc", strict=True)),  # Greek
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "ı": "i",
}
_TABLE = str.maketrans(_LOOK_ALIKES)


class Suggestions:
    """Looks for the nearest known word, and remembers what it found."""

    def __init__(self) -> None:
        self._left = _BUDGET
        self._found: dict[tuple[str, str], str] = {}

    def did_you_mean(self, word: str, among: str, choices: Collection[str]) -> str:
        """Return ' (did you mean "title"?)', or "" where nothing is near; `among` names the choices."""
        word = word[:_WORD_LIMIT]
        key = (among, word)
        if key not in self._found:
            self._found[key] = self._search(word, choices)
        near = self._found[key]
        return f' (did you mean "{near}"?{_difference(word, near)})' if near else ""

    def _search(self, word: str, choices: Collection[str]) -> str:
        if len(choices) > self._left or not word:
            return ""
        self._left -= len(choices)
        from rapidfuzz import fuzz, process  # noqa: PLC0415 (40 ms that a sound collection does not need)

        words = sorted(choices)
        bare = skeleton(word)
        for choice in words:
            if skeleton(choice) == bare:
                return choice
        found = process.extractOne(word.casefold(), words, scorer=fuzz.ratio, score_cutoff=_CUTOFF)
        return str(found[0]) if found else ""


def skeleton(word: str) -> str:
    """Return what is left of `word` when case, form and script of letters that look alike are disregarded."""
    if word.isascii():
        return word.lower()
    folded = normalized("NFKC", word).casefold().translate(_TABLE)
    return "".join(sign for sign in folded if unicodedata.category(sign) != "Cf")


def look_alikes(words: Iterable[str]) -> list[tuple[str, str]]:
    """Return the pairs (first, later) of different words that a reader cannot tell apart, case aside."""
    first: dict[str, str] = {}
    pairs: list[tuple[str, str]] = []
    words = list(words)
    if all(word.isascii() and word == word.lower() for word in words):
        return pairs  # then no two different ones are alike
    for word in words:
        bare = skeleton(word)
        earlier = first.setdefault(bare, word)
        if earlier != word:
            pairs.append((earlier, word))
    return pairs


def telling_character(word: str, other: str) -> str:
    """Return the first character of `word` that `other` lacks there, as 'U+043E "о"'; "" without one."""
    for index, sign in enumerate(word):
        if sign != other[index : index + 1]:
            return f'{code_point(sign)} "{sign}"'
    return ""


def _difference(word: str, near: str) -> str:
    if skeleton(word) != skeleton(near) or (word.isascii() and near.isascii()):
        return ""
    if word.isascii():
        sign = telling_character(near, word)
        return f" It has {sign}" if sign else ""
    sign = telling_character(word, near)
    return f" Here stands {sign}" if sign else ""
