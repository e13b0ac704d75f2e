"""Can Qt open a window here? Asked before Qt is imported, because Qt itself answers with a trace or an abort.

On macOS and Windows the packages bring everything that Qt needs.
"""

import ctypes
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path


def objection_to_drawing() -> str | None:
    """Return why nothing can be drawn, not even without a screen, in one sentence; None where all is well."""
    return _objection_to_drawing(DRAWING_LIBRARIES)


def objection_to_a_window() -> str | None:
    """Return why no window can be opened, in one sentence; None where all is well."""
    reason = _objection_to_drawing((*DRAWING_LIBRARIES, *X_LIBRARIES))
    if reason or not sys.platform.startswith("linux"):
        return reason
    platforms = platforms_tried(os.environ)
    if not platforms:
        return (
            "there is no screen: neither DISPLAY nor WAYLAND_DISPLAY is set. Start the program on a desktop, "
            "or use `attested export`, which needs none."
        )
    package = _package("PySide6")
    assert package is not None  # noqa: S101 objection_to_drawing found it
    reasons = [_CHECKS[name](package) if name in _CHECKS else None for name in platforms]
    return None if None in reasons else reasons[-1]


def deadly_pair(python: tuple[int, ...], qt: tuple[int, ...]) -> str | None:
    """Return why this Python must not paint with this PySide6; None where it may, or (): version unknown.

    On Python before 3.12, PySide6 6.12 loses a reference to None with nearly every call of a painter and
    aborts within seconds.
    """
    if python >= (3, 12) or qt < (6, 12):
        return None
    numbers = ".".join(str(number) for number in qt)
    return (
        f"PySide6 {numbers} aborts while it paints on Python {python[0]}.{python[1]}. Install an older one, "
        'python -m pip install "PySide6-Essentials<6.12", or use Python 3.12 or later.'
    )


def platforms_tried(environment: Mapping[str, str]) -> list[str]:
    """Return the names of the platform plugins that Qt will try, in its order; none without a screen.

    `QT_QPA_PLATFORM` is a list of names with semicolons, each with options after a colon.
    """
    chosen = environment.get("QT_QPA_PLATFORM", "")
    if chosen:
        return [name.partition(":")[0] for name in chosen.split(";")]
    # Qt takes Wayland first where there is a session of it, and falls back to X.
    return [name for name, variable in _SCREENS if environment.get(variable)]


def missing_packages() -> list[str]:
    """Return the Debian packages that the program needs on X and the system lacks, in alphabetical order."""
    if not sys.platform.startswith("linux"):
        return []
    needed = (*DRAWING_LIBRARIES, *X_LIBRARIES)
    return sorted({DEBIAN_PACKAGES[name] for name in _not_loadable(needed)})


def _objection_to_drawing(table: Iterable[str]) -> str | None:
    """Return the same; where a library is missing, all that are missing of `table` are named at once."""
    package = _package("PySide6")
    if package is None or _package("shiboken6") is None:
        return "PySide6, which draws the window, is not installed: python -m pip install PySide6-Essentials"
    pair = deadly_pair(sys.version_info[:2], _qt_version(package))
    if pair or not sys.platform.startswith("linux"):
        return pair
    return _lacking(_missing(package, _DRAWING, table))


def _package(name: str) -> Path | None:
    spec = find_spec(name)
    return None if spec is None or spec.origin is None else Path(spec.origin).parent


def _qt_version(package: Path) -> tuple[int, ...]:
    """Read PySide6's version without importing it, which would already be dangerous; () where it hides."""
    try:
        text = (package / "_git_pyside_version.py").read_text(encoding="utf-8")
    except OSError:
        return ()
    found = re.findall(r'^(?:major|minor|patch)_version = "(\d+)"', text, re.MULTILINE)
    return tuple(int(number) for number in found)


