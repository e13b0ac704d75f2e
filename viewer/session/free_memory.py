"""Memory that large collections leave free is given back to the system."""

import contextlib
import ctypes
import sys
from typing import Final

_MMAP_THRESHOLD: Final = -3
"""M_MMAP_THRESHOLD of mallopt(3)."""

LARGE: Final = 2**20
"""Bytes of a piece that is given back by itself: the arrays of a million events."""


def give_back_large_pieces() -> None:
    """From now on give each large piece back as soon as it is free, where the system's library can do that.

    Else they leave holes, and only `give_back` helps, which holds every thread up: 100 to 200 ms after a
    million events were regrouped.
    """
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):  # another library has no such function
            ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, LARGE)


def give_back() -> None:
    """Give back what is free where the system's library keeps it: 100 MB after reading a million events."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)
