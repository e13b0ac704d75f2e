"""Bytes read as UTF-8 text, or the reason why they are none."""

import codecs
import re
from dataclasses import dataclass

from viewer.loading.problems import excerpt

_SAVE_AS_UTF8 = "Save it as UTF-8"

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive (or a document of an office program)"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
)
_MARKS: tuple[tuple[bytes, str], ...] = (  # UTF-32 first: its little-endian mark begins like that of UTF-16
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_MARKUP = re.compile(rb"\s*<(!doctype\s+html|html|head|body|\?xml|svg)\b", re.IGNORECASE)
_POINTER = b"version https://git-lfs.github.com/spec"
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_SAMPLE = 100_000  # bytes looked at for a guess
_CZECH_AND_POLISH = frozenset("ěščřžůďťňąęłśźżőű")


class NotTextError(Exception):
    """Bytes that are no UTF-8 text. `offset` counts bytes; `message` and `advice` as in a Problem."""

    def __init__(self, message: str, advice: str, offset: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice
        self.offset = offset


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, with its byte order mark if it has one; `torn` when the last character is cut in two."""

    text: str
    torn: bool = False


def decode(data: bytes) -> Decoded:
    """Read strict UTF-8. Raises NotTextError, with a guess at the encoding that is shown, never applied."""
    kind = other_kind(data)
    if kind:
        raise NotTextError(*kind)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and error.start > 0:
            return Decoded(data[: error.start].decode("utf-8"), torn=True)
        at = error.start
    guess = legacy_encoding(data)
    message = f"byte 0x{data[at]:02X} is not UTF-8"
    if guess:
        line = _line_around(data, at).decode(guess[0], "replace")
        message += f"; read as {guess[1]} the line would be {excerpt(line.strip())}"
    raise NotTextError(message, _SAVE_AS_UTF8, at)


def other_kind(data: bytes) -> tuple[str, str] | None:
    """Return (message, advice) where the first bytes are those of another kind of file, else None."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return f"the file is in {name}, not UTF-8", _SAVE_AS_UTF8
    for signature, words in _SIGNATURES:
        if data.startswith(signature):
            return f"the file is {words}, not text", "Put a text file in its place"
    if data.startswith(_POINTER):
        return "the file is a git-LFS pointer, not the text it stands for", 'Fetch it with "git lfs pull"'
    if _MARKUP.match(data[:200].removeprefix(codecs.BOM_UTF8)):
        return "the file is an HTML or XML page, not plain text", "Save the plain text in its place"
    head = data[:200]
    if len(head) >= 4 and (not any(head[0::2]) or not any(head[1::2])) and any(head):
        return "the file is in UTF-16 without a mark, not UTF-8", _SAVE_AS_UTF8
    return None


def legacy_encoding(data: bytes) -> tuple[str, str] | None:
    """Guess the Windows code page: (Python's name, name for people), or None where nothing fits.

    Thai and Cyrillic come in runs of high bytes, Latin letters with diacritics alone; Thai consonants lie
    below 0xC0, Cyrillic letters above.
    """
    runs = _HIGH_RUN.findall(data[:_SAMPLE])
    high = b"".join(runs)
    if not high:
        return None
    low = sum(0xA1 <= byte < 0xC0 for byte in high) / len(high)
    if len(high) / len(runs) >= 3:
        name, words = ("cp874", "Thai (cp874)") if low > 0.15 else ("cp1251", "Cyrillic (cp1251)")
        return (name, words) if _fits(high, name) else None
    if _fits(high, "cp1250") and _CZECH_AND_POLISH & set(high.decode("cp1250").lower()):
        return "cp1250", "Central European (cp1250)"
    return ("cp1252", "Western European (cp1252)") if _fits(high, "cp1252") else None


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _line_around(data: bytes, at: int) -> bytes:
    start = max(data.rfind(b"\n", 0, at), data.rfind(b"\r", 0, at)) + 1
    start = max(start, at - 60)
    return re.split(rb"[\r\n]", data[start : at + 200], maxsplit=1)[0]
