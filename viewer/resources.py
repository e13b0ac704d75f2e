"""The one way to the shipped files, in a checkout and in an installed wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_SHIPPED = _PACKAGE / "_shipped"
_ROOT = _SHIPPED if _SHIPPED.is_dir() else _PACKAGE.parent


def resource(*parts: str) -> Path:
    """Return the path of a file or folder below `resources/`."""
    return _ROOT.joinpath("resources", *parts)


def bundled_collection() -> Path:
    """Return the folder of the collection that ships with the program."""
    return _ROOT / "data" / "trotsky-stalin"