def _missing(package: Path, files: Iterable[str], table: Iterable[str]) -> list[str]:
    """Return the libraries that keep Qt's own `files` from loading.

    Loading them first costs nothing, as Qt loads them anyway; the loader names only the first one missing, so
    that then the whole table is tried.
    """
    complaints = [
        _complaint(str(package / "Qt" / file)) for file in files if (package / "Qt" / file).exists()
    ]
    first = [text.partition(":")[0] for text in complaints if text]
    if not first:
        return []
    return list(dict.fromkeys((*_not_loadable(table), *first)))


def _not_loadable(names: Iterable[str]) -> Iterator[str]:
    return (name for name in names if _complaint(name))


def _complaint(library: str) -> str:
    try:
        ctypes.CDLL(library)
    except OSError as error:
        return str(error)
    return ""


def _lacking(libraries: list[str]) -> str | None:
    if not libraries:
        return None
    packages = sorted({DEBIAN_PACKAGES[name] for name in libraries if name in DEBIAN_PACKAGES})
    named = ", ".join(libraries)
    if not packages:
        return f"the system lacks what Qt needs: {named}. Install the packages that hold it."
    return f"Qt needs what the system lacks. Run: sudo apt-get install {' '.join(packages)} (for {named})"


def _objection_to_x(package: Path) -> str | None:
    lacking = _lacking(_missing(package, _X, X_LIBRARIES))
    if lacking:
        return lacking
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    if not failed:
        return None
    display = os.environ.get("DISPLAY", "")
    return (
        f'the screen "{display}", which DISPLAY names, cannot be reached. Start the program on a desktop, '
        "or use `attested export`, which needs none."
    )


def _objection_to_wayland(package: Path) -> str | None:
    lacking = _lacking(_missing(package, _WAYLAND, WAYLAND_LIBRARIES))
    if lacking:
        return lacking
    wayland = ctypes.CDLL("libwayland-client.so.0")
    wayland.wl_display_connect.restype = ctypes.c_void_p
    connection = wayland.wl_display_connect(None)
    if connection:
        wayland.wl_display_disconnect(ctypes.c_void_p(connection))
        return None
    display = os.environ.get("WAYLAND_DISPLAY", "")
    return f'the screen "{display}", which WAYLAND_DISPLAY names, cannot be reached.'


_CHECKS: dict[str, Callable[[Path], str | None]] = {"wayland": _objection_to_wayland, "xcb": _objection_to_x}
_SCREENS = (("wayland", "WAYLAND_DISPLAY"), ("xcb", "DISPLAY"))

_DRAWING = ("lib/libQt6Gui.so.6", "lib/libQt6Widgets.so.6", "lib/libQt6Svg.so.6", "lib/libQt6DBus.so.6")
_X = ("lib/libQt6XcbQpa.so.6", "plugins/platforms/libqxcb.so")
_WAYLAND = ("lib/libQt6WaylandClient.so.6", "plugins/platforms/libqwayland.so")

# As `objdump -p` lists them for the files above in PySide6-Essentials 6.11.
DEBIAN_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
WAYLAND_LIBRARIES = ("libwayland-client.so.0", "libwayland-cursor.so.0")
DRAWING_LIBRARIES = (
    "libEGL.so.1",
    "libGL.so.1",
    "libX11.so.6",
    "libdbus-1.so.3",
    "libfontconfig.so.1",
    "libfreetype.so.6",
    "libglib-2.0.so.0",
    "libgthread-2.0.so.0",
    "libstdc++.so.6",
    "libxkbcommon.so.0",
    "libz.so.1",
    "libzstd.so.1",
)
X_LIBRARIES = tuple(
    name for name in DEBIAN_PACKAGES if name not in DRAWING_LIBRARIES and name not in WAYLAND_LIBRARIES
)


if __name__ == "__main__":
    if sys.argv[1:] == ["--packages"]:
        print(*missing_packages(), sep="\n")
    else:
        print(objection_to_a_window() or "Qt finds all it needs.")
