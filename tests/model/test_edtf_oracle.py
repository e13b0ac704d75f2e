"""The PyPI package `edtf` as a second opinion: same earliest and latest day, but for the differences listed.

Known differences, where the package is wrong or has less:
- significant digits: its strict bounds of 1950S2 are those of 1950; the specification says 1900 to 1999
  (its own documentation agrees and keeps that range under another name);
- winter (24, 28) and southern summer (30) end on 31 December with it; here they run on to the end of February;
- an unknown end (1985/) is put ten years after the start; here it is unknown;
- one unspecified digit of the month (1984-1X, 1985-0X-31) ends in an AttributeError or ValueError;
- 29 February in a pattern (15XX-02-29) is put into years that have none.
"""

import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viewer.model.calendar import Calendar, civil
from viewer.model.dates import parse_edtf

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # its grammar trips over warnings of a newer pyparsing while it is built
    import edtf


def ours(text):
    start, after = parse_edtf(text).span
    first = None if start is None else civil(Calendar.GREGORIAN, start)
    return first, None if after is None else civil(Calendar.GREGORIAN, after - 1)


def theirs(text):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        date = edtf.parse_edtf(text)
        return tuple(
            tuple(bound[:3]) if hasattr(bound, "tm_year") else None
            for bound in (date.lower_strict(), date.upper_strict())
        )


AGREED = """
1985-04-12 1985-04 1985 1985-04-12T23:20:30 1985-04-12T23:20:30Z 1964/2008 2004-06/2006-08 2004-02-01/2005-02-08
2004-02-01/2005-02 2004-02-01/2005 2005/2006-02 Y170000002 Y-170000002 2001-21 2001-22 2001-23 1984? 2004-06~ 2004-06-11%
201X 20XX 2004-XX 1985-04-XX 1985-XX-XX 1985-04-12/.. 1985-04/.. 1985/.. ../1985-04-12 ../1985-04 ../1985 1984~/2004-06
1984/2004-06~ 1984?/2004% 1984-06-02?/2004-08-08~ -1985 Y-17E7 2001-34 2001-25 2001-33 2001-37 2001-38 2001-40 2001-41
[1667,1668,1670..1672] [..1760-12-03] [1760-12..] [1667,1760-12] [..1984] {1667,1668,1670..1672} {1960,1961-12} {..1984}
2004-06~-11 2004?-06-11 ?2004-06-~11 2004-%06-11 156X-12-25 15XX-12-25 -156X -20XX 1560-XX-31 XXXX-12-XX 1XXX-XX 1XXX-12 1560-XX-25
2004-06-~01/2004-06-~20 2004-06-XX/2004-07-03
""".split()  # noqa: SIM905 (a word list is read and changed more easily than eighty literals)


@pytest.mark.parametrize("text", AGREED)
def test_the_package_agrees_on_the_specification(text):
    assert ours(text) == theirs(text)


@pytest.mark.parametrize(
    ("text", "here", "there"),
    [
        ("1950S2", ((1900, 1, 1), (1999, 12, 31)), ((1950, 1, 1), (1950, 12, 31))),
        ("Y171010000S3", ((171000000, 1, 1), (171999999, 12, 31)), ((171010000, 1, 1), (171010000, 12, 31))),
        ("15XX-02-29", ((1504, 2, 29), (1596, 2, 29)), ((1500, 2, 29), (1599, 2, 29))),
        ("2001-28", ((2001, 12, 1), (2002, 2, 28)), ((2001, 12, 1), (2001, 12, 31))),
        ("2001-24", ((2001, 12, 1), (2002, 2, 28)), ((2001, 12, 1), (2001, 12, 31))),
        ("2001-30", ((2001, 12, 1), (2002, 2, 28)), ((2001, 12, 1), (2001, 12, 31))),
        ("1985/", ((1985, 1, 1), None), ((1985, 1, 1), (1995, 1, 1))),
    ],
)
def test_the_known_differences_are_still_there(text, here, there):
    assert ours(text) == here
    assert theirs(text) == there


def test_the_package_still_fails_on_a_pattern_in_the_month():
    with pytest.raises(AttributeError):
        theirs("1984-1X")
    with pytest.raises(ValueError, match="0X"):
        theirs("1985-0X-31")
    assert ours("1985-0X-31") == ((1985, 1, 31), (1985, 8, 31))
    assert ours("1984-1X") == ((1984, 10, 1), (1984, 12, 31))


@settings(max_examples=40, deadline=None)
@given(st.dates(), st.integers(0, 2), st.sampled_from(["", "?", "~", "%"]))
def test_the_package_agrees_on_ordinary_dates(date, precision, mark):
    text = date.isoformat()[: (4, 7, 10)[precision]] + mark
    assert ours(text) == theirs(text)


@settings(max_examples=40, deadline=None)
@given(st.dates(), st.dates())
def test_the_package_agrees_on_intervals(first, last):
    text = "/".join(day.isoformat() for day in sorted((first, last)))
    assert ours(text) == theirs(text)
