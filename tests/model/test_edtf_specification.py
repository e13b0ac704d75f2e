"""Every example of the published EDTF specification (Library of Congress, 4 February 2019), with its bounds.

The bounds are earliest start, latest start, earliest end, latest end; "-" is a side without bound.
"""

import pytest

from viewer.model.calendar import iso_day
from viewer.model.dates import Ending, Kind, Precision, Qualifier, parse_edtf

Y, M, D = Precision.YEAR, Precision.MONTH, Precision.DAY


def within(first, last):
    """The bounds of what happened some time between two days."""
    return f"{first} {last} {first} {last}"


LEVEL_0 = [
    ("1985-04-12", D, within("1985-04-12", "1985-04-12")),
    ("1985-04", M, within("1985-04-01", "1985-04-30")),
    ("1985", Y, within("1985-01-01", "1985-12-31")),
    ("1985-04-12T23:20:30", Precision.TIME, within("1985-04-12", "1985-04-12")),
    ("1985-04-12T23:20:30Z", Precision.TIME, within("1985-04-12", "1985-04-12")),
    ("1985-04-12T23:20:30-04", Precision.TIME, within("1985-04-12", "1985-04-12")),
    ("1985-04-12T23:20:30+04:30", Precision.TIME, within("1985-04-12", "1985-04-12")),
    ("1964/2008", Y, "1964-01-01 1964-12-31 2008-01-01 2008-12-31"),
    ("2004-06/2006-08", M, "2004-06-01 2004-06-30 2006-08-01 2006-08-31"),
    ("2004-02-01/2005-02-08", D, "2004-02-01 2004-02-01 2005-02-08 2005-02-08"),
    ("2004-02-01/2005-02", M, "2004-02-01 2004-02-01 2005-02-01 2005-02-28"),
    ("2004-02-01/2005", Y, "2004-02-01 2004-02-01 2005-01-01 2005-12-31"),
    ("2005/2006-02", Y, "2005-01-01 2005-12-31 2006-02-01 2006-02-28"),
]

LEVEL_1 = [
    ("Y170000002", Y, within("+170000002-01-01", "+170000002-12-31")),
    ("Y-170000002", Y, within("-170000002-01-01", "-170000002-12-31")),
    ("2001-21", Precision.SEASON, within("2001-03-01", "2001-05-31")),
    ("1984?", Y, within("1984-01-01", "1984-12-31")),
    ("2004-06~", M, within("2004-06-01", "2004-06-30")),
    ("2004-06-11%", D, within("2004-06-11", "2004-06-11")),
    ("201X", Precision.DECADE, within("2010-01-01", "2019-12-31")),
    ("20XX", Precision.CENTURY, within("2000-01-01", "2099-12-31")),
    ("2004-XX", M, within("2004-01-01", "2004-12-31")),
    ("1985-04-XX", D, within("1985-04-01", "1985-04-30")),
    ("1985-XX-XX", D, within("1985-01-01", "1985-12-31")),
    ("1985-04-12/..", D, "1985-04-12 1985-04-12 - -"),
    ("1985-04/..", M, "1985-04-01 1985-04-30 - -"),
    ("1985/..", Y, "1985-01-01 1985-12-31 - -"),
    ("../1985-04-12", D, "- - 1985-04-12 1985-04-12"),
    ("../1985-04", M, "- - 1985-04-01 1985-04-30"),
    ("../1985", Y, "- - 1985-01-01 1985-12-31"),
    ("1985-04-12/", D, "1985-04-12 1985-04-12 - -"),
    ("1985-04/", M, "1985-04-01 1985-04-30 - -"),
    ("1985/", Y, "1985-01-01 1985-12-31 - -"),
    ("/1985-04-12", D, "- - 1985-04-12 1985-04-12"),
    ("/1985-04", M, "- - 1985-04-01 1985-04-30"),
    ("/1985", Y, "- - 1985-01-01 1985-12-31"),
    ("1984~/2004-06", Y, "1984-01-01 1984-12-31 2004-06-01 2004-06-30"),
    ("1984/2004-06~", Y, "1984-01-01 1984-12-31 2004-06-01 2004-06-30"),
    ("1984~/2004~", Y, "1984-01-01 1984-12-31 2004-01-01 2004-12-31"),
    ("1984?/2004%", Y, "1984-01-01 1984-12-31 2004-01-01 2004-12-31"),
    ("1984-06?/2004-08?", M, "1984-06-01 1984-06-30 2004-08-01 2004-08-31"),
    ("1984-06-02?/2004-08-08~", D, "1984-06-02 1984-06-02 2004-08-08 2004-08-08"),
    ("1984-06-02?/", D, "1984-06-02 1984-06-02 - -"),
    ("-1985", Y, within("-1985-01-01", "-1985-12-31")),
]

