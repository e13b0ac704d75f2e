"""What the status line says of a picture: how much of all is seen, and where the rest is."""

from viewer.session.picking import Choice
from viewer.timeline.columns import Columns
from viewer.timeline.lanes.arrangement import Arrangement
from viewer.timeline.lanes.counting import events_of, events_seen
from viewer.timeline.scene import Scene

KEY_WORDS = {
    "lane": "theme",
    "person": "person",
    "place": "place",
    "source": "source",
    "language": "language",
}
"""What lanes are made of, in words."""


def lanes_words(arrangement: Arrangement) -> str:
    """Return what the lanes are, e.g. "Lanes: theme, person · 2 hidden"."""
    words = "Lanes: " + ", ".join(KEY_WORDS[key] for key in arrangement.keys)
    if arrangement.alone is not None:
        return f"{words} · one alone"
    return f"{words} · {len(arrangement.hidden)} hidden" if arrangement.hidden else words


def picking_words(wanted: Choice, shown: Choice | None) -> str:
    """Return what goes on while a worker picks what is wanted, e.g. "Arranging by person…"."""
    if shown is None or wanted == shown:
        return "Making events ready…"
    if wanted.filter != shown.filter:
        return "Searching…" if wanted.filter.text != shown.filter.text else "Filtering…"
    if wanted.arrangement.keys != shown.arrangement.keys:
        return f"Arranging by {', '.join(KEY_WORDS[key] for key in wanted.arrangement.keys)}…"
    return "Arranging lanes…" if wanted.arrangement != shown.arrangement else "Folding time…"


def counts_words(
    scene: Scene, columns: Columns, unseen: int, passing: int, everything: int, *, out_of_sight: int = 0
) -> str:
    """Return e.g. "48 of 60 in view shown, 12 folded · 7 in hidden lanes · 315 events, 21 undated (list: L)".

    `unseen` counts the dated events in hidden lanes, `passing` the events that pass the filter, dated or not;
    `everything` those of the collection. `out_of_sight` lanes are scrolled too far away to be laid out.
    """
    shown, in_view = events_seen(columns, scene)
    seen = f"{shown:,} of {in_view:,} in view shown"
    if in_view > shown:
        seen += f", {in_view - shown:,} folded" + (" or further up or down" if out_of_sight else "")
    if unseen:
        seen += f"  ·  {unseen} in hidden lanes"
    undated = passing - events_of(columns) - unseen
    whole = f"{passing:,} events" + (f", {undated:,} undated (list: L)" if undated else "")
    if passing != everything:
        whole = f"{passing:,} of {everything:,} events pass the filter" + (
            f", {undated} undated" if undated else ""
        )
    return f"{seen}  ·  {whole}"
