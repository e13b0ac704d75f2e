"""A scale step's events laid out a tile of time at a time: what is looked at is reckoned, and nothing else.

What a tile holds depends on the events, the step and the lanes' rows, never on what was looked at before:
so panning moves nothing. Long bars lie on their depths (long_bars.py), from the last row upwards. A tile with
an even number is filled first, its last titles reaching into the next; odd tiles take what is left between
their two neighbours. The signs of the foremost of all tiles have their places before any title: no title
hides what matters more than a title.
"""

from collections.abc import Generator, Iterator, Sequence
from math import ceil, floor
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from viewer.timeline.at_once import all_at_once
from viewer.timeline.last_used import LastUsed
from viewer.timeline.metrics import Metrics
from viewer.timeline.rows.lane_index import CLASSES, URGENT, LaneIndex
from viewer.timeline.rows.long_bars import LongBars, Placed, stride_of
from viewer.timeline.rows.packing import Body, Packed, Packing
from viewer.timeline.rows.row import Row
from viewer.timeline.rows.title_widths import TitleWidths

TILE = 640.0
"""Pixels at the coarsest scale of a step."""

LONG = TILE / 2
"""Pixels at that scale from which a bar is long. A shorter one and its title (forms.LONGEST_TITLE) end in the
next tile, before the tile after that begins."""

MARGIN = 16.0
"""Pixels by which a sign reaches out of its tile to the left at most."""

CANDIDATES = 6
"""Events that compete for each row of a tile; more would find no room anyway."""

URGENT_CANDIDATES = 2
"""Urgent events among them for each row. Where there are more, half as many compete: the rest have pips
(strips/pips.py), and others a chance."""

KEPT = 48
"""Tiles of a step that are kept: three screens of 4K on either side of what is seen."""

KEPT_BODIES = 8
"""Tiles whose candidates are kept: a tile is filled soon after its signs are placed, or not at all."""


Flags = npt.NDArray[np.bool_]

Taken = tuple[int, float, float]
"""A row, and the left and right of what is taken of it, in pixels from the start of a tile."""


class Tile(NamedTuple):
    """The events that begin in a tile and have a row, by lane; positions are pixels from the tile's start."""

    packed: dict[int, list[Packed]]

    def of(self, lane: int) -> Sequence[Packed]:
        """Return those of one lane."""
        return self.packed.get(lane, ())


EMPTY = Tile({})


class Signs(NamedTuple):
    """By lane: the rows of the foremost of a tile by event; what their signs take of rows, and long bars."""

    rows: dict[int, dict[int, int]]
    taken: dict[int, list[Taken]]
    bars: dict[int, list[Taken]]


