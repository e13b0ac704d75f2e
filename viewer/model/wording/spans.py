"""How intervals and sets are said."""

from viewer.model.calendar import days_in_month
from viewer.model.dates import Ending, HistoricalDate, Kind, Precision
from viewer.model.wording.lists import listed
from viewer.model.wording.phrases import Phrases
from viewer.model.wording.singles import day_phrase, running, single_phrase
from viewer.model.wording.years import year_phrase, year_span

# The editors' way of writing early, middle and late: months of a year, days of a month (0 is the last day).
_THIRDS_OF_YEAR = {(1, 3): 0, (5, 8): 1, (10, 12): 2}
_THIRDS_OF_MONTH = {(1, 10): 0, (11, 20): 1, (21, 0): 2}


def statement(date: HistoricalDate, phrases: Phrases, *, inside: bool = False) -> str:
    """Say a date, an interval or a set, without the calendar."""
    if date.kind is Kind.DATE:
        return single_phrase(date, phrases, inside=inside)
    if date.kind is Kind.INTERVAL:
        return _interval(date, phrases)
    if date.kind is Kind.RANGE:
        return _range(date, phrases, date.kind)
    return _set(date, phrases, inside=inside)


def third_of(first: HistoricalDate, last: HistoricalDate) -> int | None:
    """Tell which third of a month or year an interval is written for: early 0, middle 1, late 2, or none."""
    if first.year is None or first.year != last.year or first.month is None or last.month is None:
        return None
    if first.day is None or last.day is None:
        return _THIRDS_OF_YEAR.get((first.month, last.month)) if first.day is last.day else None
    if first.month != last.month:
        return None
    to_the_end = last.day == days_in_month(first.calendar, first.year, first.month)
    return _THIRDS_OF_MONTH.get((first.day, 0 if to_the_end and first.day > 20 else last.day))


def _interval(date: HistoricalDate, phrases: Phrases) -> str:
    statements = phrases.statements
    endless = {
        (Ending.GIVEN, Ending.OPEN): statements.open_end,
        (Ending.GIVEN, Ending.UNKNOWN): statements.unknown_end,
        (Ending.OPEN, Ending.GIVEN): statements.open_start,
        (Ending.UNKNOWN, Ending.GIVEN): statements.unknown_start,
    }
    form = endless.get((date.start, date.end)) if len(date.parts) == 1 else None
    if form is not None:
        return form.format(date=_running(date.parts[0], phrases))
    first, last = date.parts
    return _span(first, last, phrases)


def _span(first: HistoricalDate, last: HistoricalDate, phrases: Phrases) -> str:
    statements = phrases.statements
    if first.text == last.text:
        return statements.within.format(date=_running(first, phrases))
    plain = _is_plain(first) and _is_plain(last) and first.precision is last.precision
    if plain and first.year is not None and last.year is not None:
        if first.precision is Precision.YEAR:
            return year_span(first.year, last.year, phrases.years)
        if first.year == last.year:
            return _within_year(first.year, first, last, phrases)
    begin, end = statement(first, phrases, inside=True), statement(last, phrases, inside=True)
    return statements.span.format(first=begin, last=end)


def _within_year(of_year: int, first: HistoricalDate, last: HistoricalDate, phrases: Phrases) -> str:
    year = year_phrase(of_year, phrases.years)
    in_year, statements = phrases.days.in_year, phrases.statements
    third = third_of(first, last)
    if first.precision is Precision.MONTH:
        if third is not None:
            return phrases.days.thirds[third].format(date=year)
        span = statements.short_span.format(first=day_phrase(first, phrases), last=day_phrase(last, phrases))
    elif first.month == last.month:
        if third is not None:
            month = phrases.days.months[(first.month or 1) - 1]
            return phrases.days.thirds[third].format(date=in_year.format(date=month, year=year))
        span = statements.short_span.format(first=first.day, last=day_phrase(last, phrases))
    else:
        span = statements.span.format(first=day_phrase(first, phrases), last=day_phrase(last, phrases))
    return in_year.format(date=span, year=year)


def _set(date: HistoricalDate, phrases: Phrases, *, inside: bool) -> str:
    statements = phrases.statements
    if date.kind is Kind.ONE_OF and len(date.parts) == 1 and date.parts[0].kind is Kind.RANGE and not inside:
        only = date.parts[0]
        if only.end is Ending.OPEN:
            return statements.not_before.format(date=_running(only.parts[0], phrases))
        if only.start is Ending.OPEN:
            return statements.not_after.format(date=_running(only.parts[0], phrases))
        return _between(only.parts[0], only.parts[1], phrases)
    said = [
        _range(part, phrases, date.kind) if part.kind is Kind.RANGE else statement(part, phrases, inside=True)
        for part in date.parts
    ]
    return listed(said, statements.or_ if date.kind is Kind.ONE_OF else statements.and_, phrases)


def _between(first: HistoricalDate, last: HistoricalDate, phrases: Phrases) -> str:
    form = phrases.statements.between
    plain = _is_plain(first) and _is_plain(last) and first.year == last.year
    if plain and first.year is not None and first.month is not None and last.month is not None:
        one_month = first.month == last.month and first.day is not None and last.day is not None
        begin = first.day if one_month else day_phrase(first, phrases)
        span = form.format(first=begin, last=day_phrase(last, phrases))
        return phrases.days.in_year.format(date=span, year=year_phrase(first.year, phrases.years))
    return form.format(first=_running(first, phrases), last=_running(last, phrases))


def _range(date: HistoricalDate, phrases: Phrases, kind: Kind) -> str:
    statements = phrases.statements
    one = kind is Kind.ONE_OF
    if date.end is Ending.OPEN:
        form = statements.or_later if one else statements.and_later
    elif date.start is Ending.OPEN:
        form = statements.or_earlier if one else statements.and_earlier
    else:
        first, last = date.parts
        return _span(first, last, phrases)
    return form.format(date=_running(date.parts[0], phrases))


def _running(date: HistoricalDate, phrases: Phrases) -> str:
    text = statement(date, phrases, inside=True)
    return text if date.approximate else running(date, text, phrases)


def _is_plain(date: HistoricalDate) -> bool:
    return (
        date.kind is Kind.DATE
        and not (date.unspecified or date.approximate or date.uncertain)
        and date.significant_digits is None
        and date.season is None
    )
