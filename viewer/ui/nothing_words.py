"""What is said where no event can be shown: why, and how to see some again."""

from viewer.model.filters import filter_words
from viewer.session.session import Session
from viewer.ui.plain_text import label_text

NO_SELECTION = "No event is selected: click one, or press N"
NO_RANGE = "No range is chosen: drag with Shift, or type one (Shift+G)"


def nothing_words(session: Session) -> str:
    """Return why a timeline shows no event at all, a few lines; "" where it shows some or nothing is open."""
    picked, collection = session.picked, session.collection
    if collection is None or picked is None or len(picked.arranged.columns):
        return ""
    chosen, unseen = picked.choice.filter, picked.arranged.unseen
    if unseen:
        passing = " that pass the filter" if chosen else ""
        return f"The dated events{passing} are all in hidden lanes ({unseen:,})\nShift+H shows hidden lanes"
    undated = len(picked.passed.events)
    if not chosen:
        return "No event has a date that can be placed" + ("\nL lists the undated ones" if undated else "")
    listed = f"\nUndated events that pass: {undated:,} (list: L)" if undated else ""
    typed = "Esc in the search field empties it, " if chosen.text.strip() else ""
    return (
        f"No dated event passes the filter\n{label_text(filter_words(collection, chosen))}{listed}\n"
        f"{typed}Ctrl+Backspace shows all events"
    )


def end_words(session: Session, direction: int, where: str) -> str:
    """Return why there is no event to go to, later (1) or earlier (-1), e.g. `where` " in this lane"."""
    why = nothing_words(session).partition("\n")[0]
    return why or f"No {'later' if direction > 0 else 'earlier'} event{where}"
