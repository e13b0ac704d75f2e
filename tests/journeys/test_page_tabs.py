"""The pages beside the timeline."""

from tests.journeys.conftest import Visitor


def test_every_page_has_its_tab_in_sight_where_the_pages_are_narrowest(visitor: Visitor) -> None:
    visitor.window.divide(0.95, pane=True)
    visitor.scene()
    tabs = visitor.window.panes.reading.tabBar()
    assert tabs.count() == 5
    assert visitor.window.panes.reading.width() <= 301
    assert tabs.tabRect(0).left() >= 0
    assert tabs.tabRect(tabs.count() - 1).right() <= visitor.window.panes.reading.width()
