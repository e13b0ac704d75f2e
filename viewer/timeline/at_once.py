"""Doing at once what can be done a little at a time."""

from collections.abc import Generator
from typing import TypeVar

Result = TypeVar("Result")


def all_at_once(steps: Generator[None, None, Result]) -> Result:
    """Take all steps, and return what they come to."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: Result = end.value
            return result
