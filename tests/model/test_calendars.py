"""Laws of the two calendars."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.model.calendar import Calendar, civil, day_number, days_in_month, is_leap, iso_day

GREGORIAN, JULIAN = Calendar.GREGORIAN, Calendar.JULIAN
TEN_MILLION_YEARS = 3_652_425_000
days = st.integers(-TEN_MILLION_YEARS, TEN_MILLION_YEARS)
calendars = st.sampled_from(Calendar)
years = st.integers(-10_000_000, 10_000_000)


@given(calendars, days)
def test_every_day_has_one_name_and_the_name_leads_back(calendar, day):
    assert day_number(calendar, *civil(calendar, day)) == day


@given(calendars, years, st.integers(1, 12), st.integers(1, 31))
def test_every_date_leads_to_a_day_and_back_or_does_not_exist(calendar, year, month, day):
    if day <= days_in_month(calendar, year, month):
        assert civil(calendar, day_number(calendar, year, month, day)) == (year, month, day)
    else:
        with pytest.raises(ValueError, match=f"no day {day}"):
            day_number(calendar, year, month, day)


@given(calendars, days)
def test_the_next_day_is_the_next_of_the_month_or_the_first_of_the_next_month(calendar, day):
    year, month, of_month = civil(calendar, day)
    if of_month < days_in_month(calendar, year, month):
        expected = (year, month, of_month + 1)
    else:
        expected = (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)
    assert civil(calendar, day + 1) == expected


@given(st.dates())
def test_the_gregorian_calendar_agrees_with_the_standard_library_where_that_reaches(date):
    day = day_number(GREGORIAN, date.year, date.month, date.day)
    assert day == (date - datetime.date(1970, 1, 1)).days
    assert iso_day(day) == date.isoformat()


@given(years)
def test_the_calendars_part_by_one_day_in_each_century_year_without_a_gregorian_leap_day(year):
    def lag(of_year):  # how far the Julian 1 March lies behind the Gregorian
        return day_number(JULIAN, of_year, 3, 1) - day_number(GREGORIAN, of_year, 3, 1)

    step = 1 if is_leap(JULIAN, year) and not is_leap(GREGORIAN, year) else 0
    assert lag(year) - lag(year - 1) == step
    assert lag(year) == year // 100 - year // 400 - 2


@pytest.mark.parametrize(
    ("julian", "gregorian"),
    [
        ((1582, 10, 5), (1582, 10, 15)),  # the reform
        ((1752, 9, 3), (1752, 9, 14)),  # Great Britain
        ((1879, 10, 26), (1879, 11, 7)),  # Trotsky's birth
        ((1900, 2, 28), (1900, 3, 12)),  # 12 days until this day
        ((1900, 2, 29), (1900, 3, 13)),
        ((1900, 3, 1), (1900, 3, 14)),  # 13 days from this one on
        ((1917, 10, 25), (1917, 11, 7)),
        ((1918, 2, 1), (1918, 2, 14)),
        ((-43, 3, 15), (-43, 3, 13)),  # the Ides of March, 44 BC
        ((-4712, 1, 1), (-4713, 11, 24)),  # day 0 of the Julian period
    ],
)
def test_known_days_in_both_calendars(julian, gregorian):
    assert day_number(JULIAN, *julian) == day_number(GREGORIAN, *gregorian)


def test_the_count_begins_on_1_january_1970():
    assert day_number(GREGORIAN, 1970, 1, 1) == 0
    assert civil(JULIAN, 0) == (1969, 12, 19)


def test_29_february_1900_is_julian_only():
    assert (days_in_month(JULIAN, 1900, 2), days_in_month(GREGORIAN, 1900, 2)) == (29, 28)
    assert (days_in_month(JULIAN, 0, 2), days_in_month(GREGORIAN, 0, 2)) == (29, 29)


@pytest.mark.parametrize("month", [0, 13, -1])
def test_there_is_no_month_outside_1_to_12(month):
    with pytest.raises(ValueError, match="month"):
        day_number(GREGORIAN, 1900, month, 1)
    with pytest.raises(ValueError, match="month"):
        days_in_month(GREGORIAN, 1900, month)


@pytest.mark.parametrize(
    ("date", "text"),
    [
        ((1879, 11, 7), "1879-11-07"),
        ((44, 3, 15), "0044-03-15"),
        ((-43, 3, 15), "-0043-03-15"),
        ((0, 1, 1), "0000-01-01"),
        ((9999, 12, 31), "9999-12-31"),
        ((12345, 1, 2), "+12345-01-02"),
        ((-170000000, 1, 1), "-170000000-01-01"),
    ],
)
def test_iso_days_of_any_year(date, text):
    assert iso_day(day_number(GREGORIAN, *date)) == text
