"""Units of the axis. A unit numbers its stops: index of a day, first day of an index; the rest is derived.

Everything is exact integer arithmetic, so that a unit works a billion years away as it works today, and the
number of stops in a view is a subtraction. There is no year 0: years before Christ are counted as people
count them, so that the stops of 100 years are 200 BC, 100 BC, AD 1, 100, 200.
"""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Protocol

from viewer.model.calendar import Calendar, civil, day_number


class Unit(Protocol):
    """A row of stops in time."""

    def __hash__(self) -> int:
        """Return the same number for units with the same stops."""

    def index(self, day: int) -> int:
        """Return the number of the last stop at or before `day`."""

    def day(self, index: int) -> int:
        """Return the day number of a stop."""

    @property
    def least_days(self) -> int:
        """The shortest distance between two stops, in days."""


@dataclass(frozen=True, slots=True)
class DaysOfMonth:
    """Stops at the same days of every month; the first is always the 1st."""

    stops: tuple[int, ...]
    least_days: int
    calendar: Calendar = Calendar.GREGORIAN

    def index(self, day: int) -> int:
        """Return the number of the last stop at or before `day`."""
        year, month, of_month = civil(self.calendar, day)
        return (year * 12 + month - 1) * len(self.stops) + bisect_right(self.stops, of_month) - 1

    def day(self, index: int) -> int:
        """Return the day number of a stop."""
        months, at = divmod(index, len(self.stops))
        return day_number(self.calendar, months // 12, months % 12 + 1, self.stops[at])


@dataclass(frozen=True, slots=True)
class EveryDay:
    """A stop a day."""

    calendar: Calendar = Calendar.GREGORIAN

    @property
    def least_days(self) -> int:
        """The shortest distance between two stops, in days."""
        return 1

    def index(self, day: int) -> int:
        """Return the number of the last stop at or before `day`."""
        return day

    def day(self, index: int) -> int:
        """Return the day number of a stop."""
        return index


@dataclass(frozen=True, slots=True)
class Months:
    """A stop every `count` months (1, 3, 6, 12), the first in January."""

    count: int
    calendar: Calendar = Calendar.GREGORIAN

    @property
    def least_days(self) -> int:
        """The shortest distance between two stops, in days."""
        return 28 if self.count == 1 else 30 * self.count - 1

    def index(self, day: int) -> int:
        """Return the number of the last stop at or before `day`."""
        year, month, _ = civil(self.calendar, day)
        return (year * 12 + month - 1) // self.count

    def day(self, index: int) -> int:
        """Return the day number of a stop."""
        months = index * self.count
        return day_number(self.calendar, months // 12, months % 12 + 1, 1)


@dataclass(frozen=True, slots=True)
class Years:
    """A stop every `count` years as people count them, and one at AD 1."""

    count: int

    @property
    def least_days(self) -> int:
        """The shortest distance between two stops, in days; AD 1 to the first round year is shorter yet."""
        return 365 * self.count

    def index(self, day: int) -> int:
        """Return the number of the last stop at or before `day`; AD 1 is stop 0."""
        year = civil(Calendar.GREGORIAN, day)[0]
        if year >= 1:
            return year - 1 if self.count == 1 else year // self.count
        before_christ = 1 - year
        return -before_christ // self.count

    def day(self, index: int) -> int:
        """Return the day number of a stop."""
        return day_number(Calendar.GREGORIAN, self.year(index), 1, 1)

    def year(self, index: int) -> int:
        """Return the astronomical year of a stop."""
        if index < 0:
            return 1 + index * self.count
        return index + 1 if self.count == 1 else max(1, index * self.count)


@dataclass(frozen=True, slots=True)
class ChristianEra:
    """Two stops: the years before Christ (from the beginning of time), and those from AD 1."""

    @property
    def least_days(self) -> int:
        """The shortest distance between two stops, in days."""
        return 2**62

    def index(self, day: int) -> int:
        """Return -1 before AD 1, else 0."""
        return 0 if day >= self.day(0) else -1

    def day(self, index: int) -> int:
        """Return the day number of a stop."""
        return day_number(Calendar.GREGORIAN, 1, 1, 1) + (0 if index >= 0 else -(2**62))
