"""Where no source's date can be drawn, the row of evidence says why."""

import pytest

from tests.ui.factories import CZECH, attest, make_event, make_source
from viewer.ui.evidence_words import INVITATION, evidence_words


def test_nothing_selected_invites() -> None:
    assert evidence_words(None, has_row=False) == INVITATION


@pytest.mark.parametrize(
    ("date", "says", "words"),
    [
        ("", "", "Undated: no source says when"),
        ("", "1929-02", "Undated: what its sources say is on its page"),
        ("1929", "", "No source gives a date for this event"),
        ("1929", "1929-02", ""),
    ],
)
def test_what_is_said_is_true_of_the_event(date: str, says: str, words: str) -> None:
    source = make_source("czech", CZECH)
    event = make_event("deported", [attest(source, CZECH, says)], date=date)
    assert evidence_words(event, has_row=bool(date)) == words
