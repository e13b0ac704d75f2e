"""Dividing a long document into parts that can each be set without a pause. No Qt."""

from bisect import bisect_right

PART_LIMIT = 40_000
"""Characters of one part: the longest that is set within 0.2 seconds, Thai or without a single space."""


def part_starts(text: str, limit: int = PART_LIMIT) -> tuple[int, ...]:
    """Return where each part begins, in characters; every part ends after a line end where one is near.

    A text of up to one and a half limits is one part.
    """
    starts = [0]
    while len(text) - starts[-1] > limit + limit // 2:
        at = starts[-1]
        line_end = text.rfind("\n", at + limit // 2, at + limit)
        starts.append(line_end + 1 if line_end >= 0 else at + limit)
    return tuple(starts)


def part_of(starts: tuple[int, ...], offset: int) -> int:
    """Return the number of the part that holds a character offset."""
    return max(bisect_right(starts, offset) - 1, 0)
