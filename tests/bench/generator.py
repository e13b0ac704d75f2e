"""Seeded collections of any size that look like history: bursts, one densest year, three scripts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tests.bench.datings import PERIODS, Datings, Form, Ints, spans, texts
from tests.bench.made import IdRows, MadeTexts, id_of
from tests.bench.titles import title
from viewer.model.dates import parse_edtf
from viewer.model.records import COLOURS, KINDS, Lane
from viewer.model.wording import short
from viewer.model.words import LocalText
from viewer.timeline.columns import UNBOUNDED, Columns, Days

DENSEST = -19175.0
"""Day number of 2 July 1917, the middle of the densest year."""

FIRST, LAST = -719162 + 40 * 365, 18627  # AD 41 to 2020
BURSTS = 60
LANES = tuple(
    Lane(name, LocalText((("en", name.capitalize()),)), colour)
    for name, colour in zip(
        ("court", "church", "trade", "towns", "war", "letters", "law", "letters-abroad"), COLOURS, strict=True
    )
)
_LANES = np.array([0.2, 0.15, 0.12, 0.12, 0.18, 0.1, 0.08, 0.05])
_RANKS = np.array([0.004, 0.03, 0.2, 0.4, 0.366])
_INSTANTS = ((Form.DAY, 0.72), (Form.MONTH, 0.16), (Form.YEAR, 0.12))
_PERIODS = (
    (Form.DAYS, 0.6), (Form.MONTHS, 0.15), (Form.YEARS, 0.247), (Form.ONGOING, 0.0015), (Form.END_UNKNOWN, 0.0015),
)  # fmt: skip
_SIGNS = np.array([0.95, 0.03, 0.02])


@dataclass(frozen=True, slots=True, eq=False)
class Seeded:
    """The arrays of a seeded collection; event n is row n: they stand in the order of their start."""

    seed: int
    datings: Datings
    lane: npt.NDArray[np.int32]
    rank: npt.NDArray[np.int8]
    kind: npt.NDArray[np.int8]
    contested: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.lane)


def seeded(count: int, seed: int = 1) -> Seeded:
    """Return `count` events, the same ones whenever the seed is the same."""
    rng = np.random.default_rng(seed)
    first = _moments(rng, count)
    is_period = rng.random(count) < 0.3
    form = np.where(is_period, _of(rng, count, _PERIODS), _of(rng, count, _INSTANTS)).astype(np.int8)
    length = np.minimum(np.exp(rng.normal(4.6, 1.9, count)), 55_000).astype(np.int64) + 1
    last = np.where(is_period, np.minimum(first + length, LAST + 300), first)
    sign = rng.choice(3, count, p=_SIGNS).astype(np.int8)
    datings = _sound(Datings(form, first, last, sign))
    order = np.argsort(spans(datings)[0], kind="stable")
    datings = datings.taken(order)
    kinds = rng.choice([KINDS.index(kind) for kind in ("event", "event", "event", "work", "claim")], count)
    return Seeded(
        seed,
        datings,
        rng.choice(len(LANES), count, p=_LANES).astype(np.int32),
        rng.choice(5, count, p=_RANKS).astype(np.int8) + np.int8(1),
        np.where(_is_period(datings), KINDS.index("period"), kinds).astype(np.int8),
        rng.random(count) < 0.015,
    )


def columns_of_seeded(events: Seeded) -> Columns:
    """Return the columns of a seeded collection; each text is made when it is asked for."""
    start, core_start, core_end, end = spans(events.datings)
    count = len(events)
    return Columns(
        start=start,
        core_start=core_start,
        core_end=core_end,
        end=end,
        lane=events.lane,
        rank=events.rank,
        kind=events.kind,
        contested=events.contested,
        found=np.zeros(count, dtype=np.bool_),
        echo=np.zeros(count, dtype=np.bool_),
        ids=MadeTexts(count, id_of),
        titles=MadeTexts(count, lambda row: title(events.seed, row)[1]),
        dates=MadeTexts(count, lambda row: _date(events.datings, row)),
        rows=IdRows(count),
    )


def with_others(columns: Columns, others: Columns) -> Columns:
    """Return events with others behind them in time, a thousand years after the last of them has begun."""
    apart = int(columns.start[-1]) - int(others.start[0]) + 1000 * 365
    count = len(columns)

    def moved(days: Days) -> Days:
        return np.where(np.abs(days) >= UNBOUNDED, days, days + apart)

    def texts(mine: Sequence[str], theirs: Sequence[str]) -> MadeTexts:
        both = count + len(theirs)
        return MadeTexts(both, lambda row: mine[row] if row < count else theirs[row - count])

    days = {
        name: np.concatenate([getattr(columns, name), moved(getattr(others, name))])
        for name in ("start", "core_start", "core_end", "end")
    }
    rest = {
        name: np.concatenate([getattr(columns, name), getattr(others, name)])
        for name in ("lane", "rank", "kind", "contested", "found", "echo")
    }
    both = count + len(others)
    return Columns(
        **days,
        **rest,
        ids=MadeTexts(both, id_of),
        titles=texts(columns.titles, others.titles),
        dates=texts(columns.dates, others.dates),
        rows=IdRows(both),
    )


def _moments(rng: np.random.Generator, count: int) -> Ints:
    """Return days: a tenth anywhere, the rest in bursts, a share of them in the densest year and near it.

    The fewer the events, the greater is that share: the picture of the densest year is full at every size.
    """
    crowd = 0.85 * (1000 / max(count, 1000)) ** 0.24
    centres = LAST - np.abs(rng.normal(0, 1, BURSTS)) * 260_000
    widths = np.exp(rng.normal(7.2, 1.3, BURSTS))
    weights = rng.pareto(1.1, BURSTS) + 0.05
    which = rng.choice(BURSTS, count, p=weights / weights.sum())
    days = rng.normal(centres[which], widths[which])
    anywhere = rng.random(count) < 0.1
    days[anywhere] = rng.uniform(FIRST, LAST, int(anywhere.sum()))
    in_crowd = rng.random(count) < crowd
    around = np.where(rng.random(count) < 0.25, rng.laplace(0, 1200, count), rng.uniform(-900, 2000, count))
    near = np.where(rng.random(count) < 0.25, rng.uniform(-182, 183, count), around)
    days[in_crowd] = DENSEST + near[in_crowd]
    outside = (days < FIRST) | (days > LAST)
    days[outside] = rng.uniform(FIRST, LAST, int(outside.sum()))
    return np.floor(days).astype(np.int64)


def _sound(datings: Datings) -> Datings:
    """Write as days what would begin and end in one month or year, and what went on from long ago."""
    form = datings.form.copy()
    for wide, unit in ((Form.MONTHS, "M"), (Form.YEARS, "Y")):
        first, last = (days.astype("datetime64[D]").astype(f"datetime64[{unit}]") for days in datings[1:3])
        form[(form == wide) & (first == last)] = Form.DAYS
    form[np.isin(form, (Form.ONGOING, Form.END_UNKNOWN)) & (datings.first < 0)] = Form.DAYS
    return datings._replace(form=form)


def _of(rng: np.random.Generator, count: int, shares: Sequence[tuple[Form, float]]) -> Ints:
    return rng.choice([form for form, _ in shares], count, p=[share for _, share in shares])


def _date(datings: Datings, row: int) -> str:
    return short(parse_edtf(texts(datings.taken(np.array([row])))[0]))


def _is_period(datings: Datings) -> npt.NDArray[np.bool_]:
    return np.isin(datings.form, list(PERIODS))
