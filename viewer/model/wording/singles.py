"""How one date is said, with its doubts."""

from viewer.model.dates import HistoricalDate, Precision, Qualifier
from viewer.model.wording.lists import listed
from viewer.model.wording.phrases import Phrases
from viewer.model.wording.unspecified import unspecified_phrase
from viewer.model.wording.years import is_unit, year_phrase, year_span


def single_phrase(date: HistoricalDate, phrases: Phrases, *, inside: bool = False) -> str:
    """Say one date; `inside` an interval or a set, where a comma would be misread."""
    statements = phrases.statements
    text = plain_phrase(date, phrases)
    if date.significant_digits is not None:
        one = date.significant_digits == 1
        form = statements.significant_one if one else statements.significant
        text = form.format(date=text, digits=date.significant_digits)
    present = _present(date)
    marks = {mark for _, mark in present}
    if len(marks) > 1 and statements.partly:
        return statements.partly.format(date=text, marks=_partial_marks(present, phrases))
    if any(Qualifier.APPROXIMATE in mark for mark in marks):
        text = statements.about.format(date=running(date, text, phrases))
    if any(Qualifier.UNCERTAIN in mark for mark in marks):
        text = (statements.uncertain_inside if inside else statements.uncertain).format(date=text)
    return text


def running(date: HistoricalDate, text: str, phrases: Phrases) -> str:
    """Put the article before a decade, century or millennium in running text: "the 1930s"."""
    alone = bool(date.unspecified) and is_unit(date.unspecified[0]) and not date.unspecified[1]
    return phrases.statements.running.format(date=text) if alone else text


def plain_phrase(date: HistoricalDate, phrases: Phrases) -> str:
    """Say one date without its qualifiers."""
    if date.year is None or date.unspecified:
        return unspecified_phrase(date, phrases)
    if date.season is not None:
        return _part_of_year(date.year, date.season, phrases)
    year = year_phrase(date.year, phrases.years)
    month_and_day = day_phrase(date, phrases)
    if not month_and_day:
        return year
    text = phrases.days.in_year.format(date=month_and_day, year=year)
    return text if date.precision is not Precision.TIME else _with_time(text, date.time, phrases)


def day_phrase(date: HistoricalDate, phrases: Phrases) -> str:
    """Say month, or day and month, without the year; nothing where there is no month."""
    if date.month is None:
        return ""
    month = phrases.days.months[date.month - 1]
    return month if date.day is None else phrases.days.day_of_month.format(day=date.day, month=month)


def _part_of_year(year: int, code: int, phrases: Phrases) -> str:
    form = phrases.days.parts_of_year[code]
    runs_on = code in (24, 28, 30)
    if not runs_on:
        return form.format(year=year_phrase(year, phrases.years))
    if 1000 <= year < 9999:
        shown = phrases.days.winter_years.format(
            first=year, last=year + 1 if year % 100 == 99 else f"{(year + 1) % 100:02}"
        )
    else:
        shown = year_span(year, year + 1, phrases.years)
    return form.format(year=shown)


def _with_time(text: str, time: str, phrases: Phrases) -> str:
    clock, offset = time[:8], time[8:]
    if offset == "Z":
        clock = phrases.days.utc.format(time=clock)
    elif offset:
        clock = phrases.days.utc_offset.format(time=clock, offset=offset)
    return phrases.days.at_time.format(date=text, time=clock)


def _present(date: HistoricalDate) -> list[tuple[str, Qualifier]]:
    """Return the name and the mark of each component that the date has."""
    components = [("year", date.qualifiers.year)]
    if date.season is not None:
        components.append(("season" if date.precision is Precision.SEASON else "part", date.qualifiers.month))
    elif date.month is not None or (date.unspecified and date.unspecified[1]):
        components.append(("month", date.qualifiers.month))
    if date.day is not None or (date.unspecified and date.unspecified[2]):
        components.append(("day", date.qualifiers.day))
    return components


def _partial_marks(present: list[tuple[str, Qualifier]], phrases: Phrases) -> str:
    statements = phrases.statements
    forms = {
        Qualifier.APPROXIMATE: statements.approximate_mark,
        Qualifier.UNCERTAIN: statements.uncertain_mark,
        Qualifier.BOTH: statements.both_mark,
    }
    said = []
    for mark, form in forms.items():
        names = [statements.components[name] for name, own in present if own == mark]
        if names:
            said.append(form.format(names=listed(names, statements.and_, phrases)))
    return statements.comma.join(said)
