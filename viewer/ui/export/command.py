"""The export as a command of the window: ask, export beside it with Cancel, say what was written."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QMessageBox, QProgressDialog, QWidget

from viewer import __version__
from viewer.model.calendar import iso_day
from viewer.model.filters import filter_words
from viewer.model.records import Collection
from viewer.session.given_up import give_up
from viewer.session.session import Session
from viewer.timeline.folding.breaks import refolded
from viewer.timeline.folding.warp import UNFOLDED
from viewer.ui.export.exporting import Exporting
from viewer.ui.messages import ask, message_box, tell
from viewer.ui.nothing_words import nothing_words
from viewer.ui.split.views import Views
from viewer.ui.status_words import lanes_words

if TYPE_CHECKING:
    from viewer.render.export import Exported, ExportRequest
    from viewer.ui.export.dialog import ExportChoice

# What exports need is imported when one is asked for: the first frame waits for nothing it does not need.


class ExportCommand(QObject):
    """Exports the chosen range, or what is in the active view. Emits `exported` (path, Exported)."""

    exported = Signal(object, object)

    def __init__(self, window: QWidget, views: Views) -> None:
        super().__init__(window)
        self._window = window
        self._views = views
        self._work: Exporting | None = None
        self._progress: QProgressDialog | None = None
        self._folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))

    @property
    def _session(self) -> Session:
        return self._views.session

    def ask(self) -> None:
        """Ask what to export and where, then export it."""
        if self._session.collection is None:
            return
        nothing = nothing_words(self._session)
        if nothing:
            tell(self._window, "Nothing to export", nothing)
            return
        from viewer.ui.export.dialog import ExportDialog

        dialog = ExportDialog(self.range_text(), "", self._folder, self._window)
        if ask(dialog) and dialog.choice is not None:
            self.export(dialog.choice)

    def export(self, choice: "ExportChoice") -> None:
        """Export `choice`; the window goes on meanwhile."""
        from viewer.render.export import export_steps

        request = self._request(choice)
        if request is None:
            return
        self.stop()
        self._folder = choice.target.parent
        self._work = work = Exporting(export_steps(request, choice.target), choice.target, self)
        work.step.connect(self._say)
        work.finished.connect(self._ended)
        self._progress = self._progress_dialog()
        work.start()

    def stop(self) -> None:
        """Give up what is under way; nothing is written."""
        if self._work is not None:
            self._work.stop()
            self._work.step.disconnect(self._say)
            self._work.finished.disconnect(self._ended)
            give_up(self._work)
            self._work = None
        self._close_progress()

    def range_text(self) -> str:
        """Return the chosen range, else what is in view, as EDTF."""
        session = self._session
        if session.range is not None:
            first, last = session.range[0], session.range[1] - 1
        else:
            view = refolded(session.viewport, session.warp, UNFOLDED)
            first, last = round(view.start), round(view.end) - 1
        return f"{iso_day(first)}/{iso_day(max(first, last))}"

    def _say(self, words: str) -> None:
        if self._progress is not None:
            self._progress.setLabelText(words)

    def _ended(self) -> None:
        work, self._work = self._work, None
        if work is None:
            return
        work.deleteLater()
        from viewer.render.export import ExportError

        self._close_progress()
        if isinstance(work.error, ExportError):
            tell(self._window, "Not exported", str(work.error))
        elif work.error is not None:
            raise work.error  # told by the application
        elif work.result is not None:
            self._finish(work.target, work.result)

    def _finish(self, target: Path, done: "Exported") -> None:
        self.exported.emit(target, done)
        folded = f" {done.folded} more are folded into counts." if done.folded else ""
        missing = f"\nThe shipped type has no letters for: {done.missing[:60]}" if done.missing else ""
        pages = f", {done.pages} pages" if done.pages > 1 else ""
        box = message_box(
            self._window,
            "Exported",
            f"{target.name}: {done.width} by {done.height} pixels{pages}, {done.size:,} bytes.\n"
            f"Events shown: {done.shown}.{folded}{missing}",
        )
        show = box.addButton("Open folder", QMessageBox.ButtonRole.ActionRole)
        show.clicked.connect(self._open_folder)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(lambda _result: self._window.activateWindow())
        box.open()
        box.activateWindow()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _request(self, choice: "ExportChoice") -> "ExportRequest | None":
        from viewer.render.export import ExportRequest

        session = self._session
        if session.collection is None or session.columns is None:
            return None
        return ExportRequest(
            collection=session.collection,
            columns=session.columns,
            lanes=session.lanes,
            first=choice.days[0],
            last=choice.days[1],
            width=choice.width,
            height=choice.height,
            format=choice.format,
            scale=choice.scale,
            theme=choice.theme,
            title=choice.title,
            citations=choice.citations,
            filter_words=_choice_words(session.collection, session),
            program=f"Attested {__version__}",
            axis_words=session.axis_words,
        )

    def _progress_dialog(self) -> QProgressDialog:
        dialog = QProgressDialog(self._window)
        label = QLabel("Exporting")
        label.setTextFormat(Qt.TextFormat.PlainText)
        dialog.setLabel(label)
        dialog.setWindowTitle("Exporting")
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setRange(0, 0)
        dialog.setMinimumDuration(400)
        dialog.setAutoClose(False)
        dialog.setAutoReset(False)
        dialog.canceled.connect(self.stop)
        return dialog

    def _close_progress(self) -> None:
        if self._progress is not None:
            dialog, self._progress = self._progress, None
            dialog.canceled.disconnect()
            if dialog.isActiveWindow():
                self._window.activateWindow()
            dialog.close()
            dialog.deleteLater()


def _choice_words(collection: Collection, session: Session) -> str:
    """Return in words which events are exported, and in which lanes where that is not as at first."""
    words = [filter_words(collection, session.filter)]
    if session.arrangement.keys != ("lane",) or session.unseen:
        words.append(lanes_words(session.arrangement).lower())
    if session.unseen:
        words.append(f"{session.unseen:,} events in hidden lanes")
    return "; ".join(words)
