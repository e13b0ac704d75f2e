"""The English phrases: in full, and short for labels."""

from dataclasses import replace

from viewer.model.wording.phrases import AmountPhrases, DayPhrases, Phrases, StatementPhrases, YearPhrases


def ordinal(number: int) -> str:
    """Return 1st, 2nd, 3rd, 4th, 11th, 21st."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


_SEASONS = ("spring", "summer", "autumn", "winter")
_FRACTIONS = {
    33: "first quarter", 34: "second quarter", 35: "third quarter", 36: "fourth quarter",
    37: "first third", 38: "second third", 39: "last third",
    40: "first half", 41: "second half",
}  # fmt: skip
_SHORT_FRACTIONS = {
    33: "Q1", 34: "Q2", 35: "Q3", 36: "Q4",
    37: "1st third", 38: "2nd third", 39: "3rd third",
    40: "1st half", 41: "2nd half",
}  # fmt: skip
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_YEARS = YearPhrases(
    common="{year}",
    early="AD {year}",
    before="{year} BC",
    thousands=",",
    scales=((10**9, 10**7, "billion"), (10**6, 10**5, "million")),
    span="{first} to {last}",
    wide_span="{first} to {last}",
    spans_share_century=False,
    decade="{year}s",
    early_decade="{year}s AD",
    century="{number} century",
    century_before="{number} century BC",
    millennium="{number} millennium",
    millennium_before="{number} millennium BC",
    ordinal=ordinal,
    not_given="{date}, year not given",
    any_year="year not given",
    between="a year between {first} and {last}",
    of_a_year_in="{date} of a year in the {unit}",
    of_a_year_between="{date} of a year between {first} and {last}",
)

_DAYS = DayPhrases(
    months=_MONTHS,
    day_of_month="{day} {month}",
    in_year="{date} {year}",
    some_in="{date} in {year}",
    a_day="a day",
    a_day_in="a day in {month}",
    a_month="a month",
    nth_of_a_month="the {day} of a month",
    a_day_from="a day from {first} to {last} {month}",
    a_month_from="a month from {first} to {last}",
    parts_of_year={
        **{21 + n: f"{name} {{year}}" for n, name in enumerate(_SEASONS)},
        **{25 + n: f"{name} {{year}} (northern hemisphere)" for n, name in enumerate(_SEASONS)},
        **{29 + n: f"{name} {{year}} (southern hemisphere)" for n, name in enumerate(_SEASONS)},
        **{code: f"{name} of {{year}}" for code, name in _FRACTIONS.items()},
    },
    parts_alone={
        **{21 + n: name for n, name in enumerate(_SEASONS)},
        **{25 + n: f"{name} (northern hemisphere)" for n, name in enumerate(_SEASONS)},
        **{29 + n: f"{name} (southern hemisphere)" for n, name in enumerate(_SEASONS)},
        **_FRACTIONS,
    },
    winter_years="{first}-{last}",
    thirds=("early {date}", "mid-{date}", "late {date}"),
    at_time="{date}, {time}",
    utc="{time} UTC",
    utc_offset="{time} UTC{offset}",
)

_STATEMENTS = StatementPhrases(
    running="the {date}",
    about="about {date}",
    uncertain="{date}, uncertain",
    uncertain_inside="{date} (uncertain)",
    partly="{date} ({marks})",
    components={
        "year": "year",
        "month": "month",
        "day": "day",
        "season": "season",
        "part": "part of the year",
    },
    approximate_mark="{names} approximate",
    uncertain_mark="{names} uncertain",
    both_mark="{names} approximate and uncertain",
    significant="{date}, to {digits} significant digits",
    significant_one="{date}, to 1 significant digit",
    span="{first} to {last}",
    short_span="{first} to {last}",
    within="within {date}",
    open_end="from {date} on",
    unknown_end="from {date}, end unknown",
    open_start="until {date}",
    unknown_start="until {date}, beginning unknown",
    not_before="not before {date}",
    not_after="not after {date}",
    between="between {first} and {last}",
    or_later="{date} or later",
    or_earlier="{date} or earlier",
    and_later="{date} and all after",
    and_earlier="{date} and all before",
    comma=", ",
    and_="{list} and {last}",
    or_="{list} or {last}",
    old_style="{date} (Old Style)",
    old_style_year="{date} (Old Style)",
    both_styles="{old} (Old Style), {new} (New Style)",
)

ENGLISH = Phrases(years=_YEARS, days=_DAYS, statements=_STATEMENTS)

ENGLISH_SHORT = Phrases(
    years=replace(
        _YEARS,
        span="{first}–{last}",
        wide_span="{first} – {last}",
        spans_share_century=True,
        century="{number} c.",
        century_before="{number} c. BC",
        between="{first}–{last}",
        of_a_year_in="{date}, {unit}",
        of_a_year_between="{date}, {first}–{last}",
    ),
    days=replace(
        _DAYS,
        months=tuple(name[:3] for name in _MONTHS),
        parts_of_year={
            **{21 + n: f"{_SEASONS[n % 4]} {{year}}" for n in range(12)},
            **{code: f"{name} {{year}}" for code, name in _SHORT_FRACTIONS.items()},
        },
        parts_alone={**{21 + n: _SEASONS[n % 4] for n in range(12)}, **_SHORT_FRACTIONS},
        winter_years="{first}–{last}",
    ),
    statements=replace(
        _STATEMENTS,
        running="{date}",
        about="c. {date}",
        uncertain="{date}?",
        uncertain_inside="{date}?",
        partly="",
        significant="{date} ({digits} digits)",
        significant_one="{date} (1 digit)",
        span="{first} – {last}",
        short_span="{first}–{last}",
        within="{date}",
        open_end="{date}–",
        unknown_end="{date}–?",
        open_start="–{date}",
        unknown_start="?–{date}",
        not_before="{date} or later",
        not_after="{date} or earlier",
        old_style="{date} OS",
        old_style_year="{date}",
        both_styles="{old} OS",
    ),
)

ENGLISH_AMOUNTS = AmountPhrases(
    # Up to three months in days; beyond that a count of days says less than months or years do.
    units=(
        (100, 1, "a day", "{number} days", "{low} to {high} days"),
        (731, 30.436875, "about a month", "about {number} months", "about {low} to {high} months"),
        (10**15, 365.2425, "about a year", "about {number} years", "about {low} to {high} years"),
    ),
    none="no days",
    thousands=",",
    up_to="up to {amount}",
    at_least="at least {amount}",
    unknown="an unknown time",
    age_none="less than a year",
    age_one="1 year",
    ages="{number} years",
    age_either="{low} or {high} years",
    age_range="{low} to {high} years",
    age_at_least="at least {number} years",
    age_at_most="at most {age}",
    unborn="not yet born",
)
