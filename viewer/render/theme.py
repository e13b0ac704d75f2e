"""Colours as roles over named base colours, read from `resources/themes`."""

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache

from PySide6.QtGui import QColor

from viewer.model.records import COLOURS
from viewer.resources import resource

THEMES = ("light", "dark", "contrast", "print")
TEXT_ROLES = ("ink", "secondary", "accent", *COLOURS)
"""Roles that words are written in: WCAG AA against the ground, 4.5 to 1."""

ROLES = ("ground", "hairline", "era", "hover", "selection", "range", "passage", *TEXT_ROLES)


@dataclass(frozen=True, slots=True)
class Theme:
    """A named set of colours, one for each of ROLES."""

    name: str
    dark: bool
    colours: tuple[tuple[str, str], ...]

    def __hash__(self) -> int:
        """Return the hash of its name: colours are looked up a hundred times a frame."""
        return hash(self.name)

    def color(self, role: str) -> QColor:
        """Return the colour of a role, shared: never change it. Raises KeyError for an unknown role."""
        return _palette(self)[role]

    def hex(self, role: str) -> str:
        """Return the colour of a role as "#RRGGBB". Raises KeyError for an unknown role."""
        return dict(self.colours)[role]


@cache
def load_theme(name: str) -> Theme:
    """Return the theme `name`, one of THEMES. Raises KeyError where the theme lacks a role."""
    content = tomllib.loads(resource("themes", f"{name}.toml").read_text(encoding="utf-8"))
    colours = content["colours"]
    return Theme(content["name"], content["dark"], tuple((role, colours[role]) for role in ROLES))


@lru_cache(maxsize=16)
def _palette(theme: Theme) -> dict[str, QColor]:
    return {role: QColor(code) for role, code in theme.colours}
