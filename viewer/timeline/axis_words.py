"""What the axis reads, in English: one table, so that another language is another table."""

from dataclasses import dataclass

from viewer.model.calendar import Calendar, civil


@dataclass(frozen=True, slots=True)
class AxisWords:
    """The words of the axis."""

    months: tuple[str, ...]
    short_months: tuple[str, ...]
    before: str
    after: str
    years_before: str
    years_after: str
    scales: tuple[tuple[int, str], ...]
    old_style: str
    new_style_from: tuple[str, ...]


ENGLISH_AXIS = AxisWords(
    months=(
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    short_months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    before="{year} BC",
    after="AD {year}",
    years_before="Years BC",
    years_after="Years AD",
    scales=((10**9, "billion"), (10**6, "million")),
    old_style="Old Style",
    new_style_from=("New Style from 14 February 1918", "New Style"),
)  # fmt: skip


def year_text(year: int, words: AxisWords = ENGLISH_AXIS) -> str:
    """Say an astronomical year: "1917", "AD 44", "45 BC" (-44), "12,000 BC", "13.8 billion BC".

    Years before Christ are counted as people count them (year 0 is 1 BC). Nothing is rounded: what is not a
    whole thousand of thousands keeps all its digits.
    """
    counted = year if year > 0 else 1 - year
    form = words.before if year < 1 else words.after if counted < 1000 or counted > 9999 else "{year}"
    return form.format(year=_number(counted, words))


def years_text(first: int, count: int, words: AxisWords = ENGLISH_AXIS) -> str:
    """Say `count` years from `first` on: "1910s" for ten, "1900–1999", "200–101 BC", "AD 1–99"."""
    last = first + count - 1
    if count == 10 and first >= 10 and first % 10 == 0:
        return f"{first}s" if first >= 1000 else words.after.format(year=f"{first}s")
    if last < 1:
        return words.before.format(year=f"{_number(1 - first, words)}–{_number(1 - last, words)}")
    plain = f"{_number(first, words)}–{_number(last, words)}"
    return plain if first >= 1000 and last <= 9999 else words.after.format(year=plain)


def month_text(day: int, calendar: Calendar = Calendar.GREGORIAN, words: AxisWords = ENGLISH_AXIS) -> str:
    """Name the month of a day."""
    return words.months[civil(calendar, day)[1] - 1]


def short_month_text(
    day: int, calendar: Calendar = Calendar.GREGORIAN, words: AxisWords = ENGLISH_AXIS
) -> str:
    """Name the month of a day in brief."""
    return words.short_months[civil(calendar, day)[1] - 1]


def day_text(day: int, calendar: Calendar = Calendar.GREGORIAN) -> str:
    """Give the day of the month."""
    return str(civil(calendar, day)[2])


def _number(counted: int, words: AxisWords) -> str:
    for size, name in words.scales:
        whole, rest = divmod(counted, size)
        if whole and counted % 10**6 == 0:
            decimals = f"{rest * 1000 // size:03}".rstrip("0")
            return f"{whole:,}{'.' + decimals if decimals else ''} {name}"
    return f"{counted:,}" if counted > 9999 else str(counted)
