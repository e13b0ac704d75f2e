"""What is chosen is seen, also where a filter or a hidden lane was in its way."""

import pytest
from PySide6.QtCore import Qt

from tests.journeys.conftest import Visitor
from viewer.model.filters import Filter

HIDDEN = "trotsky-rehabilitated-2001"


@pytest.mark.parametrize("largest", [10**9, 0], ids=["at once", "by a worker"])
def test_a_chosen_event_that_the_filter_and_a_hidden_lane_hide_is_brought_into_view(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, largest: int
) -> None:
    session = visitor.session
    path = next(lane.path for lane in session.lanes if lane.title.best() == "Afterlife")
    session.chosen_lanes.arrange(session.arrangement.with_hidden(path, hidden=True))
    visitor.press(Qt.Key.Key_Home)
    for _ in range(8):
        visitor.press(Qt.Key.Key_Plus)
    monkeypatch.setattr("viewer.session.picking.LARGE", largest)
    visitor.bot.waitUntil(lambda: session.columns is not None and HIDDEN not in session.columns.rows)
    with visitor.bot.waitSignal(session.events_changed):
        session.set_filter(Filter(contested=True))
    visitor.window.choosing.select(HIDDEN)
    visitor.bot.waitUntil(lambda: HIDDEN in _seen(visitor))
    assert session.selected == HIDDEN
    assert session.filter == Filter()


def _seen(visitor: Visitor) -> set[str]:
    columns = visitor.session.columns
    assert columns is not None
    return {columns.ids[row] for row in visitor.scene().shown}
