"""A second view comes back as it was left; what the collection or the file does not have is left out."""

import json
from pathlib import Path

import pytest

from viewer.model.filters import Filter
from viewer.model.records import Collection
from viewer.session.second_view import SecondView, read_second_view, second_view, take_second_view
from viewer.session.session import Session
from viewer.session.state import State, View, read_state, write_state
from viewer.timeline.lanes.arrangement import Arrangement
from viewer.timeline.viewport import LONGEST_SPAN, Viewport


@pytest.fixture
def first(bundled: Collection) -> Session:
    session = Session()
    session.set_collection(bundled)
    session.select("lenin-dies")
    return session


def _again(first: Session, remembered: SecondView | None, *, locked: bool = False) -> Session:
    session = Session()
    take_second_view(session, remembered, first, locked=locked)
    return session


def _left(bundled: Collection) -> Session:
    session = Session()
    session.set_collection(bundled)
    session.set_filter(Filter((("person", "joseph-stalin"), ("kind", "event")), contested=True, text="lenin"))
    session.chosen_lanes.arrange(
        Arrangement(
            ("source", "lane"),
            order=(("english",), ("thai",)),
            hidden=frozenset({("czech",)}),
            pinned=(("thai",),),
            collapsed=frozenset({("english",)}),
        )
    )
    session.set_viewport(Viewport(-19_000.5, 412.25))
    return session


def test_a_second_view_comes_back_as_it_was_left(tmp_path: Path, bundled: Collection, first: Session) -> None:
    left = _left(bundled)
    path = tmp_path / "state.json"
    kept = second_view(left, share=0.4, locked=False)
    write_state(path, State(recents=("a",), views={"a": View(0.0, 1.0, "x", second=kept)}))

    restored = read_state(path)
    assert restored.trouble == ""
    back = restored.state.views["a"].second
    assert back == kept
    session = _again(first, back)
    assert session.filter == left.filter
    assert session.viewport == left.viewport
    assert session.arrangement.keys == left.arrangement.keys
    assert session.arrangement.by_count == left.arrangement.by_count
    assert session.selected == "lenin-dies"


def test_locked_it_shows_the_span_of_the_first(bundled: Collection, first: Session) -> None:
    kept = second_view(_left(bundled), share=0.5, locked=True)
    assert _again(first, kept, locked=True).viewport == first.viewport


def test_what_the_collection_does_not_have_is_left_out(first: Session) -> None:
    lanes = Arrangement(("source",), hidden=frozenset({("nowhere",)}), alone=("nobody",))
    kept = SecondView(0.5, False, 0.0, 10.0, (("person", "nobody"), ("colour", "red")), lanes=(lanes,))
    session = _again(first, kept)
    assert session.filter == Filter()
    assert session.arrangement.hidden == frozenset()
    assert session.arrangement.alone is None
    assert session.lanes


@pytest.mark.parametrize(
    "damage",
    [
        {"share": "half"},
        {"span": float("nan")},
        {"facets": [["person"]]},
        {"facets": 3},
        {"text": 3},
        {"lanes": [{"keys": ["colour"]}]},
        {"lanes": "lane"},
    ],
)
def test_a_damaged_second_view_is_refused(bundled: Collection, damage: dict[str, object]) -> None:
    from dataclasses import asdict

    value = (
        json.loads(json.dumps(asdict(second_view(_left(bundled), share=0.5, locked=True)), default=sorted))
        | damage
    )
    with pytest.raises((ValueError, TypeError, LookupError, AttributeError)):
        read_second_view(value)


def test_numbers_out_of_bounds_are_brought_back(bundled: Collection) -> None:
    from dataclasses import asdict

    kept = asdict(second_view(_left(bundled), share=0.5, locked=True)) | {"lanes": []}
    back = read_second_view(kept | {"share": 7, "span": 1e300, "start": -1e300})
    assert back is not None
    assert (back.share, back.span) == (0.9, LONGEST_SPAN)


def test_a_state_of_before_has_no_second_view(tmp_path: Path) -> None:
    from viewer.session import state as module

    path = tmp_path / "state.json"
    write_state(path, State(recents=("a",), views={"a": View(0.0, 1.0)}))
    wrapped = json.loads(path.read_text())
    del wrapped["state"]["views"]["a"]["second"]
    wrapped["checksum"] = module._checksum(wrapped["state"])
    path.write_text(json.dumps(wrapped))
    restored = read_state(path)
    assert restored.trouble == ""
    assert restored.state.views["a"].second is None
