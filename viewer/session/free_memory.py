"""Memory that reading a large collection leaves free is given back to the system."""

import contextlib
import ctypes
import sys


def give_back() -> None:
    """Give back what is free where the system's library keeps it: 100 MB after a million events."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):  # another library has no such function
            ctypes.CDLL(None).malloc_trim(0)
