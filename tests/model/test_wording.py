"""Dates in words: what is said of every form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.model.calendar import Calendar, day_number
from viewer.model.dates import parse_edtf
from viewer.model.wording import age_words, day_words, days_words, short, words, year_words

JULIAN = Calendar.JULIAN

IN_WORDS = [
    # text, in full, for a label
    ("1888", "1888", "1888"),
    ("1929-01", "January 1929", "Jan 1929"),
    ("1929-01-20", "20 January 1929", "20 Jan 1929"),
    ("1985-04-12T23:20:30", "12 April 1985, 23:20:30", "12 Apr 1985, 23:20:30"),
    ("1985-04-12T23:20:30Z", "12 April 1985, 23:20:30 UTC", "12 Apr 1985, 23:20:30 UTC"),
    ("1985-04-12T23:20:30+04:30", "12 April 1985, 23:20:30 UTC+04:30", "12 Apr 1985, 23:20:30 UTC+04:30"),
    # doubt
    ("1900~", "about 1900", "c. 1900"),
    ("1900?", "1900, uncertain", "1900?"),
    ("1900%", "about 1900, uncertain", "c. 1900?"),
    ("~1900", "about 1900", "c. 1900"),
    ("1905-05~", "about May 1905", "c. May 1905"),
    ("193X~", "about the 1930s", "c. 1930s"),
    ("2004-06~-11", "11 June 2004 (year and month approximate)", "c. 11 Jun 2004"),
    ("?2004-06-~11", "11 June 2004 (day approximate, year uncertain)", "c. 11 Jun 2004?"),
    ("2004-%06-11", "11 June 2004 (month approximate and uncertain)", "c. 11 Jun 2004?"),
    ("2001-~21", "spring 2001 (season approximate)", "c. spring 2001"),
    # early, middle, late
    ("1928-01-01/1928-01-10", "early January 1928", "early Jan 1928"),
    ("1928-01-11/1928-01-20", "mid-January 1928", "mid-Jan 1928"),
    ("1928-01-21/1928-01-31", "late January 1928", "late Jan 1928"),
    ("1928-02-21/1928-02-29", "late February 1928", "late Feb 1928"),
    ("1928-02-21/1928-02-28", "21 to 28 February 1928", "21–28 Feb 1928"),
    ("1905-01/1905-03", "early 1905", "early 1905"),
    ("1899-05/1899-08", "mid-1899", "mid-1899"),
    ("1936-10/1936-12", "late 1936", "late 1936"),
    ("1936-10/1937-12", "October 1936 to December 1937", "Oct 1936 – Dec 1937"),
    ("1928-01-21/1928-03-31", "21 January to 31 March 1928", "21 Jan – 31 Mar 1928"),
    # intervals
    ("1904/1905", "1904 to 1905", "1904–05"),
    ("1904/1914", "1904 to 1914", "1904–14"),
    ("1899/1901", "1899 to 1901", "1899–1901"),
    ("1905/1905", "within 1905", "1905"),
    ("1915-06/1915-08", "June to August 1915", "Jun–Aug 1915"),
    ("1915-09/1916-02", "September 1915 to February 1916", "Sep 1915 – Feb 1916"),
    ("1915-09-05/1915-09-08", "5 to 8 September 1915", "5–8 Sep 1915"),
    ("1915-09-05/1915-10-08", "5 September to 8 October 1915", "5 Sep – 8 Oct 1915"),
    ("1915-09-05/1916-10-08", "5 September 1915 to 8 October 1916", "5 Sep 1915 – 8 Oct 1916"),
    ("2004-02-01/2005", "1 February 2004 to 2005", "1 Feb 2004 – 2005"),
    ("1984?/2004%", "1984 (uncertain) to about 2004 (uncertain)", "1984? – c. 2004?"),
    ("1917~/1918", "about 1917 to 1918", "c. 1917 – 1918"),
    ("1985/..", "from 1985 on", "1985–"),
    ("1985/", "from 1985, end unknown", "1985–?"),
    ("../1984", "until 1984", "–1984"),
    ("/1984", "until 1984, beginning unknown", "?–1984"),
    ("193X/..", "from the 1930s on", "1930s–"),
    ("193X~/..", "from about the 1930s on", "c. 1930s–"),
    ("..2004-06-01/2004-06-20..", "1 June 2004 or earlier to 20 June 2004 or later", "1 Jun 2004 or earlier – 20 Jun 2004 or later"),
    # sets
    ("[1985..]", "not before 1985", "1985 or later"),
    ("[..1984]", "not after 1984", "1984 or earlier"),
    ("[..1760-12-03]", "not after 3 December 1760", "3 Dec 1760 or earlier"),
    ("[1667]", "1667", "1667"),
    ("[1667,1668]", "1667 or 1668", "1667 or 1668"),
    ("[1670..1672]", "between 1670 and 1672", "between 1670 and 1672"),
    ("[1905-11..1905-12]", "between November and December 1905", "between Nov and Dec 1905"),
    ("[1905-11-03..1905-11-09]", "between 3 and 9 November 1905", "between 3 and 9 Nov 1905"),
    ("[1905-11-03..1906-01-09]", "between 3 November 1905 and 9 January 1906", "between 3 Nov 1905 and 9 Jan 1906"),
    ("[193X..194X]", "between the 1930s and the 1940s", "between 1930s and 1940s"),
    ("[1667,1668,1670..1672]", "1667, 1668 or 1670 to 1672", "1667, 1668 or 1670–72"),
    ("[1760-01,1760-12..]", "January 1760 or December 1760 or later", "Jan 1760 or Dec 1760 or later"),
    ("{1960,1961-12}", "1960 and December 1961", "1960 and Dec 1961"),
    ("{..1984}", "1984 and all before", "1984 and all before"),
    ("{1984..}", "1984 and all after", "1984 and all after"),
    # parts of a year
    ("2001-21", "spring 2001", "spring 2001"),
    ("1920-24", "winter 1920-21", "winter 1920–21"),
    ("1999-24", "winter 1999-2000", "winter 1999–2000"),
    ("-0044-24", "winter 45 to 44 BC", "winter 45–44 BC"),
    ("2001-26", "summer 2001 (northern hemisphere)", "summer 2001"),
    ("2001-30", "summer 2001-02 (southern hemisphere)", "summer 2001–02"),
    ("2001-34", "second quarter of 2001", "Q2 2001"),
    ("2001-39", "last third of 2001", "3rd third 2001"),
    ("2001-41", "second half of 2001", "2nd half 2001"),
    # unspecified digits
    ("193X", "1930s", "1930s"),
    ("056X", "560s AD", "560s AD"),
    ("18XX", "19th century", "19th c."),
    ("10XX", "11th century", "11th c."),
    ("-00XX", "1st century BC", "1st c. BC"),
    ("1XXX", "2nd millennium", "2nd millennium"),
    ("-156X", "1570 to 1561 BC", "1570–1561 BC"),
    ("000X", "1 BC to AD 9", "1 BC – AD 9"),
    ("XXXX", "year not given", "year not given"),
    ("1X99", "a year between 1099 and 1999", "1099–1999"),
    ("2004-XX", "a month in 2004", "a month in 2004"),
    ("1985-04-XX", "a day in April 1985", "a day in Apr 1985"),
    ("1985-XX-XX", "a day in 1985", "a day in 1985"),
    ("1984-1X", "October, November or December 1984", "Oct, Nov or Dec 1984"),
    ("1984-0X", "a month from January to September 1984", "a month from Jan to Sep 1984"),
    ("1985-04-1X", "a day from 10 to 19 April 1985", "a day from 10 to 19 Apr 1985"),
    ("1985-04-3X", "30 April 1985", "30 Apr 1985"),
    ("1985-02-2X", "a day from 20 to 28 February 1985", "a day from 20 to 28 Feb 1985"),
    ("1985-04-X5", "5, 15 or 25 April 1985", "5, 15 or 25 Apr 1985"),
    ("1560-XX-25", "the 25th of a month in 1560", "the 25th of a month in 1560"),
    ("156X-12-25", "25 December of a year in the 1560s", "25 Dec, 1560s"),
    ("15XX-12-XX", "a day in December of a year in the 16th century", "a day in Dec, 16th c."),
    ("193X-XX", "a month in the 1930s", "a month in 1930s"),
    ("195X-21", "spring of a year in the 1950s", "spring, 1950s"),
    ("195X-34", "second quarter of a year in the 1950s", "Q2, 1950s"),
    ("XXXX-30", "summer (southern hemisphere), year not given", "summer, year not given"),
    ("-156X-12", "December of a year between 1570 BC and 1561 BC", "Dec, 1570 BC–1561 BC"),
    ("XXXX-12-XX", "a day in December, year not given", "a day in Dec, year not given"),
    # years
    ("-0044", "45 BC", "45 BC"),
    ("0000", "1 BC", "1 BC"),
    ("0044", "AD 44", "AD 44"),
    ("-0043-03-15", "15 March 44 BC", "15 Mar 44 BC"),
    ("-0044/-0043", "45 to 44 BC", "45–44 BC"),
    ("-0044/0014", "45 BC to AD 14", "45 BC – AD 14"),
    ("0044/0050", "AD 44 to 50", "AD 44–50"),
    ("0900/1000", "AD 900 to 1000", "AD 900 – 1000"),
    ("9999-24", "winter 9999 to AD 10,000", "winter 9999 – AD 10,000"),
    ("0044/1200", "AD 44 to 1200", "AD 44 – 1200"),
    ("Y12345", "AD 12,345", "AD 12,345"),
    ("Y-17E7", "170 million BC", "170 million BC"),
    ("Y-170000002", "170,000,003 BC", "170,000,003 BC"),
    ("Y-13800000000", "13.8 billion BC", "13.8 billion BC"),
    ("Y17E8", "AD 1.7 billion", "AD 1.7 billion"),
    ("1950S2", "1950, to 2 significant digits", "1950 (2 digits)"),
    ("1950S1", "1950, to 1 significant digit", "1950 (1 digit)"),
    ("Y171010000S3", "AD 171,010,000, to 3 significant digits", "AD 171,010,000 (3 digits)"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "full", "label"), IN_WORDS)
def test_every_form_has_its_words(text, full, label):
    date = parse_edtf(text)
    assert (words(date), short(date)) == (full, label)


@pytest.mark.parametrize(
    ("text", "full", "label"),
    [
        ("1879-10-26", "26 October 1879 (Old Style), 7 November 1879 (New Style)", "26 Oct 1879 OS"),
        ("1917-10-26~", "about 26 October 1917 (Old Style), about 8 November 1917 (New Style)", "c. 26 Oct 1917 OS"),
        ("1917-10", "October 1917 (Old Style)", "Oct 1917 OS"),
        ("1917", "1917 (Old Style)", "1917"),
        ("1917-10-21/1917-10-31", "late October 1917 (Old Style)", "late Oct 1917 OS"),
        ("1902-08-24/1902-09-02", "24 August to 2 September 1902 (Old Style), 6 to 15 September 1902 (New Style)", "24 Aug – 2 Sep 1902 OS"),
        ("1917-10-25/..", "from 25 October 1917 on (Old Style), from 7 November 1917 on (New Style)", "25 Oct 1917– OS"),
        ("1900-02-29", "29 February 1900 (Old Style), 13 March 1900 (New Style)", "29 Feb 1900 OS"),
    ],
)  # fmt: skip
def test_days_of_the_julian_calendar_are_given_in_both_styles(text, full, label):
    date = parse_edtf(text, JULIAN)
    assert (words(date), short(date)) == (full, label)


@given(st.integers(-9999, 9999), st.integers(1, 12), st.integers(1, 28))
def test_a_day_number_is_said_as_the_day_it_is(year, month, day):
    text = f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{day:02}"
    assert day_words(day_number(Calendar.GREGORIAN, year, month, day)) == words(parse_edtf(text))
    assert words(parse_edtf(text)).endswith(year_words(year))


def test_a_day_number_can_be_said_in_either_calendar():
    day = day_number(JULIAN, 1917, 10, 25)
    assert day_words(day, JULIAN) == "25 October 1917"
    assert day_words(day) == "7 November 1917"


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (0, 0, "no days"),
        (1, 1, "a day"),
        (23, 23, "23 days"),
        (12, 14, "12 to 14 days"),
        (0, 5, "up to 5 days"),
        (5, None, "at least 5 days"),
        (None, None, "an unknown time"),
        (0, None, "an unknown time"),
        (99, 99, "99 days"),
        (100, 100, "about 3 months"),
        (0, 364, "up to about 12 months"),
        (731, 731, "about 2 years"),
        (1078, 1443, "about 3 to 4 years"),
        (365_000_000, 365_000_000, "about 999,336 years"),
    ],
)
def test_lengths_of_time(low, high, said):
    assert days_words(low, high) == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (60, 60, "60 years"),
        (60, 61, "60 or 61 years"),
        (18, 28, "18 to 28 years"),
        (1, 1, "1 year"),
        (0, 0, "less than a year"),
        (-1, 0, "less than a year"),
        (0, 1, "at most 1 year"),
        (-3, -1, "not yet born"),
        (40, None, "at least 40 years"),
        (0, 5, "at most 5 years"),
        (1, 2, "1 or 2 years"),
        (None, 40, "at most 40 years"),
        (None, None, "an unknown time"),
    ],
)
def test_ages(low, high, said):
    assert age_words(low, high) == said
