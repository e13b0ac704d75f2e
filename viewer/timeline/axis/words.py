"""What the axis reads: the forms of years, months and days, filled from the table of a language."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from viewer.model.calendar import Calendar, civil

Forms = tuple[str, str, str, str]
"""A noun for 1, for 2 to 4, for 5 and more, and for a fraction; a language may need fewer."""


@dataclass(frozen=True, slots=True, eq=False)
class AxisWords:
    """The words of the axis in one language; `{year}`, `{month}`, `{day}`, `{number}` are filled in.

    `common` is a year of four digits where room is scarce, `marked` one that names its era where the language
    expects it ("ค.ศ. 1917"). `after` and `before` are years that need their era, `after_large` and
    `before_large` those said in millions; `scales` are those larger units, `short_scales`
    the same abbreviated. `decades` before the year 1000 and
    later are None where a language says the first and the last year instead. `months` are nominative, as they
    stand alone; `{month_number}` in `day_of_month` counts from 1. Of `new_style_from` the longest that fits
    is taken. `empty_years` and `empty_days` say how long a folded stretch is, `without_event` what it is
    where there is room for it; `which_form` says which of their forms a whole number takes.
    """

    name: str
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    day: str
    day_of_month: str
    month_of_year: str
    common: str
    marked: str
    before: str
    after: str
    before_large: str
    after_large: str
    decades: tuple[str, str] | None
    years_before: str
    years_after: str
    scales: tuple[tuple[int, Forms], ...]
    short_scales: tuple[tuple[int, Forms], ...]
    thousands: str
    decimal: str
    old_style: str
    new_style_from: tuple[str, ...]
    empty_years: Forms
    empty_days: Forms
    without_event: str
    which_form: Callable[[int], int]


def year_text(year: int, words: AxisWords) -> str:
    """Say an astronomical year in brief: "1917", "AD 44", "45 BC" (-44), "12,000 BC", "13.8 billion BC".

    Years before Christ are counted as people count them (year 0 is 1 BC). Nothing is rounded: what is not a
    whole thousand of thousands keeps all its digits.
    """
    return _year(year, words, words.common)


def year_texts(year: int, words: AxisWords) -> tuple[str, ...]:
    """Say a year with its era where the language marks it, then in brief: the first that fits is taken."""
    brief = year_text(year, words)
    return (brief,) if words.marked == words.common else (_year(year, words, words.marked), brief)


def rough_year_texts(year: int, words: AxisWords) -> tuple[str, ...]:
    """Name an age by a year in it, the longest words first; from seven digits on three figures, then two.

    "1917", "12,000 BC", "4.54 billion BC" with "4.54 bn BC" and "4.5 bn BC" behind it.
    """
    abbreviated = replace(words, scales=words.short_scales)
    rough = year_text(_rounded(year, 3), abbreviated), year_text(_rounded(year, 2), abbreviated)
    return (*year_texts(_rounded(year, 3), words), *rough)


def years_text(first: int, count: int, words: AxisWords) -> str:
    """Say `count` years from `first` on: "1910s" for ten, "1900–1999", "200–101 BC", "AD 1–99"."""
    last = first + count - 1
    if words.decades is not None and count == 10 and first >= 10 and first % 10 == 0:
        early, common = words.decades
        return (common if first >= 1000 else early).format(year=first)
    if last < 1:
        return words.before.format(year=f"{_number(1 - first, words)}–{_number(1 - last, words)}")
    plain = f"{_number(first, words)}–{_number(last, words)}"
    form = words.marked if first >= 1000 and last <= 9999 else words.after
    return form.format(year=plain)


def month_text(day: int, words: AxisWords, calendar: Calendar = Calendar.GREGORIAN) -> str:
    """Name the month of a day."""
    return words.months[civil(calendar, day)[1] - 1]


def short_month_text(day: int, words: AxisWords, calendar: Calendar = Calendar.GREGORIAN) -> str:
    """Name the month of a day in brief."""
    return words.short_months[civil(calendar, day)[1] - 1]


def day_text(day: int, words: AxisWords, calendar: Calendar = Calendar.GREGORIAN) -> str:
    """Give the day of the month."""
    return words.day.format(day=civil(calendar, day)[2])


def day_of_month_text(day: int, words: AxisWords, calendar: Calendar = Calendar.GREGORIAN) -> str:
    """Give the day with its month in brief: "25 Oct"."""
    _, month, of_month = civil(calendar, day)
    return words.day_of_month.format(day=of_month, month=words.short_months[month - 1], month_number=month)


def month_of_year_texts(day: int, words: AxisWords) -> tuple[str, ...]:
    """Name the month of a day with its year, then the month in brief."""
    year = year_texts(civil(Calendar.GREGORIAN, day)[0], words)[0]
    names = month_text(day, words), short_month_text(day, words)
    return (*(words.month_of_year.format(month=name, year=year) for name in names), names[1])


def empty_texts(days: int, words: AxisWords) -> tuple[str, ...]:
    """Say how long a stretch without an event is, the longest words first."""
    length = length_text(days, words)
    return words.without_event.format(length=length), length


def length_text(days: int, words: AxisWords) -> str:
    """Say how long a stretch of time is, in whole years, below two years in days: "1,204 years"."""
    years = round(days / 365.2425)
    number, forms = (years, words.empty_years) if years >= 2 else (days, words.empty_days)
    return forms[words.which_form(number)].format(number=_grouped(number, words))


def _year(year: int, words: AxisWords, common: str) -> str:
    counted = year if year > 0 else 1 - year
    if _scale_of(counted, words) is not None:
        form = words.after_large if year > 0 else words.before_large
    elif year > 0:
        form = common if 1000 <= counted <= 9999 else words.after
    else:
        form = words.before
    return form.format(year=_number(counted, words))


def _rounded(year: int, figures: int) -> int:
    counted = year if year > 0 else 1 - year
    unit = 10 ** max(len(str(counted)) - figures, 0) if counted >= 10**6 else 1
    near = (counted + unit // 2) // unit * unit
    return near if year > 0 else 1 - near


def _scale_of(counted: int, words: AxisWords) -> tuple[int, Forms] | None:
    if counted % 10**6:
        return None
    return next((scale for scale in words.scales if counted >= scale[0]), None)


def _number(counted: int, words: AxisWords) -> str:
    scale = _scale_of(counted, words)
    if scale is None:
        return _grouped(counted, words) if counted > 9999 else str(counted)
    size, forms = scale
    whole, rest = divmod(counted, size)
    decimals = f"{rest * 1000 // size:03}".rstrip("0")
    form = forms[3 if decimals else words.which_form(whole)]
    return f"{_grouped(whole, words)}{words.decimal + decimals if decimals else ''} {form}"


def _grouped(number: int, words: AxisWords) -> str:
    return f"{number:,}".replace(",", words.thousands)
