"""What did the editor probably mean? Texts to try in place of one that is not EDTF."""

import re
import unicodedata
from collections.abc import Callable, Iterator

from viewer.model.dates.refusals import MONTH_NAMES

_DASH = re.compile("[\u2010-\u2015\u2212\uff0d]")
_PRINTED_RANGE = re.compile("(?P<year>[0-9]{4})[\u2010-\u2015](?P<last>[0-9]{2})")
_MONTHS = {name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, 1)}
_MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[.]?"


def proposals(text: str) -> Iterator[str]:
    """Yield candidates, the likeliest first; some may be no dates either. Each is for an editor to accept."""
    plain = _ascii(text)
    yield from _variants(plain)
    if "/" in plain:
        first, _, last = plain.partition("/")
        yield f"{last}/{first}"
        for left in (first.strip(), *_variants(first)):
            for right in (last.strip(), *_variants(last)):
                yield f"{left}/{right}"


def _variants(text: str) -> Iterator[str]:
    bare = text.strip().strip("\"'")
    hyphenated = _DASH.sub("-", bare)
    if hyphenated != bare:  # a dash, unlike a hyphen, is how a range is printed
        yield from (
            candidate
            for match in [_PRINTED_RANGE.fullmatch(bare)]
            if match
            for candidate in _range_of_years(match)
        )
    yield from (
        hyphenated,
        hyphenated.replace(" ", ""),
        re.sub(r"\s+-+\s+|--", "/", hyphenated).replace(" ", ""),
    )
    for pattern, rewrite in _RULES:
        match = pattern.fullmatch(hyphenated)
        if match is not None:
            yield from rewrite(match)
    yield _DASH.sub("/", bare).replace(" ", "")
    yield hyphenated.upper().replace("U", "X")


def _ascii(text: str) -> str:
    """Turn the digits of every script and full-width signs into ASCII."""
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else _narrow(char) for char in text)


def _narrow(char: str) -> str:
    return chr(ord(char) - 0xFEE0) if "\uff01" <= char <= "\uff5e" else char


def _qualified(match: re.Match[str]) -> Iterator[str]:
    for date in (match["date"], *_variants(match["date"])):
        yield f"{date}~"


def _separated(match: re.Match[str]) -> Iterator[str]:
    year, month, day = match["year"], match["month"], match["day"]
    yield f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")


def _range_of_years(match: re.Match[str]) -> Iterator[str]:
    year, last = match["year"], match["last"]
    if int(last) > int(year[2:]):
        yield f"{year}/{year[:2]}{last}"


def _named_month(match: re.Match[str]) -> Iterator[str]:
    groups = match.groupdict()
    month = _MONTHS[match["month"].lower()]
    yield f"{match['year']}-{month:02}" + (f"-{int(groups['day']):02}" if groups.get("day") else "")


def _rule(pattern: str, rewrite: Callable[[re.Match[str]], Iterator[str]]) -> tuple[
    re.Pattern[str], Callable[[re.Match[str]], Iterator[str]]
]:  # fmt: skip
    return re.compile(pattern.replace("MONTH", _MONTH.replace("(", "(?P<month>", 1)), re.IGNORECASE), rewrite


def _year(compute: Callable[[int], int]) -> Callable[[re.Match[str]], Iterator[str]]:
    """Write a year found in the match, after a computation, as EDTF writes it."""

    def rewrite(match: re.Match[str]) -> Iterator[str]:
        year = compute(int(match["year"]))
        sign = "-" if year < 0 else ""
        yield f"{sign}{abs(year):04}" if abs(year) <= 9999 else f"Y{year}"

    return rewrite


_ERA_BUDDHIST = r"(?:b\.?\s?e\.?|พ\.?\s?ศ\.?)"
_ERA_COMMON = r"(?:a\.?d\.?|c\.?e\.?|ค\.?\s?ศ\.?)"

_RULES = (
    _rule(r"(?:circa|ca?\.?|about|around|approximately|approx\.?|~)\s*(?P<date>[^/]+)", _qualified),
    _rule(rf"(?P<year>[0-9]{{4}})\s*{_ERA_BUDDHIST}", _year(lambda year: year - 543)),
    _rule(rf"{_ERA_BUDDHIST}\s*(?P<year>[0-9]{{4}})", _year(lambda year: year - 543)),
    _rule(rf"(?:{_ERA_COMMON}\s*)?(?P<year>[0-9]{{1,9}})\s*{_ERA_COMMON}", _year(int)),
    _rule(rf"{_ERA_COMMON}\s*(?P<year>[0-9]{{1,9}})", _year(int)),
    _rule(r"(?P<year>[0-9]{1,12})\s*b\.?\s?c\.?(?:\s?e\.?)?", _year(lambda year: 1 - year)),
    _rule(r"(?P<year>-?[0-9]{3})", _year(int)),
    _rule(r"(?P<year>-[0-9]{1,2})", _year(int)),
    _rule(r"y(?P<year>-?[0-9]{1,4})", _year(int)),
    _rule(r"\+(?P<year>[0-9]{4,9})", _year(int)),
    _rule(r"(?P<year>-0+)", _year(int)),
    _rule(r"(?P<year>-?[0-9]{5,7}|-?[0-9]{9,12})", _year(int)),
    _rule(r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})", _separated),
    _rule(r"(?P<year>[0-9]{4})[-/](?P<last>[0-9]{2})", _range_of_years),
    _rule(r"(?P<year>-?[0-9]{4})[-._/ ](?P<month>[0-9]{1,2})(?:[-._/ ](?P<day>[0-9]{1,2}))?", _separated),
    _rule(r"MONTH,?\s+(?P<year>[0-9]{4})", _named_month),
    _rule(r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\s+MONTH,?\s+(?P<year>[0-9]{4})", _named_month),
    _rule(r"MONTH\s+(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>[0-9]{4})", _named_month),
    _rule(r"(?P<decade>[0-9]{2}[1-9])0'?s", lambda match: iter((f"{match['decade']}X",))),
    _rule(r"(?P<number>[0-9]{1,2})(?:st|nd|rd|th)\s+century",
          lambda match: iter((f"{int(match['number']) - 1:02}XX",))),
    _rule(r"not before\s+(?P<date>.+)", lambda match: (f"[{date}..]" for date in _dates(match))),
    _rule(r"not after\s+(?P<date>.+)", lambda match: (f"[..{date}]" for date in _dates(match))),
    _rule(r"(?P<date>.+)(?:\?~|~\?)", lambda match: iter((f"{match['date']}%",))),
    _rule(r"open|now|present", lambda _: iter(("..",))),
    _rule(r"unknown", lambda _: iter(("",))),
)  # fmt: skip


def _dates(match: re.Match[str]) -> Iterator[str]:
    yield match["date"]
    yield from _variants(match["date"])
