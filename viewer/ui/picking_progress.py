"""Says in the status line what is being picked where that takes a while, and lets it be stopped."""

from PySide6.QtCore import QObject, QTimer

from viewer.session.session import Session
from viewer.ui.status_words import picking_words
from viewer.ui.under_way import UnderWay

PATIENCE = 300
"""Milliseconds after which it is said."""


class PickingProgress(QObject):
    """Lives as long as the session of a view does."""

    def __init__(self, session: Session, under_way: UnderWay) -> None:
        super().__init__(session)
        self._session = session
        self._under_way = under_way
        self._task = f"picking {id(session)}"
        self._is_late = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE)
        self._timer.timeout.connect(self._be_late)
        session.wanted_changed.connect(self._follow)
        under_way.stop_requested.connect(self._stop)

    def _follow(self) -> None:
        if self._session.wanted is None:
            self._timer.stop()
            self._is_late = False
        elif not self._is_late and not self._timer.isActive():
            self._timer.start()
        self._tell()

    def _be_late(self) -> None:
        self._is_late = True
        self._tell()

    def _tell(self) -> None:
        wanted, picked = self._session.wanted, self._session.picked
        is_told = wanted is not None and self._is_late
        words = picking_words(wanted, picked and picked.choice) if wanted and is_told else ""
        self._under_way.tell(self._task, words)

    def _stop(self, task: str) -> None:
        if task == self._task:
            self._session.give_up()
