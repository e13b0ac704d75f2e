"""Laws that hold for every date."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viewer.model.calendar import Calendar, civil, day_number, days_in_month, iso_day
from viewer.model.dates import DateError, Ending, Kind, parse_edtf
from viewer.model.wording import short, words

calendars = st.sampled_from(Calendar)
years = st.integers(-9999, 9999)
marks = st.sampled_from(["", "?", "~", "%"])


def written(year):
    return f"{'-' if year < 0 else ''}{abs(year):04}"


@st.composite
def days(draw, calendar=Calendar.GREGORIAN):
    year, month = draw(years), draw(st.integers(1, 12))
    return year, month, draw(st.integers(1, days_in_month(calendar, year, month)))


@st.composite
def single_texts(draw):
    year, month, day = draw(days())
    precision = draw(st.sampled_from(["year", "month", "day", "season", "pattern", "long", "rounded"]))
    forms = {
        "year": written(year),
        "month": f"{written(year)}-{month:02}",
        "day": f"{written(year)}-{month:02}-{min(day, 28):02}",
        "season": f"{written(year)}-{draw(st.integers(21, 41))}",
        "pattern": f"{written(year)[:-1]}X-{month:02}",
        "long": f"Y{(abs(year) + 10000) * (1 if year > 0 else -1)}",
        "rounded": f"{abs(year) % 9000 + 1000:04}S{draw(st.integers(1, 4))}",
    }
    return forms[precision] + draw(marks)


@st.composite
def any_texts(draw):
    single = single_texts()
    form = draw(
        st.sampled_from(
            ["{0}", "{0}/{1}", "{0}/..", "/{0}", "../{0}", "[{0},{1}]", "{{{0},{1}}}", "[{0}..]", "[..{0}]"]
        )
    )
    return form.format(draw(single), draw(single))


def outcome(text, calendar=Calendar.GREGORIAN):
    try:
        return parse_edtf(text, calendar)
    except DateError as error:
        return error


def parsed(text, calendar=Calendar.GREGORIAN):
    """The date, or None for one that ends before it begins, which chance texts may do."""
    found = outcome(text, calendar)
    if isinstance(found, DateError):
        assert "ends before" in found.message
        return None
    return found


def ordered(*bounds):
    known = [day for day in bounds if day is not None]
    return known == sorted(known)


@given(any_texts(), calendars)
def test_no_earliest_bound_lies_after_its_latest_and_no_date_ends_before_it_begins(text, calendar):
    date = parsed(text, calendar)
    if date is not None:
        assert ordered(date.earliest_start, date.latest_start)
        assert ordered(date.earliest_end, date.latest_end)
        assert ordered(date.earliest_start, date.latest_end)


@given(calendars.flatmap(lambda calendar: st.tuples(st.just(calendar), days(calendar))))
def test_a_day_has_four_equal_bounds(case):
    calendar, (year, month, day) = case
    date = parse_edtf(f"{written(year)}-{month:02}-{day:02}", calendar)
    number = day_number(calendar, year, month, day)
    assert {date.earliest_start, date.latest_start, date.earliest_end, date.latest_end} == {number}
    assert date.certain
    assert date.span == date.core == (number, number + 1)


@given(days())
def test_the_same_day_written_in_both_calendars_has_the_same_bounds(day):
    number = day_number(Calendar.GREGORIAN, *day)
    year, month, of_month = civil(Calendar.JULIAN, number)
    if abs(year) <= 9999:
        julian = parse_edtf(f"{written(year)}-{month:02}-{of_month:02}", Calendar.JULIAN)
        assert julian.span == parse_edtf(iso_day(number)).span


@given(calendars, years)
def test_a_year_is_as_wide_as_its_months_and_they_follow_without_a_gap(calendar, year):
    months = [parse_edtf(f"{written(year)}-{month:02}", calendar) for month in range(1, 13)]
    whole = parse_edtf(written(year), calendar)
    assert whole.span == (months[0].span[0], months[-1].span[1])
    assert all(a.span[1] == b.span[0] for a, b in pairwise(months))


@given(calendars, years)
def test_seasons_quarters_and_halves_each_fill_a_year_without_a_gap(calendar, year):
    for codes in (
        range(21, 25),
        range(25, 29),
        (31, 32, 29, 30),
        range(33, 37),
        range(37, 40),
        range(40, 42),
    ):
        parts = [parse_edtf(f"{written(year)}-{code}", calendar) for code in codes]
        assert all(a.span[1] == b.span[0] for a, b in pairwise(parts))
        following = parse_edtf(f"{written(year + 1)}-{codes[0]}", calendar) if year < 9999 else None
        assert following is None or parts[-1].span[1] == following.span[0]


@given(single_texts(), single_texts(), calendars)
def test_an_interval_has_the_bounds_of_its_ends(first, last, calendar):
    interval = parsed(f"{first}/{last}", calendar)
    a, b = parse_edtf(first, calendar), parse_edtf(last, calendar)
    if interval is None:
        assert a.earliest_start > b.latest_end
        return
    assert (interval.earliest_start, interval.latest_start) == (a.earliest_start, a.latest_start)
    assert (interval.earliest_end, interval.latest_end) == (b.earliest_end, b.latest_end)
    assert interval.parts == (a, b)


@given(single_texts(), single_texts())
def test_one_of_two_may_be_either_and_all_of_two_spans_both(first, last):
    a, b = parse_edtf(first), parse_edtf(last)
    one, both = parse_edtf(f"[{first},{last}]"), parse_edtf(f"{{{first},{last}}}")
    assert one.span == both.span == (min(a.span[0], b.span[0]), max(a.span[1], b.span[1]))
    assert (one.latest_start, one.earliest_end) == (
        max(a.latest_start, b.latest_start),
        min(a.earliest_end, b.earliest_end),
    )
    assert (both.latest_start, both.earliest_end) == (
        min(a.latest_start, b.latest_start),
        max(a.earliest_end, b.earliest_end),
    )


@given(single_texts())
def test_the_order_of_members_does_not_move_a_set(text):
    assert parse_edtf(f"[{text},1888]").span == parse_edtf(f"[1888,{text}]").span


@given(single_texts(), marks)
def test_a_qualifier_moves_no_bound(text, mark):
    bare = text.rstrip("?~%")
    assert parse_edtf(bare + mark).span == parse_edtf(bare).span


@given(single_texts())
def test_open_and_unknown_ends_have_no_bounds(text):
    for interval in (parse_edtf(f"{text}/.."), parse_edtf(f"{text}/")):
        assert interval.earliest_end is interval.latest_end is None
        assert interval.span == (parse_edtf(text).span[0], None)
        assert not interval.certain
    for interval in (parse_edtf(f"../{text}"), parse_edtf(f"/{text}")):
        assert interval.earliest_start is interval.latest_start is None


@given(single_texts())
def test_not_before_has_no_latest_and_not_after_no_earliest_bounds(text):
    date = parse_edtf(text)
    not_before, not_after = parse_edtf(f"[{text}..]"), parse_edtf(f"[..{text}]")
    assert (not_before.earliest_start, not_before.latest_start, not_before.latest_end) == (
        date.earliest_start,
        None,
        None,
    )
    assert (not_after.latest_end, not_after.earliest_start, not_after.earliest_end) == (
        date.latest_end,
        None,
        None,
    )
    assert not_before.core is None


@given(any_texts(), calendars)
def test_every_date_can_be_said_in_full_and_short(text, calendar):
    date = parsed(text, calendar)
    if date is not None:
        for said in (words(date), short(date)):
            assert said == " ".join(said.split())
            assert not set("{}[]") & set(said)
            assert "None" not in said


@given(st.text(alphabet="0123456789-", min_size=4, max_size=10))
def test_unspecified_digits_allow_what_any_digit_in_their_place_allows(text):
    date = outcome(text)
    if isinstance(date, DateError):
        return
    if date.kind is Kind.DATE and date.season is None:
        for place in [place for place, char in enumerate(text) if char.isdigit()]:
            wider = parse_edtf(f"{text[:place]}X{text[place + 1 :]}")
            assert wider.earliest_start <= date.earliest_start
            assert wider.latest_end >= date.latest_end


@settings(max_examples=300)
@given(st.one_of(st.text(max_size=30), st.text(alphabet="0123456789-/.X?~%[]{},YESTZ:+ ", max_size=30)))
def test_any_text_is_read_or_refused_with_a_place_in_it(text):
    found = outcome(text)
    if isinstance(found, DateError):
        assert 0 <= found.position <= len(text)
        assert found.message
        assert found.proposal is None or parse_edtf(found.proposal).text == found.proposal
    else:
        assert found.text == text
        assert ordered(found.earliest_start, found.latest_end)


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("1888", None),
        ("1904/1905", ("1904-12-31", "1905-01-02")),
        ("1904-03-01/1905-02-03", ("1904-03-01", "1905-02-04")),
        ("1905/1905", None),
        ("1985-03-01/..", ("1985-03-01", None)),
        ("1985-03-01/", ("1985-03-01", "1985-03-02")),
        ("1985/", None),
        ("/1985-03-01", ("1985-03-01", "1985-03-02")),
        ("../1985-03-01", (None, "1985-03-02")),
        ("[1985..]", None),
        ("{1960,1962}", ("1960-12-31", "1962-01-02")),
    ],
)
def test_the_core_is_what_certainly_belongs(text, core):
    found = parse_edtf(text).core
    shown = None if found is None else tuple(None if day is None else iso_day(day) for day in found)
    assert shown == core


def test_an_unknown_end_is_not_an_open_one():
    assert parse_edtf("1985/").end is Ending.UNKNOWN
    assert parse_edtf("1985/..").end is Ending.OPEN
