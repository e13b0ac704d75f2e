"""Lanes share the height: none without events takes rows, those with urgent events come first."""

from itertools import pairwise

import numpy as np
import pytest

from viewer.timeline.metrics import Metrics
from viewer.timeline.rows.shares import shares_of


def crowd(*counts: int) -> np.ndarray:
    return np.array(counts, dtype=np.int64)


@pytest.mark.parametrize("height", [200.0, 500.0, 900.0])
def test_a_lane_gets_more_rows_when_the_others_are_empty(height: float) -> None:
    metrics, full = Metrics(), crowd(*range(40, 0, -1))

    among_full = shares_of([full, full, full], 0.0, height, metrics)
    alone = shares_of([full, crowd(), crowd()], 0.0, height, metrics)

    assert alone[0].rows > among_full[0].rows
    assert [share.rows for share in alone[1:]] == [0, 0]


@pytest.mark.parametrize("height", [0.0, 30.0, 200.0, 900.0])
def test_lanes_stand_one_below_the_other_within_the_picture(height: float) -> None:
    shares = shares_of([crowd(), crowd(9, 4, 1), crowd(), crowd(3, 1)], 10.0, 10.0 + height, Metrics())

    assert shares[0].top == 10.0
    for above, below in pairwise(shares):
        assert below.top == pytest.approx(above.top + above.height)
    assert shares[-1].top + shares[-1].height <= 10.0 + height + 1e-6


def test_lanes_with_urgent_events_get_the_rows_for_them_first() -> None:
    crowds = [crowd(90, 60, 40, 30, 20, 10, 5), crowd(6, 5, 4, 3, 2, 1)]
    height = 260.0

    plain = shares_of(crowds, 0.0, height, Metrics())
    pressing = shares_of(crowds, 0.0, height, Metrics(), [0, 5])

    assert plain[1].rows < 5
    assert pressing[1].rows >= 5
