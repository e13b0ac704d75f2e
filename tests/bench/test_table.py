"""The bench's table: every figure that was measured has its row."""

from tests.bench.table import markdown, other_rows, plain

FRAME = dict.fromkeys(("layout", "paint", "between"), (1.0, 2.0, 3.0))
DRAWN = {"labels": 80.0, "bars": 20.0, "pips": 0.0}


def results() -> dict:
    frames = {
        count: {
            scale: {**FRAME, "frame": (cost, 8.0, 9.0), "index": 40.0, "first": 25.0, "drawn": DRAWN}
            for scale in (1, 2)
        }
        for count, cost in ((0, 2.0), (1000, 4.0), (10_000, 5.0))
    }
    return {"frames": frames, "growth": {10_000: {1: 1.25, 2: 1.2}}}


def test_frames_of_every_size_and_their_growth_have_a_row():
    lines = list(markdown(results()))
    assert "| 10,000 | 2x | 1.0 / 2.0 / 3.0 | 1.0 / 2.0 / 3.0 | 5.0 / 8.0 / 9.0 |" in "\n".join(lines)
    row = "the pictures of 1,000 events with 9,000 others elsewhere, 1x", "1.25 times"
    assert row in other_rows(results())
    assert any("bundled" in line for line in plain(results()))
