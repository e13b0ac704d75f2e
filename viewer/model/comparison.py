"""Which came first, how far apart, how old: with the error that the dates leave."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from viewer.model.calendar import Calendar, civil
from viewer.model.dates import HistoricalDate
from viewer.model.wording import age_words, days_words


class Order(StrEnum):
    """How one date lies to another."""

    BEFORE = "before"
    SAME = "same"
    AFTER = "after"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Difference:
    """A number of days known between two bounds; None for a side without bound.

    Signed where two dates are compared (negative: the second may be earlier), never negative for a spread.
    """

    minimum: int | None
    maximum: int | None

    @property
    def exact(self) -> bool:
        """Tell whether the number of days is known."""
        return self.minimum is not None and self.minimum == self.maximum

    @property
    def words(self) -> str:
        """Say the distance without its direction: "23 days", "a day", "12 to 14 days", "up to 5 days"."""
        if self.minimum is None or self.maximum is None:
            low, high = self.minimum, self.maximum
            if low is not None and low > 0:
                return days_words(low, None)
            return days_words(-high, None) if high is not None and high < 0 else days_words(None, None)
        if self.minimum <= 0 <= self.maximum:
            return days_words(0, max(-self.minimum, self.maximum))
        near, far = sorted((abs(self.minimum), abs(self.maximum)))
        return days_words(near, far)

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True, slots=True)
class Age:
    """Completed years, between two bounds; None for a side without bound, negative before birth."""

    minimum: int | None
    maximum: int | None

    @property
    def words(self) -> str:
        """Say the age: "60 years", "60 or 61 years"."""
        return age_words(self.minimum, self.maximum)

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True, slots=True)
class Overlap:
    """The days that two dates have in common: at least and at most; None for endless."""

    minimum: int | None
    maximum: int | None

    @property
    def certain(self) -> bool:
        """Tell whether they have a day in common, whatever their bounds leave open."""
        return self.minimum is None or self.minimum > 0

    @property
    def possible(self) -> bool:
        """Tell whether they may have a day in common."""
        return self.maximum is None or self.maximum > 0


def order(a: HistoricalDate, b: HistoricalDate) -> Order:
    """Say how `a` lies to `b`: before or after when all its days do, unknown when the bounds overlap.

    Same only when both are certain and have the same days: two events of "1888" are in unknown order.
    """
    if a.latest_end is not None and b.earliest_start is not None and a.latest_end < b.earliest_start:
        return Order.BEFORE
    if b.latest_end is not None and a.earliest_start is not None and b.latest_end < a.earliest_start:
        return Order.AFTER
    same_days = a.earliest_start == b.earliest_start and a.latest_end == b.latest_end
    return Order.SAME if same_days and a.certain and b.certain else Order.UNKNOWN


def difference(a: HistoricalDate, b: HistoricalDate) -> Difference:
    """Return the days from the beginning of `a` to the beginning of `b`, at least and at most."""
    return Difference(
        _minus(b.earliest_start, a.latest_start),
        _minus(b.latest_start, a.earliest_start),
    )


def spread(dates: Sequence[HistoricalDate]) -> Difference:
    """Return how far several claims about one date lie apart, in days.

    At most: from the first day that any of them allows to the last. At least: from the end of the claim that
    ends first to the beginning of the claim that begins last, 0 where all can be true together. Claims that
    are the same, and a single one, do not differ at all. Raises ValueError for no claims.
    """
    if not dates:
        raise ValueError("a spread needs at least one date")
    bounds = {(d.earliest_start, d.latest_start, d.earliest_end, d.latest_end) for d in dates}
    if len(bounds) == 1:
        return Difference(0, 0)
    starts = [date.earliest_start for date in dates]
    ends = [date.latest_end for date in dates]
    last_start = max((day for day in starts if day is not None), default=None)
    first_end = min((day for day in ends if day is not None), default=None)
    apart = _minus(last_start, first_end)
    widest = None
    if None not in starts and None not in ends:
        widest = _minus(
            max(day for day in ends if day is not None), min(day for day in starts if day is not None)
        )
    return Difference(max(apart or 0, 0), widest)


def age(born: HistoricalDate, at: HistoricalDate) -> Age:
    """Return the completed years between a birth and a date, at least and at most.

    Counted by the calendar, not by a length of years: in the calendar of both if they share one, else in the
    Gregorian. Who is born on 29 February completes a year on 1 March where there is no leap day.
    """
    calendar = born.calendar if born.calendar is at.calendar else Calendar.GREGORIAN
    return Age(
        _completed_years(calendar, born.latest_start, at.earliest_start),
        _completed_years(calendar, born.earliest_start, at.latest_end),
    )


def overlap(a: HistoricalDate, b: HistoricalDate) -> Overlap:
    """Return how many days two dates certainly have in common, and how many they may have."""
    longest = _common((a.earliest_start, a.latest_end), (b.earliest_start, b.latest_end))
    core_a, core_b = a.core, b.core
    shortest = 0 if core_a is None or core_b is None else _common(_inclusive(core_a), _inclusive(core_b))
    return Overlap(shortest, longest)


def _completed_years(calendar: Calendar, born: int | None, at: int | None) -> int | None:
    if born is None or at is None:
        return None
    born_year, *birthday = civil(calendar, born)
    year, *today = civil(calendar, at)
    return year - born_year - (today < birthday)


def _common(a: tuple[int | None, int | None], b: tuple[int | None, int | None]) -> int | None:
    first = max((day for day in (a[0], b[0]) if day is not None), default=None)
    last = min((day for day in (a[1], b[1]) if day is not None), default=None)
    return None if first is None or last is None else max(last - first + 1, 0)


def _inclusive(span: tuple[int | None, int | None]) -> tuple[int | None, int | None]:
    return span[0], None if span[1] is None else span[1] - 1


def _minus(a: int | None, b: int | None) -> int | None:
    return None if a is None or b is None else a - b
