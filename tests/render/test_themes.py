"""Every theme has every role, and words can be read in all of them (WCAG 2.2, 1.4.3 and 1.4.11)."""

import re
from itertools import product

import pytest

from viewer.model.records import COLOURS
from viewer.render.theme import ROLES, TEXT_ROLES, THEMES, load_theme
from viewer.resources import resource

TINTS = ("ground", "era", "hover", "selection", "range", "passage")
AA_TEXT, AA_SIGN, AAA_TEXT = 4.5, 3.0, 7.0


def luminance(code: str) -> float:
    parts = [int(code[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)


@pytest.mark.parametrize("name", THEMES)
def test_a_theme_has_a_colour_for_each_role(name: str) -> None:
    theme = load_theme(name)
    assert theme.name == name
    assert [role for role in ROLES if not re.fullmatch("#[0-9A-F]{6}", theme.hex(role))] == []


@pytest.mark.parametrize("name", THEMES)
def test_a_theme_file_says_nothing_that_is_not_used(name: str) -> None:
    written = re.findall(r"^(\w+) = \"#", resource("themes", f"{name}.toml").read_text("utf-8"), re.MULTILINE)
    assert sorted(written) == sorted(ROLES)


@pytest.mark.parametrize(("name", "role"), list(product(THEMES, TEXT_ROLES)))
def test_words_can_be_read_on_the_ground(name: str, role: str) -> None:
    theme = load_theme(name)
    assert contrast(theme.hex(role), theme.hex("ground")) >= AA_TEXT


@pytest.mark.parametrize(("name", "tint"), list(product(THEMES, TINTS)))
def test_titles_and_dates_can_be_read_on_every_tint(name: str, tint: str) -> None:
    theme = load_theme(name)
    too_faint = [
        role
        for role in ("ink", "secondary", "accent")
        if contrast(theme.hex(role), theme.hex(tint)) < AA_TEXT
    ]
    assert too_faint == []


@pytest.mark.parametrize(("name", "tint"), list(product(THEMES, ("era", "hover", "selection", "range"))))
def test_signs_can_be_seen_on_every_tint(name: str, tint: str) -> None:
    theme = load_theme(name)
    assert [role for role in COLOURS if contrast(theme.hex(role), theme.hex(tint)) < AA_SIGN] == []


@pytest.mark.parametrize("role", TEXT_ROLES)
def test_high_contrast_is_high(role: str) -> None:
    theme = load_theme("contrast")
    assert contrast(theme.hex(role), theme.hex("ground")) >= AAA_TEXT


@pytest.mark.parametrize("name", THEMES)
def test_a_dark_theme_says_so(name: str) -> None:
    theme = load_theme(name)
    assert theme.dark == (luminance(theme.hex("ground")) < luminance(theme.hex("ink")))


def test_an_unknown_role_is_an_error() -> None:
    with pytest.raises(KeyError):
        load_theme("light").hex("mauve")
