"""What was made lately is kept; what was asked for least lately makes room."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class LastUsed(Generic[Key, Value]):
    """At most `most` values by their keys."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Key, Value] = OrderedDict()

    def get(self, key: Key, make: Callable[[Key], Value]) -> Value:
        """Return the value of a key, made now where it is not kept."""
        value = self._kept.get(key)
        if value is None:
            value = self._kept[key] = make(key)
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)
        else:
            with suppress(KeyError):  # another thread has made room meanwhile
                self._kept.move_to_end(key)
        return value

    def forgotten(self) -> Iterator[None]:
        """Forget everything, a value for each step of the iterator."""
        while self._kept:
            self._kept.popitem()
            yield

    def __contains__(self, key: object) -> bool:
        """Whether the value of a key is kept."""
        return key in self._kept