LEVEL_2 = [
    ("Y-17E7", Y, within("-170000000-01-01", "-170000000-12-31")),
    ("1950S2", Precision.CENTURY, within("1900-01-01", "1999-12-31")),
    ("Y171010000S3", Precision.ERA, within("+171000000-01-01", "+171999999-12-31")),
    ("Y3388E2S3", Precision.MILLENNIUM, within("+338000-01-01", "+338999-12-31")),
    ("2001-34", Precision.QUARTER, within("2001-04-01", "2001-06-30")),
    ("[1667,1668,1670..1672]", Y, within("1667-01-01", "1672-12-31")),
    ("[..1760-12-03]", D, "- 1760-12-03 - 1760-12-03"),
    ("[1760-12..]", M, "1760-12-01 - 1760-12-01 -"),
    ("[1760-01,1760-02,1760-12..]", M, "1760-01-01 - 1760-01-01 -"),
    ("[1667,1760-12]", Y, within("1667-01-01", "1760-12-31")),
    ("[..1984]", Y, "- 1984-12-31 - 1984-12-31"),
    ("{1667,1668,1670..1672}", Y, "1667-01-01 1667-12-31 1672-01-01 1672-12-31"),
    ("{1667,1668, 1670..1672}", Y, "1667-01-01 1667-12-31 1672-01-01 1672-12-31"),
    ("{1960,1961-12}", Y, "1960-01-01 1960-12-31 1961-12-01 1961-12-31"),
    ("{..1984}", Y, "- - 1984-01-01 1984-12-31"),
    ("2004-06~-11", D, within("2004-06-11", "2004-06-11")),
    ("2004?-06-11", D, within("2004-06-11", "2004-06-11")),
    ("?2004-06-~11", D, within("2004-06-11", "2004-06-11")),
    ("2004-%06-11", D, within("2004-06-11", "2004-06-11")),
    ("156X-12-25", D, within("1560-12-25", "1569-12-25")),
    ("15XX-12-25", D, within("1500-12-25", "1599-12-25")),
    ("XXXX-12-XX", D, within("0000-12-01", "9999-12-31")),
    ("1XXX-XX", M, within("1000-01-01", "1999-12-31")),
    ("1XXX-12", M, within("1000-12-01", "1999-12-31")),
    ("1984-1X", M, within("1984-10-01", "1984-12-31")),
    ("2004-06-~01/2004-06-~20", D, "2004-06-01 2004-06-01 2004-06-20 2004-06-20"),
    ("2004-06-XX/2004-07-03", D, "2004-06-01 2004-06-30 2004-07-03 2004-07-03"),
]

# Not on that page, but in ISO 8601-2 or in its spirit.
BEYOND = [
    ("15XX-12-XX", D, within("1500-12-01", "1599-12-31")),
    ("1560-XX-25", D, within("1560-01-25", "1560-12-25")),
    ("1560-X2", M, within("1560-02-01", "1560-12-31")),
    ("[1984..1984-05]", Y, within("1984-01-01", "1984-05-31")),
    ("[1984-05..1984]", Y, within("1984-05-01", "1984-12-31")),
    ("1984-05/1984", Y, "1984-05-01 1984-05-31 1984-01-01 1984-12-31"),
    ("15XX-02-29", D, within("1504-02-29", "1596-02-29")),
    ("1985-0X-31", D, within("1985-01-31", "1985-08-31")),
    ("-156X-12-25", D, within("-1569-12-25", "-1560-12-25")),
    ("-000X", Precision.DECADE, within("-0009-01-01", "-0001-12-31")),
    ("1X99", Y, within("1099-01-01", "1999-12-31")),
    ("1XXX", Precision.MILLENNIUM, within("1000-01-01", "1999-12-31")),
    ("XXXX", Precision.ERA, within("0000-01-01", "9999-12-31")),
    ("195X-24", Precision.SEASON, within("1950-12-01", "1960-02-29")),
    ("-1859S2", Precision.CENTURY, within("-1899-01-01", "-1800-12-31")),
    ("Y-3388E2S3", Precision.MILLENNIUM, within("-338999-01-01", "-338000-12-31")),
    ("0950S1", Precision.CENTURY, within("0900-01-01", "0999-12-31")),
    ("..2004-06-01/2004-06-20..", D, "- 2004-06-01 2004-06-20 -"),
    ("2004-06?-~11", D, within("2004-06-11", "2004-06-11")),
    ("2004-?06", M, within("2004-06-01", "2004-06-30")),
    ("?-2004-06", M, within("-2004-06-01", "-2004-06-30")),
    ("1990-12-31T23:59:60Z", Precision.TIME, within("1990-12-31", "1990-12-31")),
    ("{..1983-12-31,1984-10-10..1984-11-01,1984-11-05..}", D, "- - - -"),
]

SUB_YEAR = [
    (21, "03-01", "05-31"), (22, "06-01", "08-31"), (23, "09-01", "11-30"), (24, "12-01", "2002-02-28"),
    (25, "03-01", "05-31"), (26, "06-01", "08-31"), (27, "09-01", "11-30"), (28, "12-01", "2002-02-28"),
    (29, "09-01", "11-30"), (30, "12-01", "2002-02-28"), (31, "03-01", "05-31"), (32, "06-01", "08-31"),
    (33, "01-01", "03-31"), (34, "04-01", "06-30"), (35, "07-01", "09-30"), (36, "10-01", "12-31"),
    (37, "01-01", "04-30"), (38, "05-01", "08-31"), (39, "09-01", "12-31"),
    (40, "01-01", "06-30"), (41, "07-01", "12-31"),
]  # fmt: skip


