"""What is no date is refused, with the reason, the character, and a proposal where there is one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.model.calendar import Calendar, iso_day
from viewer.model.dates import DateError, parse_edtf


def refusal(text, calendar=Calendar.GREGORIAN):
    with pytest.raises(DateError) as caught:
        parse_edtf(text, calendar)
    return caught.value


IMPOSSIBLE = [
    ("1985-04-31", 8, "31 April does not exist: April has 30 days"),
    ("1917-02-30", 8, "30 February does not exist: February has 28 days"),
    ("1985-04-00", 8, "0 April does not exist"),
    ("1900-02-29", 8, "1900 was no leap year, though it was one in the Julian calendar"),
    ("1901-02-29", 8, "29 February does not exist: 1901 was no leap year"),
    ("1985-13", 5, "there is no month 13"),
    ("1985-00", 5, "there is no month 00"),
    ("1985-13-01", 5, "there is no month 13"),
    ("1985-20", 5, "there is no month 20"),
    ("1985-42", 5, "there is no month 42"),
    ("?1985-13", 6, "there is no month 13"),
    ("?1985-~04-31", 10, "31 April does not exist"),
    ("1985-2X", 5, "there is no month 2X"),
    ("1985-02-3X", 8, "no day fits 1985-02-3X"),
    ("19X5-02-30", 8, "no day fits"),
    ("2001-21-05", 8, "21 is a season or part of the year, which has no day after it"),
    ("1985-04-12T25:00:00", 11, "there is no hour 25"),
    ("1985-04-12T24:00:00", 11, "there is no hour 24"),
    ("1985-04-12T23:60:00", 14, "there is no minute 60"),
    ("1985-04-12T23:20:61", 17, "there is no second 61"),
    ("1985-04-12T23:20:30+24:00", 20, "there is no zone hour 24"),
    ("1985-04-12T23:20", 11, "a time is written hh:mm:ss"),
    ("1985-04T23:20:30", 7, "a time of day needs a plain day before it"),
    ("1985-04-12T23:20:30/1986", 10, "a time of day is not used in intervals"),
    ("-0000", 0, "there is no year -0000; 1 BC is written 0000"),
    ("Y-0", 0, "Y is for years of more than four digits"),
    ("1905/1904", 5, "the interval ends before it begins: 1904 is before 1905"),
    ("1985-04-12/1985-04-11", 11, "the interval ends before it begins"),
    ("[1984..1983]", 7, "the range ends before it begins"),
    ("[1667,1984..1985-13]", 17, "there is no month 13"),
    ("[1984-05-02..1984-05-01]", 13, "the range ends before it begins"),
    ("1984/Y012345", 6, "a year after Y does not begin with 0"),
    ("1984/Y1985", 5, "Y is for years of more than four digits"),
    ("1984/1985S9", 10, "the year has only 4 digits"),
    ("1950S10", 5, "the year has only 4 digits, so no more can be significant"),
    ("1950S" + "9" * 1000, 5, "the year has only 4 digits"),
    ("/", 0, "an interval needs a date at one end at least"),
    ("../..", 0, "an interval needs a date at one end at least"),
    ("/..", 0, "an interval needs a date at one end at least"),
    ("1904/1905/1906", 9, 'an interval has one "/"'),
    ("", 0, "there is no date here"),
    ("[]", 1, "there is no date here"),
    ("{}", 1, "there is no date here"),
    ("[1984,]", 6, "there is no date here"),
    ("[..]", 1, '".." needs a date before or after it'),
    ("[1667,1668", 10, 'a set that begins with "[" ends with "]"'),
    ("[1667,1668}", 11, 'a set that begins with "[" ends with "]"'),
    ("[1667,..1668]", 1, '".." before a date stands only at the beginning of a set'),
    ("[1667..,1668]", 12, '".." after a date stands only at the end of a set'),
    ("[1904/1905]", 5, '"/" was not expected'),
    ("[1667, 16x8]", 9, '"x" was not expected'),
    ("198", 3, "a year needs four digits"),
    ("1985-4", 6, "a month needs two digits"),
    ("1985-04-1", 9, "a day needs two digits"),
    ("1985-04-12-", 10, "the date should end here"),
    ("19850", 4, "a year of more than four digits begins with Y"),
    ("Y1985", 0, "Y is for years of more than four digits"),
    ("Y012345", 1, "a year after Y does not begin with 0"),
    ("Y12345-01", 6, "and no month"),
    ("Y17E", 4, "a power of ten"),
    ("1950S5", 5, "the year has only 4 digits, so no more can be significant"),
    ("1950S0", 5, "at least 1 digit must be significant"),
    (" 1905", 0, "there is a space in the date"),
    ("1905 ", 4, "there is a space in the date"),
    ("1905\x00", 4, "U+0000 was not expected"),
    ("1905-٠١", 5, '"٠" is not one of the digits 0 to 9'),
    ("[1667,31 May]", 6 + 2, "there is a space in the date"),
]


@pytest.mark.parametrize(("text", "position", "reason"), IMPOSSIBLE)
def test_what_is_no_date_is_refused_with_its_reason_and_character(text, position, reason):
    error = refusal(text)
    assert reason in error.message
    assert error.position == position


@pytest.mark.parametrize(
    ("text", "proposal"),
    [
        ("1905_01", "1905-01"),
        ("circa 1905", "1905~"),
        ("c. 1905", "1905~"),
        ("ca. May 1905", "1905-05~"),
        ("about 1905-05", "1905-05~"),
        ("๒๐", None),
        ("๑๙๒๙", "1929"),
        ("๑๙๒๙-๐๑-๒๐", "1929-01-20"),
        ("١٩٢٩", "1929"),
        ("１９２９－０１", "1929-01"),
        ("1904–1905", "1904/1905"),
        ("1904–05", "1904/1905"),
        ("1904 – 1905", "1904/1905"),
        ("1905–01–09", "1905-01-09"),
        ("2460 BE", "1917"),
        ("พ.ศ. ๒๔๖๐", "1917"),
        ("ค.ศ. ๑๙๒๙", "1929"),
        ("AD 44", "0044"),
        ("45 BC", "-0044"),
        ("1 BCE", "0000"),
        ("-44", "-0044"),
        ("-0000", "0000"),
        ("1920s", "192X"),
        ("19th century", "18XX"),
        ("5 May 1905", "1905-05-05"),
        ("January 9th, 1905", "1905-01-09"),
        ("May 1905", "1905-05"),
        ("1905-1-9", "1905-01-09"),
        ("1905/1/9", "1905-01-09"),
        ("1905.01.09", "1905-01-09"),
        ("19050109", "1905-01-09"),
        ("19850", "Y19850"),
        ("Y1985", "1985"),
        ("y170000002", "Y170000002"),
        ("198u", "198X"),
        ("1905 / 1906", "1905/1906"),
        ("1905/1904", "1904/1905"),
        ("circa 1905/1906", "1905~/1906"),
        ("1984/open", "1984/.."),
        ("unknown/1984", "/1984"),
        ("1984?~", "1984%"),
        (" 1905", "1905"),
        ("not before 1985", "[1985..]"),
        ("not after 1985", "[..1985]"),
        ("1985-04-31", None),
        ("9.1.1905", None),
        ("long ago", None),
    ],
)
def test_a_proposal_is_offered_and_never_used_unasked(text, proposal):
    assert refusal(text).proposal == proposal


@pytest.mark.parametrize(
    "text",
    ["Y1E999999999", "Y1E13", "Y9" + "9" * 12, "9" * 5000, "Y" + "9" * 5000, "-" + "9" * 4301, "1" * 20 + "S3", "Y1E" + "9" * 1900,
     "[" + "9" * 1900 + "]", "1985/" + "9" * 1900, "Y-99999999999999", "Y10000000000001"],
)  # fmt: skip
def test_a_year_beyond_the_limit_is_refused_before_it_is_computed(text):
    error = refusal(text)
    assert error.message == "a year beyond 1,000,000,000,000 cannot be placed"
    assert error.proposal is None


@pytest.mark.parametrize(
    ("text", "first_day"),
    [
        ("-0044", "-0044-01-01"),
        ("0044", "0044-01-01"),
        ("0000", "0000-01-01"),
        ("Y-170000002", "-170000002-01-01"),
        ("Y17E8", "+1700000000-01-01"),
        ("Y-13800000000", "-13800000000-01-01"),
        ("Y1E12", "+1000000000000-01-01"),
        ("Y-1000000000000", "-1000000000000-01-01"),
    ],
)
def test_far_years_are_placed_exactly(text, first_day):
    assert iso_day(parse_edtf(text).earliest_start) == first_day


def test_29_february_1900_is_a_day_of_the_julian_calendar():
    assert iso_day(parse_edtf("1900-02-29", Calendar.JULIAN).earliest_start) == "1900-03-13"
    assert refusal("1900-02-29").position == 8
    assert "31 April" in refusal("1900-04-31", Calendar.JULIAN).message


@pytest.mark.parametrize(
    "text",
    [
        "[" + "1984," * 600 + "1985]",
        "1984~" * 1000,
        "(" * 3000,
        "X" * 2001,
        "[" * 1999,
        "~" * 29 + "/" + "~" * 29,
        "circa " * 10,
    ],
)
def test_long_nonsense_is_refused(text):
    assert refusal(text).position <= len(text)


def test_a_date_that_is_too_long_says_so():
    assert (
        refusal("[" + "1984, " * 500 + "1985]").message
        == "a date of 3,006 characters is too long; the limit is 2,000"
    )


def test_the_error_reads_as_a_sentence_with_the_character_counted_from_1():
    expected = '"_" was not expected; the date should end here (character 5). Perhaps "1905-01"?'
    assert str(refusal("1905_01")) == expected


@given(st.text(alphabet="๐๑๒๓๔٠١٢٣٤０１２３４", min_size=4, max_size=4))
def test_digits_of_other_scripts_are_never_read_but_proposed(text):
    error = refusal(text)
    assert error.proposal == "".join(str(int(digit)) for digit in text)
