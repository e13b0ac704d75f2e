"""Stamps: what looks alike is one, and a rectangle of one colour is as large as it is asked for."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage, QPainter

from viewer.render.stamps import Copier, Stamps, told_apart, trimmed

pytestmark = pytest.mark.usefixtures("qapp")

RED = QColor(200, 0, 0)
SIZES = st.integers(1, 200)


@given(st.lists(st.integers(-5, 5), min_size=1, max_size=30))
def test_numbers_told_apart_are_each_once_and_lead_back(numbers: list[int]) -> None:
    different, of = told_apart(np.array(numbers))
    assert different == sorted(set(numbers))
    assert [different[at] for at in of] == numbers


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 60), st.integers(0, 60), SIZES, SIZES)
def test_a_rectangle_of_one_colour_is_as_large_as_it_is_asked_for(
    left: int, top: int, width: int, height: int
) -> None:
    stamps, filled, expected = Stamps(Copier()), _blank(), _blank()
    box = tuple(np.array([value]) for value in (left, top, width, height))
    with QPainter(filled) as painter:
        stamps.fill(painter, np.array([stamps.solid(RED.rgba())]), box)
    with QPainter(expected) as painter:
        painter.fillRect(left, top, width, height, RED)
    assert filled == expected


@given(st.integers(0, 9), st.integers(0, 9), st.integers(1, 9), st.integers(1, 9))
def test_a_trimmed_stamp_keeps_its_ink_and_its_place(left: int, top: int, width: int, height: int) -> None:
    picture = QImage(20, 20, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(0)
    with QPainter(picture) as painter:
        painter.fillRect(left, top, width, height, RED)
    stamp = trimmed(picture, 5, 6)
    assert (stamp.picture.width(), stamp.picture.height()) == (width, height)
    assert (5 - stamp.x, 6 - stamp.y) == (left, top)


def test_a_stamp_of_nothing_shows_nothing() -> None:
    picture = QImage(20, 20, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(0)
    stamp = trimmed(picture, 5, 6)
    assert stamp.picture.pixel(0, 0) == 0


def _blank() -> QImage:
    image = QImage(300, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    return image
