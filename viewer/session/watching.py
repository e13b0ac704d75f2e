"""Has anything in the open collection's files changed? Asked when the system tells, and every two seconds.

The system's word comes at once but not always: not from network folders, nor where its watches are used up.
"""

import stat
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from viewer.loading.folder import EVENTS
from viewer.loading.paths import PathRefusedError, resolve_inside

QUIET = 250
"""Milliseconds without a further word before the files are looked at: editors save in several steps."""

POLL = 2000
"""Milliseconds between two looks at the files that nobody asked for."""

_WATCHES = 1000  # on some systems each watch keeps a file open

Stamp = tuple[int, int, int]
"""Time of change in nanoseconds, size in bytes, number of the file."""

Stamps = dict[str, Stamp]
"""What the files look like from outside, by path relative to the folder."""


class CollectionWatcher(QObject):
    """Emits `changed` once for each state of the files other than the last one, `gone` when the folder goes.

    A folder that comes back has changed. Nothing is opened; what is looked at are names, times and sizes.
    """

    changed = Signal()
    gone = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder: Path | None = None
        self._sources: tuple[str, ...] = ()
        self._seen: Stamps | None = None
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET)
        self._quiet.timeout.connect(self.look)
        self._poll = QTimer(self)
        self._poll.setInterval(POLL)
        self._poll.timeout.connect(self.look)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(lambda _path: self._quiet.start())
        self._watcher.fileChanged.connect(lambda _path: self._quiet.start())

    def watch(self, folder: Path, sources: Iterable[str], before: Stamps | None) -> None:
        """Watch the collection in `folder`, its real path, with the files of its sources.

        `before` is what `yaml_stamps` saw before the collection was read: what was saved since is a change.
        """
        known = self._seen if folder == self.folder and self._seen is not None else {}
        self.folder = folder
        self._sources = tuple(sources)
        now = self._stamps()
        texts = {name: known.get(name, stamp) for name, stamp in (now or {}).items() if name in self._sources}
        self._seen = None if before is None else before | texts
        self._arm(now)
        self._poll.start()
        self._quiet.start()

    def stop(self) -> None:
        """Watch nothing any more."""
        self.folder = None
        self._quiet.stop()
        self._poll.stop()
        self._disarm(set())

    def look(self) -> None:
        """Compare the files with what was last seen of them, and tell."""
        now = self._stamps()
        before, self._seen = self._seen, now
        self._arm(now, before)
        if now == before:
            return
        if now is None:
            self.gone.emit()
        else:
            self.changed.emit()

    def _stamps(self) -> Stamps | None:
        if self.folder is None:
            return None
        stamps = yaml_stamps(self.folder)
        if stamps is None:
            return None
        for name in self._sources:
            try:
                stamp = _stamp(resolve_inside(self.folder, name))
            except (OSError, PathRefusedError):
                continue
            stamps[name] = stamp
        return stamps

    def _arm(self, now: Stamps | None, before: Stamps | None = None) -> None:
        """Ask the system to tell of the files and their folders; a file that was replaced is a new one."""
        wanted: set[str] = set()
        replaced: set[str] = set()
        if now is not None and self.folder is not None:
            paths = [self.folder / name for name in now]
            folders = {self.folder, self.folder / EVENTS, *(path.parent for path in paths)}
            wanted = {
                str(path) for path in (*folders, *paths[:_WATCHES]) if path.exists() and not path.is_symlink()
            }
            replaced = {
                str(self.folder / name)
                for name, stamp in now.items()
                if before is not None and name in before and before[name][2] != stamp[2]
            }
        self._disarm(wanted - replaced)
        missing = wanted - set(self._watcher.files()) - set(self._watcher.directories())
        if missing:
            self._watcher.addPaths(sorted(missing))

    def _disarm(self, kept: set[str]) -> None:
        idle = (set(self._watcher.files()) | set(self._watcher.directories())) - kept
        if idle:
            self._watcher.removePaths(sorted(idle))


def yaml_stamps(folder: Path) -> Stamps | None:
    """Return the stamps of the YAML files in `folder` and its events, None where there is no such folder."""
    try:
        if not folder.is_dir():
            return None
    except OSError:
        return None
    stamps: Stamps = {}
    for place, prefix in ((folder, ""), (folder / EVENTS, f"{EVENTS}/")):
        try:
            names = sorted(entry.name for entry in place.iterdir())
        except OSError:
            continue
        for name in names:
            if name.lower().endswith((".yaml", ".yml")) and not name.startswith("."):
                try:
                    stamps[prefix + name] = _stamp(place / name)
                except OSError:
                    continue
    return stamps


def _stamp(path: Path) -> Stamp:
    found = path.stat()
    size = found.st_size if stat.S_ISREG(found.st_mode) else -1
    return found.st_mtime_ns, size, found.st_ino