def shown(date):
    bounds = (date.earliest_start, date.latest_start, date.earliest_end, date.latest_end)
    return " ".join("-" if day is None else iso_day(day) for day in bounds)


@pytest.mark.parametrize(("text", "precision", "bounds"), LEVEL_0 + LEVEL_1 + LEVEL_2 + BEYOND)
def test_the_examples_of_the_specification(text, precision, bounds):
    date = parse_edtf(text)
    assert (date.text, date.precision, shown(date)) == (text, precision, bounds)


@pytest.mark.parametrize(("code", "first", "last"), SUB_YEAR)
def test_seasons_and_parts_of_the_year(code, first, last):
    year_of_end = "" if len(last) > 5 else "2001-"
    assert shown(parse_edtf(f"2001-{code}")) == within(f"2001-{first}", f"{year_of_end}{last}")


def test_winter_ends_with_february_of_the_next_year_leap_day_included():
    assert shown(parse_edtf("1919-24")) == within("1919-12-01", "1920-02-29")


NONE, UNCERTAIN, APPROXIMATE, BOTH = (
    Qualifier.NONE,
    Qualifier.UNCERTAIN,
    Qualifier.APPROXIMATE,
    Qualifier.BOTH,
)


@pytest.mark.parametrize(
    ("text", "year", "month", "day"),
    [
        ("1984?", UNCERTAIN, NONE, NONE),
        ("2004-06~", APPROXIMATE, APPROXIMATE, NONE),
        ("2004-06-11%", BOTH, BOTH, BOTH),
        ("2004-06~-11", APPROXIMATE, APPROXIMATE, NONE),
        ("2004?-06-11", UNCERTAIN, NONE, NONE),
        ("?2004-06-~11", UNCERTAIN, NONE, APPROXIMATE),
        ("2004-%06-11", NONE, BOTH, NONE),
        ("2004?-06~-11", BOTH, APPROXIMATE, NONE),
        ("?2004-06~", BOTH, APPROXIMATE, NONE),
        ("2004-?06", NONE, UNCERTAIN, NONE),
        ("2001-21~", APPROXIMATE, APPROXIMATE, NONE),
        ("156X~", APPROXIMATE, NONE, NONE),
        ("Y170000002?", UNCERTAIN, NONE, NONE),
        ("1950S2~", APPROXIMATE, NONE, NONE),
    ],
)
def test_a_qualifier_at_the_right_holds_for_all_before_it_one_at_the_left_for_its_component(
    text, year, month, day
):
    date = parse_edtf(text)
    assert date.qualifiers == (year, month, day)
    marks = (year, month, day)
    assert date.uncertain == any(mark in (UNCERTAIN, BOTH) for mark in marks)
    assert date.approximate == any(mark in (APPROXIMATE, BOTH) for mark in marks)


@pytest.mark.parametrize(
    ("text", "kind", "start", "end", "parts"),
    [
        ("1985", Kind.DATE, Ending.GIVEN, Ending.GIVEN, []),
        ("1904/1905~", Kind.INTERVAL, Ending.GIVEN, Ending.GIVEN, ["1904", "1905~"]),
        ("1985/..", Kind.INTERVAL, Ending.GIVEN, Ending.OPEN, ["1985"]),
        ("1985/", Kind.INTERVAL, Ending.GIVEN, Ending.UNKNOWN, ["1985"]),
        ("../1985", Kind.INTERVAL, Ending.OPEN, Ending.GIVEN, ["1985"]),
        ("/1985", Kind.INTERVAL, Ending.UNKNOWN, Ending.GIVEN, ["1985"]),
        ("[1667,1670..1672]", Kind.ONE_OF, Ending.GIVEN, Ending.GIVEN, ["1667", "1670..1672"]),
        ("[..1984]", Kind.ONE_OF, Ending.OPEN, Ending.GIVEN, ["..1984"]),
        ("{1960,1961-12..}", Kind.ALL_OF, Ending.GIVEN, Ending.OPEN, ["1960", "1961-12.."]),
    ],
)
def test_open_and_unknown_ends_are_told_apart_and_members_are_kept(text, kind, start, end, parts):
    date = parse_edtf(text)
    assert (date.kind, date.start, date.end) == (kind, start, end)
    assert [part.text for part in date.parts] == parts


def test_components_are_kept_as_written():
    day, season, pattern, rounded = map(parse_edtf, ("-0043-03-15", "1920-24", "156X-12-25", "1950S2"))
    assert (day.year, day.month, day.day, day.season) == (-43, 3, 15, None)
    assert (season.year, season.month, season.day, season.season) == (1920, None, None, 24)
    assert (pattern.year, pattern.month, pattern.day, pattern.unspecified) == (
        None,
        12,
        25,
        ("156X", "12", "25"),
    )
    assert (rounded.year, rounded.significant_digits) == (1950, 2)
    assert parse_edtf("1985-04-12T23:20:30+04:30").time == "23:20:30+04:30"
