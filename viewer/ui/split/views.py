"""The one or two views of time: what they share, whether they move together, and which one is active."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from viewer.session.second_view import SecondView, second_view, take_second_view
from viewer.session.session import Session
from viewer.ui.split.split_view import SplitView
from viewer.ui.split.view_header import ViewHeader, view_words
from viewer.ui.timeline.view import TimelineView

HALF = 0.5
"""The share of the height that the upper view has at first."""


@dataclass(frozen=True, slots=True, eq=False)
class TimeView:
    """A timeline, what it shows, and the line above it."""

    session: Session
    timeline: TimelineView
    header: ViewHeader


class Views(QObject):
    """`first` is always there, `second` while the timeline is split; commands act on the `active` one.

    Both look at the same collection, with the same event and range selected and the
    same stretches of time folded; where they are `locked`, at the
    same span. Emits `added` (TimeView) for a second view, `activated` when another view is active, and
    `changed` when there are two or one, or they are locked or not.
    """

    added = Signal(object)
    activated = Signal()
    changed = Signal()

    def __init__(self, session: Session, split: SplitView, parent: QObject) -> None:
        super().__init__(parent)
        self._split = split
        self.first = TimeView(session, split.upper, split.header)
        self.second: TimeView | None = None
        self.active = self.first
        self.locked = True
        self._follow(self.first)
        session.collection_changed.connect(self._take_collection)
        split.lock_requested.connect(self.toggle_lock)
        split.close_requested.connect(self.close)

    def __iter__(self) -> Iterator[TimeView]:
        return iter((self.first,) if self.second is None else (self.first, self.second))

    @property
    def session(self) -> Session:
        """What the active view shows."""
        return self.active.session

    @property
    def timeline(self) -> TimelineView:
        """The timeline of the active view."""
        return self.active.timeline

    def toggle(self) -> None:
        """Split the timeline, or close the lower view."""
        if self.second is None:
            self.split()
        else:
            self.close()

    def split(self, remembered: SecondView | None = None) -> None:
        """Show a second view below, as it is remembered; else with what the first shows, and active."""
        if self.second is not None or self.first.session.collection is None:
            return
        upper = self.first.timeline
        session, timeline = Session(self), TimelineView(upper.theme)
        timeline.motion.animated = upper.motion.animated
        header = self._split.add(timeline, HALF if remembered is None else remembered.share)
        self.second = TimeView(session, timeline, header)
        self.locked = remembered is None or remembered.locked
        self._split.show_lock(locked=self.locked)
        self._follow(self.second)
        self.added.emit(self.second)
        take_second_view(session, remembered, self.first.session, locked=self.locked)
        session.remember()
        self._say(self.first)
        if remembered is None:
            self._activate(self.second)
            timeline.setFocus()
        self._mark_active()
        self.changed.emit()

    def close(self) -> None:
        """Close the lower view; the upper one stays as it is."""
        if self.second is None:
            return
        closed, self.second = self.second, None
        closed.timeline.be_still()
        self._split.remove()
        closed.session.stop()
        closed.session.deleteLater()
        self._activate(self.first)
        self.first.timeline.setFocus()
        self.changed.emit()

    def remembered(self) -> SecondView | None:
        """Return what is to be remembered of the second view, None where there is none."""
        if self.second is None:
            return None
        return second_view(self.second.session, share=self._split.share(), locked=self.locked)

    def toggle_lock(self) -> None:
        """Let both views show the span of the active one from now on, or each its own."""
        if self.second is not None:
            self.locked = not self.locked
            self._split.show_lock(locked=self.locked)
            self._share_viewport(self.active)
            self.changed.emit()

    def other(self) -> None:
        """Make the other view active."""
        if self.second is not None:
            view = self.second if self.active is self.first else self.first
            view.timeline.setFocus()  # first: what is being typed has to do with the view that is left
            self._activate(view)

    def be_still(self) -> None:
        """Stop every movement."""
        for view in self:
            view.timeline.be_still()

    def remember(self, view: TimeView) -> None:
        """Keep the span of a view that has come to rest for "back", in both where they are locked."""
        for one in self:
            if one is view or self.locked:
                one.session.remember()

    def _follow(self, view: TimeView) -> None:
        session, timeline = view.session, view.timeline
        timeline.focused.connect(lambda: self._activate(view))
        view.header.chosen.connect(timeline.setFocus)
        timeline.viewport_requested.connect(lambda _viewport: self._drive(view))
        session.viewport_changed.connect(lambda: self._share_viewport(view))
        session.selection_changed.connect(lambda: self._share_selection(view))
        session.range_changed.connect(lambda: self._share_range(view))
        session.folding_changed.connect(lambda: self._share_folding(view))
        for told in (session.collection_changed, session.events_changed, session.lanes_changed):
            told.connect(lambda: self._say(view))

    def _activate(self, view: TimeView) -> None:
        if view is not self.active and view in tuple(self):
            self.active = view
            self._split.setFocusProxy(view.timeline)
            self._mark_active()
            self.activated.emit()

    def _mark_active(self) -> None:
        for view in self:
            view.header.show_active(active=view is self.active)

    def _others(self, view: TimeView) -> list[TimeView]:
        views = tuple(self)
        # A view that was closed lives on until the event loop is reached: it shares nothing any more.
        return [one for one in views if one is not view] if view in views else []

    def _drive(self, view: TimeView) -> None:
        """Let a view that is moved lead: the other one's own movement would pull against it."""
        if self.locked:
            for other in self._others(view):
                other.timeline.be_still()

    def _share_viewport(self, view: TimeView) -> None:
        if self.locked:
            for other in self._others(view):
                other.session.set_viewport(view.session.viewport)

    def _share_selection(self, view: TimeView) -> None:
        for other in self._others(view):
            other.session.select(view.session.selected)

    def _share_range(self, view: TimeView) -> None:
        for other in self._others(view):
            other.session.set_range(view.session.range)

    def _share_folding(self, view: TimeView) -> None:
        for other in self._others(view):
            other.session.folded_time.take(view.session.folded_time.now)

    def _take_collection(self) -> None:
        """Give the second view the collection that the first one has now: read again, or another."""
        collection, second = self.first.session.collection, self.second
        if second is None or collection is None:
            return
        before = second.session.collection
        if before is not None and before.folder == collection.folder:
            second.session.renew_collection(collection)
        else:
            second.session.set_collection(collection)
        self._share_viewport(self.first)

    def _say(self, view: TimeView) -> None:
        session = view.session
        if self.second is not None and session.collection is not None:
            view.header.show_words(view_words(session.collection, session.filter, session.arrangement))
