"""The journey of the bench is made whole, whatever it costs."""

from time import perf_counter

import pytest

from tests.bench.data import data
from tests.bench.frames import frames

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("scale", [1, 2])
def test_every_frame_of_the_journey_is_laid_out_and_painted(scale: int) -> None:
    leg = 2
    found = frames(data(300), scale, leg, perf_counter)
    assert all(len(found[part]) == 3 * leg for part in ("layout", "paint", "between", "drawn"))
    assert all(drawn["labels"] + drawn["folds"] + drawn["pips"] for drawn in found["drawn"])
