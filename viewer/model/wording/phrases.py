"""The table of phrases that a language needs to say every date, in two lengths."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPhrases:
    """How years and runs of years are written. Placeholders: {year}, {number}, {unit}, {first}, {last}."""

    common: str  # years 1000 to 9999
    early: str  # years of the common era that could be taken for something else
    before: str  # before the year 1
    thousands: str  # the separator in years of more than four digits
    scales: tuple[tuple[int, int, str], ...]  # at least, a multiple of, name: 170 million
    span: str
    wide_span: str  # where an end has words of its own: 1 BC to AD 9
    spans_share_century: bool  # 1904–05
    decade: str
    early_decade: str
    century: str
    century_before: str
    millennium: str
    millennium_before: str
    ordinal: Callable[[int], str]
    not_given: str  # {date}: no digit of the year is known
    any_year: str  # the same, where there is no month either
    between: str  # some digits are known, but not the first ones
    of_a_year_in: str  # {date}, {unit}
    of_a_year_between: str  # {date}, {first}, {last}


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPhrases:
    """How days, months and parts of a year are written. Placeholders: {day}, {month}, {year}, {date}."""

    months: tuple[str, ...]  # January first
    day_of_month: str
    in_year: str  # {date} {year}: 26 October, 1879
    some_in: str  # {date}, {year}: a day, in 1985
    a_day: str
    a_day_in: str
    a_month: str
    nth_of_a_month: str
    a_day_from: str  # {first}, {last}, {month}
    a_month_from: str
    parts_of_year: Mapping[int, str]  # by EDTF code
    parts_alone: Mapping[int, str]  # the same without a year
    winter_years: str  # a season that runs on into the next year: {first}, {last} (two digits)
    thirds: tuple[str, str, str]  # early, middle, late; {date} is a month or a year
    at_time: str  # {date}, {time}
    utc: str
    utc_offset: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementPhrases:
    """How doubt, intervals and choices are said. Placeholders: {date}, {first}, {last}, {digits}, {marks}."""

    running: str  # a decade or a century in running text: the 1930s
    about: str
    uncertain: str
    uncertain_inside: str  # within an interval or a set
    partly: str  # {date}, {marks}; empty where a mark on any component is shown as a mark on the whole
    components: Mapping[str, str]
    approximate_mark: str  # {names}
    uncertain_mark: str
    both_mark: str
    significant: str  # {date}, {digits}
    significant_one: str
    span: str  # 5 September to 8 October
    short_span: str  # 5 to 8 September
    within: str
    open_end: str
    unknown_end: str
    open_start: str
    unknown_start: str
    not_before: str
    not_after: str
    between: str
    or_later: str
    or_earlier: str
    and_later: str
    and_earlier: str
    comma: str
    and_: str  # {list}, {last}
    or_: str
    old_style: str
    old_style_year: str  # a year or more, where the calendars hardly differ
    both_styles: str  # {old}, {new}


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountPhrases:
    """How days and years are counted. Placeholders: {number}, {low}, {high}."""

    units: tuple[tuple[int, float, str, str, str], ...]  # up to days, days in one, one, several, range
    none: str
    thousands: str
    up_to: str  # {amount}
    at_least: str
    unknown: str
    age_none: str
    age_one: str
    ages: str
    age_either: str
    age_range: str
    age_at_least: str
    age_at_most: str  # {age}
    unborn: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """All phrases of one language in one length."""

    years: YearPhrases
    days: DayPhrases
    statements: StatementPhrases
