"""The passage of a source that is most like a quotation which does not stand in it."""

from collections import Counter
from dataclasses import dataclass

from viewer.loading.problems import code_point, excerpt

_WHOLE_TEXT_LIMIT = 120_000  # characters of a source that are compared throughout (3 ms)
_QUOTE_LIMIT = 400  # characters of a quotation that are compared
_SEED = 8  # characters that must stand in a long source exactly for a passage to be considered
_SEEDS = 24
_WEIGHT_OF_UNIQUE = 10  # a seed that occurs once tells more than one that occurs in every sentence
_CUTOFF = 60  # per cent alike
_BUDGET = 60_000_000  # characters compared in one load; beyond it problems stand without a passage


@dataclass(frozen=True, slots=True)
class Passage:
    """The passage most like a quotation: its offsets in the searched text, and what differs first."""

    start: int
    end: int
    text: str
    difference: str


class NearestPassages:
    """Searches sources within a budget for the whole load: no number of wrong quotations stalls it."""

    def __init__(self) -> None:
        self._left = _BUDGET

    def nearest(self, quote: str, text: str) -> Passage | None:
        """Return the passage of `text` that is most like `quote`, None where none is near or time is up."""
        if self._left <= 0:
            return None
        wanted = quote[:_QUOTE_LIMIT]
        start = 0
        if len(text) > _WHOLE_TEXT_LIMIT:
            self._left -= len(text)
            start = _likely_start(wanted, text)
            if start < 0:
                return None
            text = text[start : start + 3 * len(wanted)]
        self._left -= len(text)
        from rapidfuzz import fuzz  # noqa: PLC0415 (40 ms that a sound collection does not need)

        found = fuzz.partial_ratio_alignment(wanted, text, score_cutoff=_CUTOFF)
        if found is None or found.dest_end <= found.dest_start:
            return None
        passage = text[found.dest_start : found.dest_end]
        return Passage(
            start + found.dest_start, start + found.dest_end, passage, _first_difference(wanted, passage)
        )


def _likely_start(quote: str, text: str) -> int:
    """Return where a window of three lengths of the quotation should begin, -1 without any clue."""
    step = max(1, (len(quote) - _SEED) // _SEEDS)
    votes: Counter[int] = Counter()
    for at in range(0, max(1, len(quote) - _SEED + 1), step):
        seed = quote[at : at + _SEED]
        found = text.find(seed)
        if found >= 0:
            weight = 1 if text.find(seed, found + 1) >= 0 else _WEIGHT_OF_UNIQUE
            votes[max(0, found - at) // max(1, len(quote))] += weight
    if not votes:
        return -1
    best, _ = votes.most_common(1)[0]
    return max(0, (best - 1) * len(quote))


def _first_difference(quote: str, passage: str) -> str:
    for mine, theirs in zip(quote, passage, strict=False):
        if mine != theirs:
            return f"{_shown(theirs)} there, {_shown(mine)} here"
    return ""


def _shown(sign: str) -> str:
    return f"{code_point(sign)} {excerpt(sign)}" if sign.strip() else code_point(sign)
