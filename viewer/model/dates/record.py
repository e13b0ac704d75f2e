"""What is known of when something happened: four bounds, and how the date was written."""

from dataclasses import dataclass
from enum import IntFlag, StrEnum
from typing import NamedTuple

from viewer.model.calendar import Calendar


class Kind(StrEnum):
    """What the text states: one date, an interval, one of several, all of several, a run of values."""

    DATE = "date"
    INTERVAL = "interval"
    ONE_OF = "one of"
    ALL_OF = "all of"
    RANGE = "range"  # 1670..1672 within a set


class Precision(StrEnum):
    """The unit in which the text is written, finest first. Of several dates the coarsest counts."""

    TIME = "time"
    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    QUADRIMESTER = "quadrimester"
    SEMESTER = "semester"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"
    ERA = "era"  # ten thousand years and more


class Ending(StrEnum):
    """What is said of an end: given, open ("..": there is none), or unknown ("": there is one, not known)."""

    GIVEN = "given"
    OPEN = "open"
    UNKNOWN = "unknown"


class Qualifier(IntFlag):
    """EDTF's "?" and "~"; "%" is both."""

    NONE = 0
    UNCERTAIN = 1
    APPROXIMATE = 2
    BOTH = 3


class Qualifiers(NamedTuple):
    """The qualifier of each component of one date; a season is qualified as its month."""

    year: Qualifier = Qualifier.NONE
    month: Qualifier = Qualifier.NONE
    day: Qualifier = Qualifier.NONE


UNQUALIFIED = Qualifiers()


@dataclass(frozen=True, slots=True)
class HistoricalDate:
    """A date as written, and the days between which it began and ended.

    The four bounds are day numbers, inclusive; None where that side is open or unknown.

    - "1888", something that happened in the year: it began between 1888-01-01 and 1888-12-31, and ended
      between the same two days. A day has all four bounds equal.
    - "1904/1905": began 1904-01-01 to 1904-12-31, ended 1905-01-01 to 1905-12-31; each end has its own.
    - "1985/..": earliest_end and latest_end are None, and `end` says that it is open.
    - "[1985..]" (not before 1985): earliest_start and earliest_end are 1985-01-01, the latest ones None.
    - "{1960,1961-12}" (both): began in 1960, ended in December 1961.

    "~" and "?" move no bound: how far "about" reaches is nowhere said, so nothing is invented. They are kept
    as qualifiers, for words and drawing. A time of day is kept as text; the day it names is what counts.

    Components are as written, in its own calendar: year (astronomical), month, day of the month, season
    (EDTF code 21 to 41); None where absent or where digits are unspecified. `unspecified` then holds the
    patterns as written, such as ("156X", "12", "25"). Intervals and sets hold their members in `parts`: an
    interval its given ends, a set its members in the order written.
    """

    text: str
    calendar: Calendar
    kind: Kind
    precision: Precision
    earliest_start: int | None
    latest_start: int | None
    earliest_end: int | None
    latest_end: int | None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    qualifiers: Qualifiers = UNQUALIFIED
    start: Ending = Ending.GIVEN
    end: Ending = Ending.GIVEN
    parts: tuple["HistoricalDate", ...] = ()
    unspecified: tuple[str, ...] = ()
    significant_digits: int | None = None
    time: str = ""

    @property
    def certain(self) -> bool:
        """Tell whether first and last day are both known to the day, "about" and "perhaps" aside."""
        return (
            self.earliest_start is not None
            and self.earliest_start == self.latest_start
            and self.earliest_end is not None
            and self.earliest_end == self.latest_end
        )

    @property
    def span(self) -> tuple[int | None, int | None]:
        """Return the widest half-open span, (earliest start, latest end + 1); None for no bound."""
        return self.earliest_start, None if self.latest_end is None else self.latest_end + 1

    @property
    def core(self) -> tuple[int | None, int | None] | None:
        """Return the half-open span of days that certainly belong to it; None when no day does.

        "1904/1905" certainly lasted from 1904-12-31 to 1905-01-01. A year alone has no certain day, a day is
        all core. None within the pair is an end that is open, not merely unknown.
        """
        if self.kind is Kind.ONE_OF and Ending.OPEN in (self.start, self.end):
            return None
        first, last = self.latest_start, self.earliest_end
        if (
            self.start is Ending.UNKNOWN
        ):  # then at most the day of the end is certain, and the other way round
            first = self.latest_end
        if self.end is Ending.UNKNOWN:
            last = self.earliest_start
        if first is not None and last is not None and first > last:
            return None
        return first, None if last is None else last + 1

    @property
    def approximate(self) -> bool:
        """Tell whether any component is marked "~" or "%"."""
        return any(part.approximate for part in self.parts) or any(
            Qualifier.APPROXIMATE in qualifier for qualifier in self.qualifiers
        )

    @property
    def uncertain(self) -> bool:
        """Tell whether any component is marked "?" or "%"."""
        return any(part.uncertain for part in self.parts) or any(
            Qualifier.UNCERTAIN in qualifier for qualifier in self.qualifiers
        )
