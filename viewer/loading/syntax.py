"""What a complaint of the YAML reader means to a person who writes a collection.

The reader stops where it can no longer go on, which is often not where the slip is; each rule here says both.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from viewer.loading.lines import Lines
from viewer.loading.problems import code_point, excerpt

_CONFLICT = re.compile(r"^(<{7}|>{7}|\|{7})(?= |$)", re.MULTILINE)
_UNREADABLE = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_MUST_BE_QUOTED = "%@`|>!&*"
_ENCLOSE = "Put the whole value in quotes"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a text is not YAML, at which character, and what to do; `opened` is where the open part begins."""

    at: int
    message: str
    advice: str
    opened: int


@dataclass(frozen=True, slots=True)
class Complaint:
    """What the YAML reader said: `problem` at character `at`, met in `context`, which began at `opened`."""

    problem: str
    at: int
    context: str
    opened: int


def conflict_marker(text: str) -> int | None:
    """Return where the first conflict marker of a version control system stands, None without one."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return None
    found = _CONFLICT.search(text)
    return found.start() if found else None


def unreadable_character(text: str) -> Refusal:
    """Return the refusal of the first control character of `text`, which YAML does not allow."""
    found = _UNREADABLE.search(text)
    if found is None:
        return Refusal(0, "the file holds a character that YAML does not allow", "Remove it", 0)
    return Refusal(
        found.start(),
        f"the control character {code_point(found[0])} is not allowed",
        "Remove it",
        found.start(),
    )


def explain(complaint: Complaint, lines: Lines) -> Refusal:
    """Return in plain words why the YAML reader stopped."""
    line = lines.line_at(complaint.at)
    opened_line = lines.line_at(complaint.opened)
    for wanted, rule in _RULES:
        if wanted in complaint.problem:
            at, message, advice = rule(complaint, lines)
            break
    else:
        at, message, advice = complaint.at, f"this is not YAML: {complaint.problem}", "Correct the line"
    for candidate in (line, opened_line):
        spot = re.search("[:\\-]\u00a0", candidate)
        if spot is not None:
            start = complaint.at if candidate is line else complaint.opened
            _, column = lines.place(start)
            at = start - column + 1 + spot.start() + 1
            message = "a no-break space (U+00A0) stands here; YAML does not take it for a space"
            advice = "Replace it by a plain space"
    return Refusal(at, message, advice, complaint.opened)


_Answer = tuple[int, str, str]


def _cannot_start(complaint: Complaint, lines: Lines) -> _Answer:
    sign = lines.text[complaint.at : complaint.at + 1]
    if sign == "\t":
        return complaint.at, "a tab stands where only spaces may indent", "Replace the tab by spaces"
    return complaint.at, f'a value that starts with "{sign}" must be in quotes', _ENCLOSE


def _colon(complaint: Complaint, lines: Lines) -> _Answer:
    _, column = lines.place(complaint.at)
    before = lines.line_at(complaint.at)[: column - 1]
    if re.search(r":\s", before):
        return complaint.at, "a colon followed by a space stands inside a value without quotes", _ENCLOSE
    return (
        complaint.at,
        "a key stands where the value above has not ended",
        "Indent the line as its neighbours, or put the value above in quotes",
    )


def _open_quote(complaint: Complaint, _lines: Lines) -> _Answer:
    if "quoted scalar" in complaint.context:
        return complaint.opened, "the quotation mark opened here is never closed", "Close it"
    return complaint.at, "the file ends too early", "Complete it"


def _no_colon(complaint: Complaint, lines: Lines) -> _Answer:
    words = excerpt(lines.line_at(complaint.opened).strip(), 40)
    return (
        complaint.opened,
        f'this is no "key: value": {words}',
        "Write a colon and a space after the key; indent or quote a text of several lines",
    )


def _flow(complaint: Complaint, lines: Lines) -> _Answer:
    sign = lines.text[complaint.opened : complaint.opened + 1]
    line, column = lines.place(complaint.opened)
    if sign in ("{", "["):
        closing = "}" if sign == "{" else "]"
        message = (
            f'the "{sign}" of line {line}, column {column} is not closed by a "{closing}", '
            "or a text in it needs quotes"
        )
        advice = (
            "Close it; a text with a comma, a colon, a quotation mark or a bracket must be in quotes, "
            f'and so must a value that starts with "{sign}"'
        )
        return complaint.at, message, advice
    return complaint.at, "a comma or closing bracket is missing here", "Close the bracket"


def _block(complaint: Complaint, lines: Lines) -> _Answer:
    _, column = lines.place(complaint.at)
    before = lines.line_at(complaint.at)[: column - 1].rstrip()
    if before.endswith(('"', "'")):
        return complaint.at, "text follows a closing quotation mark", _ENCLOSE
    if before.endswith(("]", "}")):
        return complaint.at, "text follows a closing bracket; such a value must be in quotes", _ENCLOSE
    line, _ = lines.place(complaint.opened)
    return (
        complaint.at,
        f"this line does not fit what began in line {line}: its indentation is not that of its neighbours",
        "Indent it as they are",
    )


def _tab(complaint: Complaint, _lines: Lines) -> _Answer:
    return complaint.at, "a tab stands where only spaces may indent", "Replace the tab by spaces"


def _escape(complaint: Complaint, _lines: Lines) -> _Answer:
    return (
        complaint.at,
        "a backslash within double quotes begins an escape that YAML does not know",
        "Write two backslashes, or use single quotes",
    )


def _bad_code(complaint: Complaint, _lines: Lines) -> _Answer:
    return complaint.at, "the escape names no Unicode character", "Write the character itself"


def _list_on_key_line(complaint: Complaint, _lines: Lines) -> _Answer:
    return (
        complaint.at,
        "a list cannot begin here",
        'Begin it on a line of its own, or put a value that starts with "- " in quotes',
    )


def _tag(complaint: Complaint, lines: Lines) -> _Answer:
    tag = re.match(r"\S*", lines.text[complaint.opened : complaint.opened + 60])
    return complaint.opened, f"the tag {tag[0] if tag else ''} is not allowed", "Remove it"


def _directive(complaint: Complaint, _lines: Lines) -> _Answer:
    return (
        complaint.opened,
        'a line that starts with "%" is a YAML directive, which is not allowed',
        "Remove it, or put the value in quotes",
    )


def _anchor_sign(complaint: Complaint, lines: Lines) -> _Answer:
    sign = lines.text[complaint.opened : complaint.opened + 1]
    return complaint.opened, f'a value that starts with "{sign}" must be in quotes', _ENCLOSE


def _content(complaint: Complaint, lines: Lines) -> _Answer:
    sign = lines.text[complaint.at : complaint.at + 1]
    if sign in set(_MUST_BE_QUOTED) | set(",]}?"):
        return complaint.at, f'"{sign}" cannot stand here', "Put a value that starts with it in quotes"
    return complaint.at, "a value is missing here", "Complete it"


def _document(complaint: Complaint, _lines: Lines) -> _Answer:
    return (
        complaint.at,
        "this does not belong to what stands above it",
        "Begin every entry of a list with a hyphen, every other line with a key and a colon",
    )


_RULES: tuple[tuple[str, Callable[[Complaint, Lines], _Answer]], ...] = (
    ("cannot start any token", _cannot_start),
    ("mapping values are not allowed", _colon),
    ("unexpected end of stream", _open_quote),
    ("unexpected document indicator", _open_quote),
    ("could not find expected ':'", _no_colon),
    ("did not find expected ',' or", _flow),
    ("tab character", _tab),
    ("unknown escape character", _escape),
    ("hexdecimal number", _escape),
    ("hexadecimal number", _escape),
    ("invalid Unicode character escape", _bad_code),
    ("block sequence entries are not allowed", _list_on_key_line),
    ("undefined tag handle", _tag),
    ("directive", _directive),
    ("version number", _directive),
    ("incompatible YAML document", _directive),
    ("did not find expected alphabetic or numeric", _anchor_sign),
    ("did not find expected node content", _content),
    ("<document start>", _document),
    ("did not find expected key", _block),
    ("did not find expected '-' indicator", _block),
    ("mapping keys are not allowed", _colon),
)
