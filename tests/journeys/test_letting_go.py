"""What is replaced or closed is gone at once: a full search for garbage comes once in a session, if at all."""

import gc
import shutil
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.conftest import Visitor
from viewer.resources import bundled_collection
from viewer.ui.timeline import forgetting


@pytest.fixture(autouse=True, params=["picked at once", "picked by workers"])
def _no_search(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(forgetting, "LET_GO", 0)
    if request.param == "picked by workers":
        monkeypatch.setattr("viewer.session.picking.LARGE", 0)
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
def copy(tmp_path: Path, visitor: Visitor) -> Path:
    folder = Path(shutil.copytree(bundled_collection(), tmp_path / "copy"))
    _open(visitor, folder)
    return folder


def _open(visitor: Visitor, folder: Path) -> None:
    with visitor.bot.waitSignal(visitor.window.opener.opened, timeout=20_000):
        visitor.window.open(folder)
    _settle(visitor)


def _settle(visitor: Visitor) -> None:
    visitor.bot.waitUntil(lambda: visitor.window.session._picks._picking is None)
    visitor.window.grab()
    visitor.bot.wait(50)


def _shown(visitor: Visitor) -> dict[str, weakref.ref[Any]]:
    """Return the active view and what is large of what it shows."""
    session, timeline = visitor.window.session, visitor.window.views.timeline
    assert session.picked is not None
    parts: dict[str, Any] = {
        "session": session,
        "timeline": timeline,
        "store": session.store,
        "prepared": session.picked.prepared,
        "lanes": session.picked.arranged.columns.lane,
        "placer": timeline._placing.placer,
    }
    return {name: weakref.ref(one) for name, one in parts.items()}


def _are_gone(visitor: Visitor, before: dict[str, weakref.ref[Any]], *, but: set[str]) -> None:
    def alive() -> None:
        assert {name for name, one in before.items() if one() is not None} == but

    visitor.bot.waitUntil(alive, timeout=3000)


@pytest.mark.parametrize("lanes", ["lane", "person"])
def test_a_collection_that_is_read_again_lets_the_former_one_go(
    visitor: Visitor, copy: Path, lanes: str
) -> None:
    visitor.session.chosen_lanes.group_by(lanes)
    visitor.session.select("october-revolution")
    _settle(visitor)
    before = _shown(visitor)

    _open(visitor, copy)

    _are_gone(visitor, before, but={"session", "timeline"})


def test_another_collection_lets_the_former_one_go(visitor: Visitor, copy: Path) -> None:
    before = _shown(visitor)

    _open(visitor, bundled_collection())

    _are_gone(visitor, before, but={"session", "timeline"})


def test_a_view_that_is_closed_is_gone_with_all_it_had(visitor: Visitor, copy: Path) -> None:
    visitor.window.views.split()
    visitor.window.views.session.chosen_lanes.group_by("person")
    _settle(visitor)
    before = _shown(visitor)

    visitor.window.views.close()

    _are_gone(visitor, before, but={"store"})
