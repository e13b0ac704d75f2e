"""What the status line says of a picture: how much of all is seen, and where the rest is."""

from viewer.timeline.columns import Columns
from viewer.timeline.scene import Scene


def counts_words(scene: Scene, columns: Columns, passing: int, everything: int) -> str:
    """Return e.g. "48 of 60 in view shown, 12 folded · 315 events, 21 undated · 400 in the collection".

    `passing` counts the events that pass the filter, dated or not; `everything` those of the collection.
    """
    shown, folded = len(scene.shown), len(scene.folded)
    seen = f"{shown} of {shown + folded} in view shown"
    if folded:
        seen += f", {folded} folded"
    undated = passing - len(columns)
    whole = f"{passing} events" + (f", {undated} undated (list: L)" if undated else "")
    if passing != everything:
        whole = f"{passing} of {everything} events pass the filter" + (
            f", {undated} undated" if undated else ""
        )
    return f"{seen}  ·  {whole}"
