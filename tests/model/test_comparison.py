"""Laws of order, difference, spread, age and overlap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.model.calendar import Calendar, civil, iso_day
from viewer.model.comparison import Age, Difference, Order, Overlap, age, difference, order, overlap, spread
from viewer.model.dates import parse_edtf

JULIAN = Calendar.JULIAN
day_numbers = st.integers(-40_000, 20_000)
day_dates = day_numbers.map(lambda day: parse_edtf(iso_day(day)))
OTHER = {
    Order.BEFORE: Order.AFTER,
    Order.AFTER: Order.BEFORE,
    Order.SAME: Order.SAME,
    Order.UNKNOWN: Order.UNKNOWN,
}


@st.composite
def dates(draw):
    year, later = draw(st.integers(1870, 1950)), draw(st.integers(1, 40))
    forms = [
        "{0}",
        "{0}-05",
        "{0}-05-17",
        "{0}-24",
        "{0}~",
        "{0}/{1}",
        "{0}/..",
        "/{0}",
        "[{0}..]",
        "[..{0}]",
        "[{0},{1}]",
        "{{{0},{1}}}",
    ]
    return parse_edtf(draw(st.sampled_from(forms)).format(year, year + later))


@given(dates(), dates())
def test_order_reads_the_same_from_both_sides(a, b):
    assert order(b, a) is OTHER[order(a, b)]


@given(dates(), dates(), dates())
def test_before_is_transitive(a, b, c):
    if order(a, b) is Order.BEFORE and order(b, c) is Order.BEFORE:
        assert order(a, c) is Order.BEFORE


@given(day_dates, day_dates)
def test_days_are_always_ordered(a, b):
    expected = Order.BEFORE if a.span < b.span else Order.AFTER if a.span > b.span else Order.SAME
    assert order(a, b) is expected


@given(dates(), dates())
def test_dates_that_cannot_overlap_are_ordered_and_the_others_are_not(a, b):
    assert (order(a, b) in (Order.BEFORE, Order.AFTER)) == (not overlap(a, b).possible)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("1888", "1889", Order.BEFORE),
        ("1888", "1888", Order.UNKNOWN),
        ("1888", "1888-05", Order.UNKNOWN),
        ("1888-05-01", "1888-05-01~", Order.SAME),
        ("1904-01-01/1905-12-31", "1904-01-01/1905-12-31", Order.SAME),
        ("1904/1906", "1905", Order.UNKNOWN),
        ("1985/..", "1984", Order.AFTER),
        ("1985/..", "1999", Order.UNKNOWN),
        ("[..1984]", "1985", Order.BEFORE),
        ("[1985..]", "1984", Order.AFTER),
        ("Y-17E7", "-0044", Order.BEFORE),
    ],
)
def test_known_orders(a, b, expected):
    assert order(parse_edtf(a), parse_edtf(b)) is expected


def test_a_day_is_the_same_in_both_calendars():
    assert order(parse_edtf("1917-10-25", JULIAN), parse_edtf("1917-11-07")) is Order.SAME
    assert order(parse_edtf("1917-10-25", JULIAN), parse_edtf("1917-11-06")) is Order.AFTER


@given(day_numbers, day_numbers)
def test_the_difference_of_days_is_exact(a, b):
    found = difference(parse_edtf(iso_day(a)), parse_edtf(iso_day(b)))
    assert found == Difference(b - a, b - a)
    assert found.exact


@given(dates(), dates())
def test_a_difference_read_from_the_other_side_changes_its_sign(a, b):
    there, back = difference(a, b), difference(b, a)
    assert there.minimum == (None if back.maximum is None else -back.maximum)
    assert there.words == back.words


@given(dates(), dates())
def test_the_least_difference_is_not_more_than_the_greatest(a, b):
    found = difference(a, b)
    assert found.minimum is None or found.maximum is None or found.minimum <= found.maximum


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        ("1929-01-20", "1929-02-12", "23 days"),
        ("1929-01-20", "1929-01-21", "a day"),
        ("1929-01-20", "1929-01-20", "no days"),
        ("1929-01-20", "1929-02-01/1929-02-03", "12 days"),
        ("1929-01-20", "[1929-02-01..1929-02-03]", "12 to 14 days"),
        ("1929", "1929-03", "up to about 10 months"),
        ("1929", "[1985..]", "at least about 55 years"),
        ("1929", "[..1985]", "an unknown time"),
    ],
)
def test_differences_in_words(a, b, said):
    assert str(difference(parse_edtf(a), parse_edtf(b))) == said


@given(st.lists(day_numbers, min_size=1, max_size=5))
def test_the_spread_of_days_runs_from_the_earliest_to_the_latest(days):
    width = max(days) - min(days)
    assert spread([parse_edtf(iso_day(day)) for day in days]) == Difference(width, width)


@given(st.lists(dates(), min_size=1, max_size=4), dates())
def test_one_more_claim_never_narrows_the_spread(claims, more):
    before, after = spread(claims), spread([*claims, more])
    assert after.minimum >= before.minimum
    assert after.maximum is None or (before.maximum is not None and after.maximum >= before.maximum)


@pytest.mark.parametrize(
    ("claims", "low", "high"),
    [
        (["1929-01-20", "1929-02-12"], 23, 23),
        (["1929-01-20", "1929-02"], 12, 39),
        (["1929", "1929-02"], 0, 364),
        (["1928", "1928"], 0, 0),
        (["1928"], 0, 0),
        (["1985/..", "1990"], 0, None),
        (["1929-01-20", "1929-01-25", "1929-02-12"], 23, 23),
    ],
)
def test_known_spreads(claims, low, high):
    assert spread([parse_edtf(claim) for claim in claims]) == Difference(low, high)


def test_no_claims_have_no_spread():
    with pytest.raises(ValueError, match="at least one"):
        spread([])


@given(day_numbers, st.integers(0, 40_000))
def test_an_age_grows_by_one_on_each_birthday_and_only_then(born, lived):
    birth, at, eve = (parse_edtf(iso_day(day)) for day in (born, born + lived, born + lived - 1))
    grown = age(birth, at).minimum - age(birth, eve).minimum
    _, *birthday = civil(Calendar.GREGORIAN, born)
    _, *today = civil(Calendar.GREGORIAN, born + lived)
    _, *yesterday = civil(Calendar.GREGORIAN, born + lived - 1)
    celebrated = today == birthday or (birthday == [2, 29] and (yesterday, today) == ([2, 28], [3, 1]))
    assert grown == int(celebrated)
    assert age(birth, at).minimum == age(birth, at).maximum


@pytest.mark.parametrize(
    ("born", "at", "low", "high", "said"),
    [
        ("1879-11-07", "1940-08-21", 60, 60, "60 years"),
        ("1879-11-07", "1940-11-06", 60, 60, "60 years"),
        ("1879-11-07", "1940-11-07", 61, 61, "61 years"),
        ("1879", "1940-08-21", 60, 61, "60 or 61 years"),
        ("1879-11-07", "1940", 60, 61, "60 or 61 years"),
        ("187X", "1940", 60, 70, "60 to 70 years"),
        ("1904-02-29", "1905-02-28", 0, 0, "less than a year"),
        ("1904-02-29", "1905-03-01", 1, 1, "1 year"),
        ("1879", "1940/..", 60, None, "at least 60 years"),
        ("[..1879]", "1940", 60, None, "at least 60 years"),
        ("1940", "1879", -62, -61, "not yet born"),
    ],
)
def test_known_ages(born, at, low, high, said):
    found = age(parse_edtf(born), parse_edtf(at))
    assert (found, str(found)) == (Age(low, high), said)


def test_an_age_is_counted_in_the_calendar_of_both_or_in_the_gregorian():
    born = parse_edtf("1879-10-26", JULIAN)
    assert age(born, parse_edtf("1917-10-26", JULIAN)) == Age(38, 38)
    assert age(born, parse_edtf("1917-11-06")) == Age(37, 37)
    assert age(born, parse_edtf("1917-11-07")) == Age(38, 38)


@given(dates(), dates())
def test_overlap_is_mutual_and_at_least_is_not_more_than_at_most(a, b):
    found = overlap(a, b)
    assert found == overlap(b, a)
    assert found.maximum is None or (found.minimum is not None and found.minimum <= found.maximum)


@pytest.mark.parametrize(
    ("a", "b", "low", "high"),
    [
        ("1904-01-01/1904-01-10", "1904-01-05/1904-01-20", 6, 6),
        ("1904/1906", "1905-03-01/1905-03-31", 31, 31),
        ("1888", "1888-05-01", 0, 1),
        ("1888", "1889", 0, 0),
        ("1985-01-01/..", "1990-01-01/1990-01-02", 2, 2),
        ("1985/..", "1990/..", None, None),
        ("[1985..]", "1990-01-01", 0, 1),
    ],
)
def test_known_overlaps(a, b, low, high):
    found = overlap(parse_edtf(a), parse_edtf(b))
    assert found == Overlap(low, high)
    assert found.certain == (low != 0)
    assert found.possible == (high != 0)
