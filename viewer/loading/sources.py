"""The sources: what is said of each document, and its text when the file can be opened."""

import hashlib
from pathlib import Path
from types import MappingProxyType

from viewer.loading.attestations import Reading, locate
from viewer.loading.encoding import NotTextError, decode
from viewer.loading.fields import Fields
from viewer.loading.files import SOURCE_LIMIT, read_inside
from viewer.loading.lines import Lines
from viewer.loading.paths import PathRefusedError
from viewer.loading.quotes import SourceText
from viewer.loading.schema import BIBLIOGRAPHIC, SOURCE, UNCITED
from viewer.model.records import COLOURS, Source, Uncited

TOTAL_LIMIT = 200_000_000
"""Bytes of all sources together."""

WHOLE, CHANGED, NOT_OPENED = "whole", "changed", "not opened"

_KEYS = SOURCE.keys
_PROSE = frozenset({"title", "title-short", "genre", "note"})


class SourceReader:
    """Reads the sources of the collection in `folder`, which must be resolved."""

    def __init__(self, folder: Path, reading: Reading) -> None:
        self._folder = folder
        self._reading = reading
        self._left = TOTAL_LIMIT

    def read(self, fields: Fields, number: int) -> Source:
        """Return one source; `number` counts them from 0 and chooses the colour where the file has none."""
        self._reading.pause()
        fields.check_keys(SOURCE, _KEYS)
        identity = self._reading.ids.define("source", fields, f"source-{number + 1}")
        language = fields.word("language")
        self._reading.languages[identity] = language or "en"
        text, state = self._text(fields, identity)
        if state != NOT_OPENED:
            self._reading.texts[identity] = SourceText(text)
        csl = {
            name: fields.prose(name) if name in _PROSE else fields.word(name)
            for name in BIBLIOGRAPHIC
            if name in fields.mapping.entries
        }
        title = csl.get("title", "") or identity
        return Source(
            identity,
            title,
            csl.get("title-short", "") or title,
            language,
            fields.word("script"),
            fields.word("file"),
            fields.word("sha256"),
            text,
            state,
            fields.choice("colour", COLOURS, COLOURS[number % len(COLOURS)]),
            fields.local("kind"),
            fields.local("trust"),
            MappingProxyType(csl),
            tuple(
                self._uncited(entry, identity) for entry in fields.mappings("uncited", "an uncited passage")
            ),
        )

    def _text(self, fields: Fields, identity: str) -> tuple[str, str]:
        """Return text and state; whatever is wrong is one problem at the key "file"."""
        node = fields.scalar("file")
        if node is None:
            return "", NOT_OPENED
        opened = f'so the source "{identity}" is not opened'
        digests = self._reading.digests
        digests[node.value] = ""
        try:
            data = read_inside(self._folder, node.value, min(SOURCE_LIMIT, self._left))
            digests[node.value] = hashlib.sha256(data).hexdigest()
            self._left -= len(data)
            text = _decoded(node.value, data)
        except PathRefusedError as error:
            fields.error(node.at, f"{error.message}, {opened}", error.advice)
            return "", NOT_OPENED
        except NotTextError as error:
            before = data[: error.offset].decode("utf-8", "replace")
            line, column = Lines(before).place(len(before))
            where = f"{node.value}, line {line}, column {column}" if error.offset else node.value
            fields.error(node.at, f"{where}: {error.message}, {opened}", error.advice)
            return "", NOT_OPENED
        return text, self._state(fields, node.value, digests[node.value])

    def _state(self, fields: Fields, path: str, actual: str) -> str:
        node = fields.scalar("sha256")
        if node is None:
            fields.error(fields.at, f'{fields.label} has no "sha256"', f"Add sha256: {actual}")
            return WHOLE
        if node.value.lower() == actual:
            return WHOLE
        fields.error(
            node.at, f'"{path}" has changed: its SHA-256 is not the one given here',
            f"Restore the file; if the change is meant, check every quotation and write {actual}",
        )  # fmt: skip
        return CHANGED

    def _uncited(self, fields: Fields, source: str) -> Uncited:
        fields.check_keys(UNCITED, UNCITED.keys)
        return Uncited(*locate(fields, self._reading, source), fields.local("because"))


def _decoded(path: str, data: bytes) -> str:
    """Return the whole text, line ends and byte order mark included. Raises NotTextError."""
    decoded = decode(data)
    if decoded.torn:
        raise NotTextError(f'"{path}" is cut off in the middle of a character', "Restore the file", len(data))
    nul = data.find(b"\0")
    if nul >= 0:
        raise NotTextError("a NUL byte shows that this is no text", "Put a text file in its place", nul)
    return decoded.text
