"""Arranging the lanes through the real window, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.journeys.conftest import Visitor
from viewer.timeline.lanes.arrangement import Arrangement
from viewer.timeline.scene import Header

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def titles(visitor: Visitor) -> list[str]:
    """The names of all lanes, those out of sight included."""
    return [lane.title.best() for lane in visitor.window.panes.timeline.lanes]


def header(visitor: Visitor, title: str) -> Header:
    return next(header for header in visitor.scene().headers if header.title == title)


def middle(header: Header, x: float = 60.0) -> QPoint:
    return QPoint(round(x), round(header.box.y + 12))


def menu_on(visitor: Visitor, title: str) -> QMenu:
    view = visitor.window.panes.timeline
    at = middle(header(visitor, title))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.mapToGlobal(at))
    QApplication.sendEvent(view, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, words: str) -> None:
    action = next(action for action in menu.actions() if action.text() == words)
    action.trigger()
    menu.close()


def test_one_key_regroups_by_each_of_the_five_and_back(visitor: Visitor) -> None:
    themes = titles(visitor)
    for key, first in (
        (Qt.Key.Key_2, "Leon Trotsky"),
        (Qt.Key.Key_3, "Russia"),
        (Qt.Key.Key_4, "Thai life"),
        (Qt.Key.Key_5, "Thai"),
    ):
        visitor.press(key)
        assert titles(visitor)[0] == first
        assert visitor.session.unseen == 0
    visitor.press(Qt.Key.Key_1)
    assert titles(visitor) == themes


def test_every_dated_event_is_counted_once_in_any_lanes(visitor: Visitor) -> None:
    words = visitor.window.panes.counts.text().split("·")[-1]
    for key in "2345":
        visitor.type(key)
        visitor.scene()
        assert visitor.window.panes.counts.text().split("·")[-1] == words


def test_groups_open_and_collapse_by_their_triangle(visitor: Visitor) -> None:
    visitor.window.actions_by_id["then_by_source"].trigger()
    assert titles(visitor)[1] == "Thai life"
    first = visitor.scene().headers[0]
    visitor.click(8, middle(first).y())
    assert titles(visitor)[1] != "Thai life"
    assert not visitor.scene().headers[0].is_open
    visitor.click(8, middle(visitor.scene().headers[0]).y())
    assert titles(visitor)[1] == "Thai life"


def test_very_many_lanes_begin_as_collapsed_groups(visitor: Visitor) -> None:
    visitor.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert [header.is_open for header in visitor.scene().headers] == [False] * 8
    visitor.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert visitor.session.arrangement == Arrangement()


def test_a_click_on_a_person_shows_that_lane_alone_and_says_what_is_hidden(visitor: Visitor) -> None:
    visitor.press(Qt.Key.Key_2)
    at = middle(header(visitor, "Joseph Stalin"))
    visitor.click(at.x(), at.y())
    assert titles(visitor) == ["Joseph Stalin"]
    visitor.scene()
    assert f"{visitor.session.unseen} in hidden lanes" in visitor.window.panes.counts.text()
    visitor.click(at.x(), middle(visitor.scene().headers[0]).y())
    assert len(visitor.session.lanes) > 40
    visitor.scene()
    assert "hidden lanes" not in visitor.window.panes.counts.text()


@pytest.mark.parametrize("grouping", [Qt.Key.Key_1, Qt.Key.Key_3], ids=["themes", "places"])
def test_one_lane_after_another_is_shown_alone_and_ctrl_z_takes_each_back(
    visitor: Visitor, grouping: Qt.Key
) -> None:
    visitor.press(grouping)
    everything = titles(visitor)
    panel = visitor.window.panes.lanes
    for title in everything[1:3]:
        visitor.press(Qt.Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
        panel.tree.setCurrentItem(panel.tree.topLevelItem(everything.index(title)))
        visitor.bot.keyClick(panel.tree, Qt.Key.Key_Return)
        assert titles(visitor) == [title]
        assert len(visitor.scene().headers) == 1
    visitor.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert titles(visitor) == everything[1:2]
    visitor.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert titles(visitor) == everything
    at = middle(visitor.scene().headers[0])
    for shown in (everything[:1], everything):
        visitor.click(at.x(), middle(visitor.scene().headers[0]).y())
        assert titles(visitor) == shown


def test_a_lane_is_dragged_before_another_and_ctrl_z_takes_it_back(visitor: Visitor) -> None:
    before = titles(visitor)
    view = visitor.window.panes.timeline
    start, target = middle(visitor.scene().headers[3]), visitor.scene().headers[1].box.y
    QTest.mousePress(view, LEFT, NONE, start)
    for y in range(start.y(), round(target), -15):
        QTest.mouseMove(view, QPoint(start.x(), y))
    QTest.mouseMove(view, QPoint(start.x(), round(target) + 3))
    assert view.lane_drag.is_under_way
    view.grab()
    QTest.mouseRelease(view, LEFT, NONE, QPoint(start.x(), round(target) + 3))
    assert titles(visitor) == [before[0], before[3], before[1], before[2], *before[4:]]
    visitor.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert titles(visitor) == before
    visitor.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert titles(visitor)[1] == before[3]


def test_escape_leaves_a_lane_that_is_dragged_where_it_was(visitor: Visitor) -> None:
    before = titles(visitor)
    view = visitor.window.panes.timeline
    visitor.session.select("lenin-dies")
    start, target = middle(visitor.scene().headers[3]), middle(visitor.scene().headers[1])
    QTest.mousePress(view, LEFT, NONE, start)
    QTest.mouseMove(view, target)
    visitor.press(Qt.Key.Key_Escape)
    assert not view.lane_drag.is_under_way
    QTest.mouseMove(view, QPoint(start.x(), target.y() - 20))
    QTest.mouseRelease(view, LEFT, NONE, target)
    assert (titles(visitor), visitor.session.selected) == (before, "lenin-dies")


def test_the_menu_of_a_lane_says_first_which_lane_it_is(visitor: Visitor) -> None:
    name = titles(visitor)[1]
    menu = menu_on(visitor, name)
    first = menu.actions()[0]
    assert (first.text(), first.isEnabled(), first.isSeparator()) == (name, False, False)
    menu.close()


def test_the_menu_of_a_lane_hides_it_and_shows_it_again(visitor: Visitor) -> None:
    visitor.press(Qt.Key.Key_4)
    choose(menu_on(visitor, "Thai life"), "Hide")
    assert titles(visitor) == ["Czech text", "English notes"]
    assert visitor.session.unseen > 200
    menu = menu_on(visitor, "Czech text")
    shown_again = next(action.menu() for action in menu.actions() if action.text() == "Show hidden lane")
    assert isinstance(shown_again, QMenu)
    choose(shown_again, "Thai life")
    assert titles(visitor)[0] == "Thai life"
    assert visitor.session.unseen == 0


def test_a_pinned_lane_stays_at_the_top_while_the_others_scroll(visitor: Visitor) -> None:
    visitor.press(Qt.Key.Key_2)
    choose(menu_on(visitor, "Vladimir Lenin"), "Pin to the top")
    assert titles(visitor)[0] == "Vladimir Lenin"
    view = visitor.window.panes.timeline
    first = visitor.scene().headers[0]
    view.lane_scroll.setValue(600)
    found = view.hit_at(QPointF(middle(first)))
    assert found is not None
    assert found.lane == 0
    below = view.hit_at(QPointF(60, first.box.bottom + 5))
    assert below is not None
    assert below.lane is not None
    assert below.lane > 1
    visitor.window.grab()
    choose(menu_on(visitor, "Vladimir Lenin"), "Unpin")
    assert titles(visitor)[0] == "Leon Trotsky"


def test_lanes_are_moved_hidden_pinned_and_isolated_by_keyboard_alone(visitor: Visitor) -> None:
    before = titles(visitor)
    panel = visitor.window.panes.lanes
    visitor.press(Qt.Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
    assert visitor.page() == "Lanes"
    assert panel.tree.hasFocus()
    visitor.bot.keyClick(panel.tree, Qt.Key.Key_Down)
    visitor.bot.keyClick(panel.tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert titles(visitor)[:2] == [before[1], before[0]]
    visitor.bot.keyClick(panel.tree, Qt.Key.Key_Space)
    assert before[1] not in titles(visitor)
    visitor.scene()
    assert "in hidden lanes" in visitor.window.panes.counts.text()
    visitor.bot.keyClick(panel.tree, Qt.Key.Key_Space)
    visitor.bot.keyClick(panel.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert titles(visitor) == before
    visitor.bot.keyClick(panel.tree, Qt.Key.Key_End)
    visitor.bot.keyClick(panel.tree, Qt.Key.Key_P)
    assert titles(visitor)[0] == before[-1]
    visitor.bot.keyClick(panel.tree, Qt.Key.Key_P)
    assert titles(visitor) == before
    visitor.bot.keyClick(panel.tree, Qt.Key.Key_Return)
    assert titles(visitor) == [before[-1]]


def test_typing_narrows_the_list_of_lanes_in_any_spelling(visitor: Visitor) -> None:
    visitor.press(Qt.Key.Key_2)
    visitor.press(Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    panel = visitor.window.panes.lanes
    panel.search.setText("ramon")
    items = [panel.tree.topLevelItem(at) for at in range(panel.tree.topLevelItemCount())]
    assert [item.text(0) for item in items if item is not None and not item.isHidden()] == ["Ramón Mercader"]


def test_resetting_shows_the_collections_own_lanes_in_their_order(visitor: Visitor) -> None:
    before = titles(visitor)
    visitor.press(Qt.Key.Key_3)
    visitor.press(Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    visitor.window.actions_by_id["reset_lanes"].trigger()
    assert titles(visitor) == before
    assert not visitor.window.actions_by_id["reset_lanes"].isEnabled()


def test_a_search_and_lanes_by_person_work_together(visitor: Visitor) -> None:
    visitor.press(Qt.Key.Key_2)
    visitor.window.panes.filter_bar.field.setText("Kronstadt")
    visitor.window.panes.filter_bar.field.done.emit()
    assert 0 < len(titles(visitor)) < 10
    columns = visitor.session.columns
    assert columns is not None
    assert set(columns.ids) <= {event.id for event in visitor.session.events}


def test_a_filter_makes_no_source_silent(visitor: Visitor) -> None:
    visitor.press(Qt.Key.Key_4)
    before = visitor.scene().coverages
    visitor.press(Qt.Key.Key_C)
    after = visitor.scene().coverages
    assert len(before) == 3
    assert [coverage.spoken for coverage in after] == [coverage.spoken for coverage in before]


def test_next_in_a_persons_lane_walks_it_through_events_that_stand_there_as_echoes(visitor: Visitor) -> None:
    visitor.press(Qt.Key.Key_2)
    session, columns = visitor.session, visitor.session.columns
    assert columns is not None
    lane = next(lane.at for lane in session.lanes if lane.path == ("joseph-stalin",))
    peers = [row for row in range(len(columns)) if columns.lane[row] == lane]
    assert any(columns.echo[row] for row in peers)
    session.enter_lane(lane)
    session.select(columns.ids[peers[0]])
    for row in peers[1:]:
        visitor.type(".")
        assert session.selected == columns.ids[row]
        assert session.selected_row == row


def test_next_of_all_lanes_visits_every_event_once(visitor: Visitor) -> None:
    columns = visitor.session.columns
    assert columns is not None
    everything = list(columns.ids)
    visitor.press(Qt.Key.Key_2)
    visitor.session.select(everything[0])
    walked = [everything[0]]
    while True:
        visitor.window.navigation.next_event()
        if visitor.session.selected == walked[-1]:
            break
        walked.append(str(visitor.session.selected))
    assert walked == everything


def test_an_event_asked_for_in_a_hidden_lane_brings_its_lane_back(visitor: Visitor) -> None:
    session = visitor.session
    columns = session.columns
    assert columns is not None
    event = columns.ids[0]
    path = session.lanes[int(columns.lane[0])].path
    others = next(lane.path for lane in session.lanes if lane.path != path)
    session.chosen_lanes.arrange(
        session.arrangement.with_hidden(path, hidden=True).with_hidden(others, hidden=True)
    )
    assert event not in session.columns.rows  # type: ignore[union-attr]
    visitor.window.choosing.select(event)
    assert event in session.columns.rows  # type: ignore[union-attr]
    assert session.arrangement.hidden == {others}
    assert session.selected == event


def test_the_button_above_says_what_the_lanes_are(visitor: Visitor) -> None:
    button = visitor.window.panes.filter_bar.lanes
    assert button.text() == "Lanes: theme"
    visitor.press(Qt.Key.Key_2)
    visitor.press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert button.text() == "Lanes: person, place"
    assert button.menu() is not None


def test_the_name_of_a_lane_stays_in_sight_while_any_of_it_is(visitor: Visitor) -> None:
    visitor.press(Qt.Key.Key_2)
    view = visitor.window.panes.timeline
    first = visitor.scene().headers[0]
    assert first.box.height > 100
    top = round(visitor.scene().plot.y)
    view.lane_scroll.setValue(60)
    picture, ground = view.grab().toImage(), view.theme.color("ground")
    inked = [
        (x, y) for x in range(10, 90) for y in range(top + 4, top + 20) if picture.pixelColor(x, y) != ground
    ]
    assert len(inked) > 50


def test_a_selected_event_in_a_lane_far_below_is_scrolled_to(visitor: Visitor) -> None:
    visitor.press(Qt.Key.Key_2)
    session, view = visitor.session, visitor.window.panes.timeline
    columns = session.columns
    assert columns is not None
    last = next(row for row in reversed(range(len(columns))) if columns.lane[row] == len(session.lanes) - 1)
    visitor.window.choosing.select(columns.ids[last])
    assert view.lane_scroll.value() > 300
    assert session.selected_row in visitor.scene().shown
