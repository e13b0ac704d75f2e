"""Exporting a picture from the command line: what must be in order before Qt is imported."""

from pathlib import Path

from viewer.app.order import Order
from viewer.app.output import complain
from viewer.loading.load import load_collection


def export(folder: Path, wanted: Order) -> int:
    """Draw the collection in `folder`: 0 when the file is written, 1 with problems, 2 for a refused size.

    A collection with problems is drawn as far as it can be read, and that is said.
    """
    from viewer.app.system_libraries import objection_to_drawing

    objection = objection_to_drawing()
    if objection:
        complain(f"attested cannot draw: {objection}")
        return 1
    loaded = load_collection(folder)
    if loaded.collection is None:
        for problem in loaded.problems:
            complain(str(problem))
        return 1
    if loaded.problems:
        complain(f"The collection has problems ({len(loaded.problems)}); `attested check` lists them.")
    from viewer.app.drawing import draw

    return draw(loaded.collection, wanted)
