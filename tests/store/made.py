"""Collections that are made up: odd dates, three scripts, ties to each other and to what is not there."""

from hypothesis import strategies as st

from tests.ui.factories import attest, make_aspect, make_collection, make_event, make_source
from viewer.model.records import DIFFERENCES, KINDS, RELATIONS, Collection, Event, Note, Relation
from viewer.model.words import LocalText

_DATES = st.sampled_from(
    [
        "",
        "1917",
        "1917-11",
        "1928-01-31",
        "1904/1905",
        "1985/..",
        "../1905",
        "[..1900]",
        "Y-170000002",
        "1917~",
    ]
)
_TEXTS = st.sampled_from(
    ["", "Odessa", "ครอนชตัดท์ ๑๙๒๑", "Kronštadtské povstání", "two\nlines", "\u202eturned", "ß"]
)
_SOURCES = tuple(make_source(name, text=f"{name}: left Odessa") for name in ("thai", "czech", "english"))


def _words(text: str, other: str) -> LocalText:
    return LocalText(tuple((tag, words) for tag, words in (("en", text), ("th", other)) if words))


@st.composite
def _events(draw: st.DrawFn, number: int, count: int) -> Event:
    passages = [
        attest(
            source,
            draw(st.sampled_from(["left", "Odessa", "nowhere"])),
            draw(_DATES),
            note=_words(draw(_TEXTS), ""),
        )
        for source in draw(st.lists(st.sampled_from(_SOURCES), max_size=3))
    ]
    targets = draw(st.lists(st.tuples(st.sampled_from(RELATIONS), st.integers(0, count - 1)), max_size=3))
    return make_event(
        f"e{number}",
        passages,
        title=_words(draw(_TEXTS), draw(_TEXTS)),
        summary=_words(draw(_TEXTS), draw(_TEXTS)),
        kind=draw(st.sampled_from(KINDS)),
        rank=draw(st.integers(1, 5)),
        date=draw(_DATES),
        calendar=draw(st.sampled_from(["gregorian", "julian"])),
        differs=tuple(draw(st.sets(st.sampled_from(DIFFERENCES), max_size=2))),
        people=tuple(draw(st.sets(st.sampled_from(["leon-trotsky", "joseph-stalin"])))),
        places=tuple(draw(st.sets(st.just("alma-ata")))),
        notes=tuple(Note(_words(text, ""), "editors") for text in draw(st.lists(_TEXTS, max_size=1))),
        relations=tuple(Relation(kind, f"e{target}") for kind, target in targets),
    )


@st.composite
def collections(draw: st.DrawFn) -> Collection:
    """Any collection of up to eight events."""
    count = draw(st.integers(0, 8))
    events = [draw(_events(number, count)) for number in range(count)]
    aspect = make_aspect(
        "war", [("leon-trotsky", attest(_SOURCES[0], "left"))], events=("e0",) if count else ()
    )
    return make_collection(events, _SOURCES, aspects=(aspect,))
