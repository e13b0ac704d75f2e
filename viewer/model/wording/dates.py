"""A date in words, with its calendar."""

from dataclasses import replace

from viewer.model.calendar import Calendar, civil
from viewer.model.dates import HistoricalDate, Kind, Precision
from viewer.model.wording.english import ENGLISH, ENGLISH_SHORT
from viewer.model.wording.phrases import Phrases
from viewer.model.wording.spans import statement, third_of
from viewer.model.wording.years import year_phrase

_FINER_THAN_YEAR = tuple(Precision)[: tuple(Precision).index(Precision.YEAR)]
_TO_THE_DAY = (Precision.DAY, Precision.TIME)


def words(date: HistoricalDate, phrases: Phrases = ENGLISH) -> str:
    """Say a date in full, as "26 October 1879 (Old Style), 7 November 1879 (New Style)" or "about 1900".

    Dates of the Julian calendar are marked; days of it, and intervals of days, are given in both calendars.
    """
    text = statement(date, phrases)
    if date.calendar is Calendar.GREGORIAN:
        return text
    new = _new_style(date)
    if new is None:
        rough = date.precision not in _FINER_THAN_YEAR
        form = phrases.statements.old_style_year if rough else phrases.statements.old_style
        return form.format(date=text)
    return phrases.statements.both_styles.format(old=text, new=statement(new, phrases))


def short(date: HistoricalDate, phrases: Phrases = ENGLISH_SHORT) -> str:
    """Say a date for a label: "1888", "20 Jan 1929", "late Jan 1928", "1904–05", "26 Oct 1879 OS"."""
    return words(date, phrases)


def day_words(day: int, calendar: Calendar = Calendar.GREGORIAN, phrases: Phrases = ENGLISH) -> str:
    """Say a day number in a calendar: "26 October 1879", without naming the calendar."""
    year, month, of_month = civil(calendar, day)
    date = phrases.days.day_of_month.format(day=of_month, month=phrases.days.months[month - 1])
    return phrases.days.in_year.format(date=date, year=year_phrase(year, phrases.years))


def year_words(year: int, phrases: Phrases = ENGLISH) -> str:
    """Say an astronomical year: "1888", "AD 44", "45 BC" (-44), "1 BC" (0), "170 million BC" (-170000000)."""
    return year_phrase(year, phrases.years)


def _new_style(date: HistoricalDate) -> HistoricalDate | None:
    """Return the same days as written in the Gregorian calendar; None where the date is not made of days."""
    if date.unspecified or date.kind not in (Kind.DATE, Kind.INTERVAL):
        return None
    if date.kind is Kind.INTERVAL:
        if third_of(date.parts[0], date.parts[-1]) is not None:
            return None  # "late October" said in days of November would claim more than the source does
        parts = tuple(_new_style(part) for part in date.parts)
        given = tuple(part for part in parts if part is not None)
        return replace(date, calendar=Calendar.GREGORIAN, parts=given) if len(given) == len(parts) else None
    if date.precision not in _TO_THE_DAY or date.earliest_start is None:
        return None
    year, month, day = civil(Calendar.GREGORIAN, date.earliest_start)
    return replace(date, calendar=Calendar.GREGORIAN, year=year, month=month, day=day)
