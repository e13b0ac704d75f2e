"""What could not be drawn: one failing record costs itself only, and is said."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import length_hint
from typing import Any, TypeVar

import numpy as np

from viewer.timeline.columnar import Columnar

Record = TypeVar("Record")
Arrays = TypeVar("Arrays", bound=Columnar[Any])


class Troubles:
    """Gathers what failed in each layer of a picture."""

    def __init__(self) -> None:
        self._layer = ""
        self._failed: dict[str, list[str]] = {}

    def of(self, layer: str, draw: Callable[[], None]) -> None:
        """Draw a layer; a failure outside of its records leaves out the rest of it."""
        self._layer = layer
        try:
            draw()
        except Exception as error:
            self._failed[layer] = [f"The {layer} could not be drawn: {_words(error)}"]

    def each(self, records: Iterable[Record], draw: Callable[[Record], object]) -> None:
        """Draw every record of the layer that can be drawn."""
        for record in records:
            try:
                draw(record)
            except Exception as error:
                self._note(error)

    def all(self, records: Sequence[Record], draw: Callable[[Iterator[Record]], object]) -> None:
        """Let `draw` take records one by one and draw them; after one that fails it is given the rest."""
        rest = iter(records)
        before = -1
        # What failed before it took a record would fail for ever.
        while before != (before := length_hint(rest)):
            try:
                draw(rest)
            except Exception as error:
                self._note(error)
            else:
                return

    def arrays(self, records: Arrays, draw: Callable[[Arrays], object]) -> None:
        """Draw records that are kept as arrays at once; one by one, where that fails."""
        if not len(records):
            return
        try:
            draw(records)
        except Exception:
            alone = (records.where(np.array([at])) for at in range(len(records)))
            self.each(alone, draw)

    def sentences(self) -> tuple[str, ...]:
        """Return one sentence for every layer in which something failed."""
        return tuple(failures[0] for failures in self._failed.values())

    def _note(self, error: Exception) -> None:
        self._failed.setdefault(self._layer, []).append(
            f"Some {self._layer} could not be drawn: {_words(error)}"
        )


def _words(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
