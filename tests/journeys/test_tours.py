"""What a user does on a tour: begins it, walks it, leaves it."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.journeys.conftest import Visitor
from tests.loading.sandbox import EVENT, Sandbox
from viewer.model.filters import Filter
from viewer.model.records import Step, Tour
from viewer.timeline.viewport import Viewport
from viewer.ui.plain_text import button_text
from viewer.ui.tours.bar import TourBar

LIFE = "a-life-in-fifteen-events"
SHIFT = Qt.KeyboardModifier.ShiftModifier
MARKUP = "<b>B</b><img src='file:///nowhere.png'>&amp;"


def _begin(visitor: Visitor, tour_id: str = LIFE) -> Tour:
    """Choose a tour in the menu and return it."""
    tour = next(tour for tour in visitor.window.tours.offered() if tour.id == tour_id)
    words = button_text(tour.title.best())
    next(action for action in visitor.window.tour_menu.menu.actions() if action.text() == words).trigger()
    return tour


def _bar(visitor: Visitor) -> TourBar:
    return visitor.window.panes.tour_bar


def _click(visitor: Visitor, button: QPushButton) -> None:
    visitor.bot.mouseClick(button, Qt.MouseButton.LeftButton)


def _is_in_view(visitor: Visitor, event_id: str) -> bool:
    columns = visitor.session.columns
    assert columns is not None
    return columns.rows[event_id] in visitor.scene().shown


def _other(visitor: Visitor, folder: Path, tours: str) -> None:
    """Open a small collection of two events with `tours`, or read it again."""
    if not folder.exists():
        Sandbox(folder).write("events/all.yaml", EVENT + EVENT.replace("leaves-odessa", "leaves-again"))
    (folder / "tours.yaml").write_text(tours, encoding="utf-8")
    with visitor.bot.waitSignal(visitor.session.collection_changed, timeout=20_000):
        visitor.window.open(folder)


def _walk(*events: str, narration: str = "x", identity: str = "walk") -> str:
    steps = ", ".join(f'{{event: {event}, narration: {{en: "{narration}"}}}}' for event in events)
    return f"- {{id: {identity}, title: {{en: A walk}}, steps: [{steps}]}}\n"


@pytest.mark.parametrize("number", range(4))
def test_every_step_of_every_tour_selects_its_event_brings_it_into_view_and_shows_its_page(
    visitor: Visitor, number: int
) -> None:
    tour = _begin(visitor, visitor.window.tours.offered()[number].id)
    for index, step in enumerate(tour.steps):
        event = visitor.session.event_of(step.event)
        assert event is not None
        assert visitor.session.selected == step.event
        assert visitor.page() == "Event"
        assert event.date is None or _is_in_view(visitor, step.event)
        assert f"{index + 1} of {len(tour.steps)}" in _bar(visitor).place.text()
        assert tour.title.best() in _bar(visitor).place.text()
        assert _bar(visitor).narration.text() == step.narration.best()
        visitor.press(Qt.Key.Key_Space)
    assert visitor.session.selected == tour.steps[-1].event


def test_a_tour_of_the_collection_has_eight_to_fifteen_steps_each_with_a_line(visitor: Visitor) -> None:
    offered = visitor.window.tours.offered()
    assert len(offered) >= 4
    for tour in offered:
        assert 8 <= len(tour.steps) <= 15
        assert all(0 < len(step.narration.best()) <= 110 for step in tour.steps)


@pytest.mark.parametrize(
    ("forth", "back"),
    [
        ((Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Space, SHIFT)),
        (
            (Qt.Key.Key_BracketRight, Qt.KeyboardModifier.NoModifier),
            (Qt.Key.Key_BracketLeft, Qt.KeyboardModifier.NoModifier),
        ),
    ],
)
def test_keys_walk_forth_and_back_and_stop_at_both_ends(
    visitor: Visitor,
    forth: tuple[Qt.Key, Qt.KeyboardModifier],
    back: tuple[Qt.Key, Qt.KeyboardModifier],
) -> None:
    tour = _begin(visitor)
    visitor.press(*back)
    assert visitor.session.selected == tour.steps[0].event
    for _ in range(len(tour.steps) + 2):
        visitor.press(*forth)
    assert visitor.session.selected == tour.steps[-1].event
    visitor.press(*back)
    assert visitor.session.selected == tour.steps[-2].event


def test_brackets_walk_while_the_page_is_read(visitor: Visitor) -> None:
    tour = _begin(visitor)
    visitor.press(Qt.Key.Key_F6)
    assert not visitor.window.panes.timeline.hasFocus()
    visitor.bot.keyClicks(QApplication.focusWidget(), "]")
    assert visitor.session.selected == tour.steps[1].event


def test_brackets_and_space_can_be_searched_for_during_a_walk(visitor: Visitor) -> None:
    tour = _begin(visitor)
    visitor.type("/")
    field = visitor.window.panes.filter_bar.field
    visitor.bot.keyClicks(field, "[a b]")
    assert field.text() == "[a b]"
    assert visitor.window.tours.step == 0
    assert visitor.window.tours.tour == tour


def test_buttons_walk_and_leave_and_the_event_stays_selected(visitor: Visitor) -> None:
    tour, bar = _begin(visitor), _bar(visitor)
    assert not bar.previous.isEnabled()
    _click(visitor, bar.next)
    _click(visitor, bar.next)
    _click(visitor, bar.previous)
    assert visitor.session.selected == tour.steps[1].event
    assert visitor.window.panes.timeline.hasFocus()

    viewport = visitor.session.viewport
    _click(visitor, bar.leave)

    assert not bar.isVisible()
    assert visitor.session.selected == tour.steps[1].event
    assert visitor.session.viewport == viewport
    visitor.press(Qt.Key.Key_Space)
    assert visitor.session.selected == tour.steps[1].event


def test_a_tour_can_be_walked_by_the_buttons_with_the_keyboard_alone(visitor: Visitor) -> None:
    tour, bar = _begin(visitor), _bar(visitor)
    for _ in range(20):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if bar.next.hasFocus():
            break
    assert bar.next.hasFocus()
    for _ in range(len(tour.steps) + 1):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)

    assert bar.isVisible(), "at the end the key must not reach the button beside"
    assert visitor.session.selected == tour.steps[-1].event
    assert visitor.window.panes.timeline.hasFocus()


def test_escape_lets_go_of_range_and_event_before_it_leaves_the_tour(visitor: Visitor) -> None:
    _begin(visitor)
    visitor.session.set_range((0, 100))
    visitor.press(Qt.Key.Key_Escape)
    assert visitor.session.range is None
    visitor.press(Qt.Key.Key_Escape)
    assert visitor.session.selected is None
    assert _bar(visitor).isVisible()
    visitor.press(Qt.Key.Key_Escape)
    assert not _bar(visitor).isVisible()


def test_escape_on_a_button_of_the_tour_leaves_it(visitor: Visitor) -> None:
    tour, bar = _begin(visitor), _bar(visitor)
    bar.next.setFocus(Qt.FocusReason.TabFocusReason)
    visitor.bot.keyClick(bar.next, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert visitor.session.selected == tour.steps[0].event


def test_a_filter_that_hides_the_step_is_taken_away_and_another_stays(visitor: Visitor) -> None:
    tour = _begin(visitor, "where-the-sources-disagree")
    contested = Filter(contested=True)
    visitor.session.set_filter(contested)
    visitor.type("]")
    assert visitor.session.filter == contested
    visitor.session.set_filter(Filter(text="Mercader"))
    visitor.type("]")
    assert visitor.session.filter == Filter()
    assert visitor.session.selected == tour.steps[2].event


def test_a_step_that_is_near_keeps_the_users_zoom(visitor: Visitor) -> None:
    tour = _begin(visitor)
    columns = visitor.session.columns
    assert columns is not None
    start = float(columns.start[columns.rows[tour.steps[1].event]])
    visitor.session.set_viewport(Viewport(start - 700, 1500.0))
    visitor.type("]")
    assert visitor.session.viewport.span == 1500.0


def test_a_walk_that_was_strayed_from_goes_on_where_it_was(visitor: Visitor) -> None:
    tour = _begin(visitor)
    visitor.type("]")
    visitor.window.choosing.select("lenin-dies")
    visitor.type("]")
    assert visitor.session.selected == tour.steps[2].event


def test_a_collection_without_tours_offers_none(visitor: Visitor) -> None:
    assert visitor.session.collection is not None
    _begin(visitor)

    visitor.session.set_collection(replace(visitor.session.collection, folder="elsewhere", tours=()))

    assert not visitor.window.tour_menu.menu.menuAction().isVisible()
    assert not visitor.window.actions_by_id["next_step"].isVisible()
    assert not _bar(visitor).isVisible()


def test_a_tour_without_steps_is_not_offered(visitor: Visitor) -> None:
    collection = visitor.session.collection
    assert collection is not None
    empty = Tour("empty", collection.tours[0].title, ())
    visitor.session.renew_collection(replace(collection, tours=(empty, *collection.tours)))
    assert "empty" not in [tour.id for tour in visitor.window.tours.offered()]


def test_a_reload_keeps_the_step_with_its_event_and_shows_its_new_words(
    visitor: Visitor, tmp_path: Path
) -> None:
    folder = tmp_path / "collection"
    _other(visitor, folder, _walk("leaves-odessa", "leaves-again"))
    _begin(visitor, "walk")
    visitor.type("]")

    _other(visitor, folder, _walk("leaves-again", "leaves-odessa", narration="Otherwise told"))

    assert _bar(visitor).isVisible()
    assert "1 of 2" in _bar(visitor).place.text()
    assert _bar(visitor).narration.text() == "Otherwise told"
    assert visitor.session.selected == "leaves-again"


def test_a_reload_that_takes_the_step_away_keeps_to_the_tour(visitor: Visitor, tmp_path: Path) -> None:
    folder = tmp_path / "collection"
    _other(visitor, folder, _walk("leaves-odessa", "leaves-again"))
    _begin(visitor, "walk")
    visitor.type("]")
    _other(visitor, folder, _walk("leaves-odessa"))
    assert "1 of 1" in _bar(visitor).place.text()
    _other(visitor, folder, _walk("leaves-odessa", identity="another"))
    assert not _bar(visitor).isVisible()


def test_another_collection_with_a_tour_of_the_same_name_ends_the_walk(
    visitor: Visitor, tmp_path: Path
) -> None:
    _begin(visitor)
    _other(visitor, tmp_path / "collection", _walk("leaves-odessa", identity=LIFE))
    assert not _bar(visitor).isVisible()
    assert visitor.window.tours.tour is None


def test_markup_in_a_tour_is_shown_as_it_is_written(visitor: Visitor, tmp_path: Path) -> None:
    tours = _walk("leaves-odessa", narration=MARKUP).replace("A walk", f'"{MARKUP}"')
    _other(visitor, tmp_path / "collection", tours)
    visitor.window.tours.begin("walk")

    bar = _bar(visitor)
    assert bar.narration.text() == MARKUP
    assert bar.place.text().startswith(MARKUP)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in bar.findChildren(QLabel))
    assert visitor.window.tour_menu.menu.actions()[0].text() == MARKUP.replace("&", "&&")


def test_a_narration_of_a_million_letters_widens_nothing_and_stays_slim(
    visitor: Visitor, tmp_path: Path
) -> None:
    width = visitor.window.minimumSizeHint().width()
    _other(visitor, tmp_path / "collection", _walk("leaves-odessa", narration="<b>" + "w" * 1_000_000))
    visitor.window.tours.begin("walk")

    bar = _bar(visitor)
    assert len(bar.narration.text()) <= 300
    assert "&lt;b&gt;www" in bar.narration.toolTip()
    assert visitor.window.minimumSizeHint().width() == width
    assert bar.height() < 200


def test_what_is_said_aloud_names_tour_step_and_words(visitor: Visitor) -> None:
    tour, bar = _begin(visitor), _bar(visitor)
    said = bar.accessibleDescription()
    assert all(words in said for words in (tour.title.best(), "1 of 15", tour.steps[0].narration.best()))
    assert [b.accessibleName() for b in (bar.previous, bar.next, bar.leave)] == [
        "Previous step of the tour",
        "Next step of the tour",
        "Leave the tour",
    ]
    assert all("(" in button.toolTip() for button in (bar.previous, bar.next, bar.leave))


def test_a_step_may_be_told_without_words(visitor: Visitor) -> None:
    collection = visitor.session.collection
    assert collection is not None
    silent = replace(collection.tours[0], steps=(Step("lenin-dies", type(collection.title)()),))
    visitor.session.renew_collection(replace(collection, tours=(silent,)))
    _begin(visitor)
    assert _bar(visitor).narration.text() == ""
    assert visitor.session.selected == "lenin-dies"
