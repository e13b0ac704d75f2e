"""The shipped type: Noto Sans with Noto Sans Thai, so that no machine shows boxes for Thai."""

from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import get_ident

from PySide6.QtGui import QFont, QFontDatabase

PACKAGES = ("fontpkg_noto_sans", "fontpkg_noto_sans_thai")
FAMILIES = ("Noto Sans", "Noto Sans Thai")


@dataclass(frozen=True, slots=True)
class Type:
    """How a role is set: size in pixels, weight, extra space between letters in pixels.

    Sizes are whole pixels: points would depend on the screen, and a picture at another scale is painted
    through a scaled painter.
    """

    size: int
    weight: QFont.Weight = QFont.Weight.Normal
    spacing: float = 0.0
    tabular: bool = False


TYPES = {
    "interface": Type(14),
    "title": Type(13),
    "title-strong": Type(14, QFont.Weight.DemiBold),
    "date": Type(12, tabular=True),
    "tick": Type(12, tabular=True),
    "tick-major": Type(13, QFont.Weight.DemiBold, tabular=True),
    "lane": Type(11, QFont.Weight.Medium, spacing=0.7),
    "era": Type(11, spacing=0.9),
    "count": Type(11, QFont.Weight.Medium, tabular=True),
    "heading": Type(20, QFont.Weight.DemiBold),
    "caption": Type(11, tabular=True),
    "passage": Type(14),
    "translation": Type(13),
    "entry": Type(13, QFont.Weight.DemiBold),
}


def register_fonts() -> None:
    """Make the shipped fonts known to Qt, once a process. Raises RuntimeError where one cannot be read."""
    _register()


def font(role: str) -> QFont:
    """Return the font of a role of TYPES. Raises KeyError for an unknown role.

    Each thread has its own: Qt keeps in a font what it has found for the thread that used it last.
    """
    return _font(role, get_ident())


@cache
def _font(role: str, _thread: int) -> QFont:
    register_fonts()
    wanted = TYPES[role]
    made = QFont(list(FAMILIES))
    made.setPixelSize(wanted.size)
    made.setWeight(wanted.weight)
    # The files are variable fonts, which setWeight alone leaves at their default.
    made.setVariableAxis(QFont.Tag("wght"), float(wanted.weight))
    if wanted.spacing:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, wanted.spacing)
    if wanted.tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    made.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@cache
def _register() -> None:
    for package in PACKAGES:
        spec = find_spec(package)
        folder = Path(spec.origin).parent / "files" if spec and spec.origin else None
        files = sorted(folder.glob("*.ttf")) if folder else []
        upright = [file for file in files if "Italic" not in file.name]
        if not upright or any(QFontDatabase.addApplicationFont(str(file)) < 0 for file in upright):
            raise RuntimeError(
                f"The font package {package} is not installed as it should be. Install it again."
            )
