"""The bench measures what it says: the same data in every run, and the same as columns and as a folder."""

from pathlib import Path

import numpy as np

from tests.bench.folder import write_folder
from tests.bench.generator import columns_of_seeded, seeded, with_others
from tests.reference import columns_of
from viewer.app.check import check
from viewer.loading.load import load_collection

ARRAYS = ("start", "core_start", "core_end", "end", "lane", "rank", "kind", "contested")


def test_the_same_seed_gives_the_same_folder(tmp_path: Path) -> None:
    for name in ("once", "twice"):
        write_folder(seeded(300, seed=7), tmp_path / name)
    once, twice = (
        {path.name: path.read_bytes() for path in (tmp_path / name).rglob("*.*")}
        for name in ("once", "twice")
    )
    assert once == twice
    assert not np.array_equal(seeded(300, seed=7).datings.first, seeded(300, seed=8).datings.first)


def test_a_seeded_folder_has_no_problem_and_no_gap(tmp_path: Path) -> None:
    write_folder(seeded(1000), tmp_path / "collection")
    assert check(tmp_path / "collection", as_json=False, with_coverage=True) == 0


def test_columns_made_straight_are_those_of_the_folder(tmp_path: Path) -> None:
    events = seeded(1000)
    write_folder(events, tmp_path / "collection")
    collection = load_collection(tmp_path / "collection").collection
    assert collection is not None
    read, made = columns_of(collection, collection.events), columns_of_seeded(events)
    for name in ARRAYS:
        assert np.array_equal(getattr(read, name), getattr(made, name)), name
    assert list(read.ids) == list(made.ids)
    assert list(read.dates) == list(made.dates)
    assert [title.replace("·", "") for title in read.titles] == list(made.titles)
    assert [made.rows[key] for key in read.ids] == list(range(1000))


def test_a_seeded_collection_looks_like_history() -> None:
    columns = columns_of_seeded(seeded(10_000))
    periods = (columns.kind == 1).mean()
    assert 0.28 < periods < 0.32
    assert 0.01 < columns.contested.mean() < 0.02
    ranks = np.bincount(columns.rank, minlength=6)
    assert ranks[1] < ranks[2] < ranks[3] < ranks[4]
    years = np.bincount((columns.start // 365 - columns.start.min() // 365).astype(np.int64))
    assert years.max() > 50 * np.median(years)
    assert {"", " "}.isdisjoint(set(columns.ids))
    assert "" in set(columns.titles[:2000])
    assert len(set(columns.lane.tolist())) == 8


def test_events_elsewhere_in_time_change_no_picture_of_the_first_ones() -> None:
    few = columns_of_seeded(seeded(500))
    both = with_others(few, columns_of_seeded(seeded(2000, seed=2)))
    assert np.array_equal(both.start[:500], few.start)
    assert bool((np.diff(both.start) >= 0).all())
    assert int(both.start[500]) - int(few.start[-1]) >= 1000 * 365
    assert both.titles[499] == few.titles[499]
