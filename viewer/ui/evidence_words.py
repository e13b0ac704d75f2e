"""What the row of evidence above the lanes says where it has no source's date to draw."""

from viewer.model.records import Event

INVITATION = "Select an event to see here what each source says of its date"


def evidence_words(event: Event | None, *, has_row: bool) -> str:
    """Return the words for the selected event, None for none; `has_row`: it stands in the lanes."""
    if event is None:
        return INVITATION
    says = any(said.says is not None for said in event.attestations)
    if event.date is None:
        if event.date_text:
            return "Its date cannot be read: see the page Problems"
        return "Undated: what its sources say is on its page" if says else "Undated: no source says when"
    if not has_row:
        return "The selected event is not in these lanes"
    return "" if says else "No source gives a date for this event"
