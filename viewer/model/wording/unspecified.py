"""How a date with unspecified digits is said."""

from viewer.model.calendar import days_in_month
from viewer.model.dates import HistoricalDate
from viewer.model.wording.lists import listed
from viewer.model.wording.phrases import Phrases
from viewer.model.wording.years import is_unit, pattern_years, unit_phrase, year_phrase, year_span

_LISTED = 3  # so many possible days or months are named one by one


def unspecified_phrase(date: HistoricalDate, phrases: Phrases) -> str:
    """Say a pattern: "a day in April 1985", "25 December of a year in the 1560s", "19th century"."""
    year, month, day = date.unspecified
    if not month:
        return _year_alone(year, phrases)
    if date.season is not None:
        return _in_year(phrases.days.parts_alone[date.season], year, phrases, vague=False)
    if month == "XX":
        return _in_year(_of_any_month(day, phrases), year, phrases, vague=True)
    return _in_year(_of_some_month(date, phrases), year, phrases, vague=False)


def _year_alone(year: str, phrases: Phrases) -> str:
    if is_unit(year):
        return unit_phrase(year, phrases.years)
    if not year.strip("-X"):
        return phrases.years.any_year
    first, last = pattern_years(year)
    if "X" not in year.rstrip("X"):
        return year_span(first, last, phrases.years)
    return phrases.years.between.format(
        first=year_phrase(first, phrases.years), last=year_phrase(last, phrases.years)
    )


def _of_any_month(day: str, phrases: Phrases) -> str:
    if day in ("", "XX"):
        return phrases.days.a_day if day else phrases.days.a_month
    ordinals = [phrases.years.ordinal(value) for value in _fitting(day, 31)]
    return phrases.days.nth_of_a_month.format(day=listed(ordinals, phrases.statements.or_, phrases))


def _of_some_month(date: HistoricalDate, phrases: Phrases) -> str:
    year, month, day = date.unspecified
    days, months = phrases.days, _fitting(month, 12)
    names = [days.months[value - 1] for value in months]
    if not day and len(names) > _LISTED:
        return days.a_month_from.format(first=names[0], last=names[-1])
    named = listed(names, phrases.statements.or_, phrases)
    if not day:
        return named
    if day == "XX":
        return days.a_day_in.format(month=named)
    any_leap_year = 2000
    in_year = any_leap_year if "X" in year else int(year)
    longest = max(days_in_month(date.calendar, in_year, value) for value in months)
    numbers = [str(value) for value in _fitting(day, longest)]
    if len(numbers) > _LISTED and day[0] != "X":
        return days.a_day_from.format(first=numbers[0], last=numbers[-1], month=named)
    return days.day_of_month.format(day=listed(numbers, phrases.statements.or_, phrases), month=named)


def _in_year(text: str, year: str, phrases: Phrases, *, vague: bool) -> str:
    """Add the year: "a day in 1985" when the day is vague, "25 December 1985" when it is not."""
    if "X" not in year:
        form = phrases.days.some_in if vague else phrases.days.in_year
        return form.format(date=text, year=year_phrase(int(year), phrases.years))
    if not year.strip("-X"):
        return phrases.years.not_given.format(date=text)
    if not is_unit(year):
        first, last = (year_phrase(bound, phrases.years) for bound in pattern_years(year))
        return phrases.years.of_a_year_between.format(date=text, first=first, last=last)
    unit = unit_phrase(year, phrases.years)
    if vague:
        return phrases.days.some_in.format(date=text, year=phrases.statements.running.format(date=unit))
    return phrases.years.of_a_year_in.format(date=text, unit=unit)


def _fitting(pattern: str, largest: int) -> list[int]:
    return [
        value
        for value in range(1, largest + 1)
        if all(wanted in ("X", found) for wanted, found in zip(pattern, f"{value:02}", strict=True))
    ]