class Tiles:
    """The tiles of one step.

    `rows` is the number of rows of each lane of `lanes`, from its first; `long` of them may hold long bars.
    """

    def __init__(
        self,
        index: LaneIndex,
        long_bars: LongBars,
        lanes: range,
        *,
        rows: Sequence[int],
        long: Sequence[int],
        pixels_per_day: float,
        words: TitleWidths,
        metrics: Metrics,
    ) -> None:
        self._index = index
        self._long_bars = long_bars
        self._lanes = lanes
        self._rows = rows
        self._deepest = np.array(long, dtype=np.int64)
        self._per_day = pixels_per_day
        self._words = words
        self._metrics = metrics
        self._tiles: LastUsed[int, Tile] = LastUsed(KEPT)
        self._signs: LastUsed[int, Signs] = LastUsed(KEPT)
        self._bodies: LastUsed[int, dict[int, list[Body]]] = LastUsed(KEPT_BODIES)
        self.days = TILE / pixels_per_day

    def touching(self, first: float, last: float) -> range:
        """Return the numbers of the tiles whose signs or titles may reach into the days [first, last)."""
        margin = MARGIN / self._per_day
        return range(floor(first / self.days) - 1, floor((last + margin) / self.days) + 1)

    def long_bars(self, first: float, last: float) -> Placed:
        """Return the long bars that touch the days [first, last) and have a row in their lane."""
        placed = self._long_bars.over(first, last, LONG / self._per_day)
        seen = placed.depth < self._deepest[placed.lane - self._lanes.start]
        return placed if seen.all() else placed.where(seen)

    def row_of(self, lane: int, depth: int) -> int:
        """Return the row of a lane in which long bars of a depth lie."""
        return self._rows[lane - self._lanes.start] - 1 - depth

    def tile(self, number: int) -> Tile:
        """Return a tile, filling it and its neighbours where need be."""
        return self._tiles.get(number, self._fill)

    def filling(self, number: int) -> Iterator[None]:
        """Fill a tile, and its neighbours where need be, a lane for each step of the iterator."""
        tile = yield from self._filled(number)
        self._tiles.get(number, lambda _: tile)

    def has(self, number: int) -> bool:
        """Whether a tile is filled already."""
        return number in self._tiles

    def _fill(self, number: int) -> Tile:
        return all_at_once(self._filled(number))

    def _filled(self, number: int) -> Generator[None, None, Tile]:
        bodies = self._bodies_of(number)
        yield
        signs = self._signs_of(number)
        yield
        if not bodies:
            return EMPTY
        is_odd, around = number % 2, _neighbours(number)
        tiles = [(shift, self.tile(other)) for shift, other in around if is_odd]
        others = [(shift, self._signs_of(other)) for shift, other in around if not is_odd]
        packed = {}
        for lane, candidates in bodies.items():
            # Ordered with the rest: shifted by a tile, what touches may overlap by a hair.
            taken = [*signs.bars.get(lane, ()), *signs.taken.get(lane, ())]
            for shift, tile in tiles:
                taken += [(one.row, one.left + shift, one.right + shift) for one in tile.of(lane)]
            for shift, other in others:
                taken += _shifted(other, lane, shift)
            known = 2 * TILE if is_odd else TILE
            packed[lane] = self._packing(lane, taken, known).packed(candidates, signs.rows.get(lane, {}))
            yield
        return Tile(packed)

    def _signs_of(self, number: int) -> Signs:
        return self._signs.get(number, self._place_signs)

    def _bodies_of(self, number: int) -> dict[int, list[Body]]:
        return self._bodies.get(number, lambda number: self._candidate_bodies(number * self.days))

    def _place_signs(self, number: int) -> Signs:
        """Give the foremost of a tile their rows; those of odd tiles take what even ones leave."""
        bodies = self._bodies_of(number)
        foremost = [lane for lane, candidates in bodies.items() if any(body.foremost for body in candidates)]
        bars = self._obstacles(number * self.days) if bodies else {}
        around = [
            (shift, self._signs_of(other)) for shift, other in _neighbours(number) if foremost and number % 2
        ]
        signs = Signs({}, {}, bars)
        for lane in foremost:
            taken = list(bars.get(lane, ()))
            for shift, other in around:
                taken += _shifted(other, lane, shift)
            rows = signs.rows[lane] = self._packing(lane, taken, TILE).signs_of(bodies[lane])
            signs.taken[lane] = [
                (rows[body.event], body.left, body.right) for body in bodies[lane] if body.event in rows
            ]
        return signs

    def _packing(self, lane: int, taken: list[Taken], known: float) -> Packing:
        """Return the rows of a lane, of which some is taken, to be filled from a tile on.

        Up to `known` pixels, but for the signs that reach out of a tile, all is there or is placed now.
        """
        return Packing(
            _rows_with(taken, self._rows[lane - self._lanes.start]),
            2 * TILE - MARGIN,
            known - MARGIN,
            title=self._words.title_width,
            date=self._words.date_width,
            metrics=self._metrics,
        )

    def _obstacles(self, first: float) -> dict[int, list[Taken]]:
        """Return the long bars of a tile by lane: row, left and right in pixels from the tile's start."""
        bars = self.long_bars(first - MARGIN / self._per_day, first + 2 * self.days)
        obstacles: dict[int, list[Taken]] = {}
        left, right = (bars.start - first) * self._per_day, (bars.end - first) * self._per_day
        for lane, depth, begin, end in zip(
            bars.lane.tolist(), bars.depth.tolist(), left.tolist(), right.tolist(), strict=True
        ):
            obstacles.setdefault(lane, []).append((self.row_of(lane, depth), begin, end))
        return obstacles

    def _candidate_bodies(self, first: float) -> dict[int, list[Body]]:
        """Return the candidates of a tile by lane, in the order of service."""
        rows, lanes, foremost = self._candidates(first)
        if not len(rows):
            return {}
        columns, per_day = self._index.columns, self._per_day
        start = (columns.start[rows] - first) * per_day
        end = (columns.end[rows] - first) * per_day
        width = end - start
        bar = width >= self._metrics.mark
        half = self._metrics.mark / 2 + self._metrics.mark_gap
        middle = start + width / 2
        left = np.where(bar, start, middle - half)
        right = np.where(bar, end, middle + half)
        short = width < LONG
        bodies: dict[int, list[Body]] = {}
        for lane, *values in zip(
            lanes[short].tolist(),
            rows[short].tolist(),
            left[short].tolist(),
            right[short].tolist(),
            np.where(bar, width, 0.0)[short].tolist(),
            foremost[short].tolist(),
            strict=True,
        ):
            bodies.setdefault(lane, []).append(Body(*values))
        return bodies

    def _candidates(self, first: float) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int32], Flags]:
        """Return the rows that may be seen of a tile by lane, class and time, their lanes, who is foremost.

        Of a class too numerous, one row in two, four ... is taken: what is taken at one step is at the next.
        Foremost are the urgent, and those of rank 1 where they are few enough.
        """
        classes = self._index.classes
        group = np.arange(self._lanes.start * CLASSES, self._lanes.stop * CLASSES)
        places = self._index.places(np.array([first, first + self.days]))
        bounds = classes.before(group[:, None], places[None, :])
        parts, of, foremost, served, left = [], [], [], -1, 0
        for at in np.flatnonzero(bounds[:, 1] > bounds[:, 0]).tolist():
            lane, of_class = divmod(at, CLASSES)
            if lane != served:
                left, served = CANDIDATES * self._rows[lane], lane
            if left <= 0:
                continue
            begin, end = bounds[at].tolist()
            most = left
            if of_class == URGENT and end - begin > URGENT_CANDIDATES * self._rows[lane]:
                most = URGENT_CANDIDATES * self._rows[lane] // 2
            stride = stride_of(end - begin, most)
            part = classes.rows(slice(ceil(begin / stride) * stride, end, stride))
            left -= len(part)
            parts.append(part)
            of.append(lane)
            foremost.append(of_class == URGENT or (of_class == URGENT + 1 and stride == 1))
        if not parts:
            return np.zeros(0, np.int64), np.zeros(0, np.int32), np.zeros(0, np.bool_)
        counts = [len(part) for part in parts]
        lanes = np.repeat(np.array(of, dtype=np.int32) + self._lanes.start, counts)
        return np.concatenate(parts), lanes, np.repeat(np.array(foremost), counts)


def _shifted(signs: Signs, lane: int, shift: float) -> list[Taken]:
    """Return what signs take of the rows of a lane, moved by `shift` pixels."""
    return [(row, left + shift, right + shift) for row, left, right in signs.taken.get(lane, ())]


def _neighbours(number: int) -> tuple[tuple[float, int], tuple[float, int]]:
    """Return the tiles before and after one, each with how far it is from it in pixels."""
    return (-TILE, number - 1), (TILE, number + 1)


def _rows_with(taken: list[Taken], count: int) -> list[Row]:
    """Return the rows of a lane with what is taken of them."""
    rows = [Row() for _ in range(count)]
    for number, left, right in sorted(taken):
        rows[number].append(left, right)
    return rows
