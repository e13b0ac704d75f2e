"""How a year, a run of years, a decade or a century is said."""

from viewer.model.wording.phrases import YearPhrases


def year_phrase(year: int, phrases: YearPhrases) -> str:
    """Say an astronomical year: "1888", "AD 44" (44), "45 BC" (-44), "170 million BC" (-170000000).

    From a million on, a round number is said in words. Then the year between astronomical and BC reckoning
    is dropped, being far below what the number claims.
    """
    form = phrases.before if year < 1 else phrases.common if 1000 <= year <= 9999 else phrases.early
    return form.format(year=_number(year, phrases))


def year_span(first: int, last: int, phrases: YearPhrases) -> str:
    """Say a run of years: "1904 to 1905", "45 to 44 BC", "AD 44 to 50", "45 BC to AD 14", or "1904–05"."""
    if first == last:
        return year_phrase(first, phrases)
    if last < 1:
        return phrases.span.format(first=_number(first, phrases), last=year_phrase(last, phrases))
    ordinary = first >= 1000 and last <= 9999
    end = year_phrase(last, phrases)
    if ordinary and phrases.spans_share_century and first // 100 == last // 100:
        end = f"{last % 100:02}"
    elif 0 < first <= last < 1000:
        end = _number(last, phrases)
    form = phrases.span if ordinary or 0 < first <= last < 1000 else phrases.wide_span
    return form.format(first=year_phrase(first, phrases), last=end)


def is_unit(pattern: str) -> bool:
    """Tell whether a year pattern has a name: a decade after 1 BC, a century or a millennium, as 193X."""
    unknown = len(pattern) - len(pattern.rstrip("X"))
    if not 1 <= unknown <= 3 or pattern.count("X") != unknown:
        return False
    return unknown > 1 or not pattern.startswith(("-", "000"))


def unit_phrase(pattern: str, phrases: YearPhrases) -> str:
    """Say a pattern that has a name: "193X" "1930s", "18XX" "19th century", "-00XX" "1st century BC"."""
    first, _ = pattern_years(pattern)
    unknown = pattern.count("X")
    if unknown == 1:
        return (phrases.decade if first >= 1000 else phrases.early_decade).format(year=first)
    number = phrases.ordinal(int(pattern.lstrip("-").replace("X", "0")) // 10**unknown + 1)
    forms = {
        (2, False): phrases.century,
        (2, True): phrases.century_before,
        (3, False): phrases.millennium,
        (3, True): phrases.millennium_before,
    }
    return forms[unknown, pattern.startswith("-")].format(number=number)


def pattern_years(pattern: str) -> tuple[int, int]:
    """Return the first and the last year that fit a pattern such as "156X", "-01XX" or "1X99"."""
    low, high = int(pattern.replace("X", "0")), int(pattern.replace("X", "9"))
    return (high, min(low, -1)) if pattern.startswith("-") else (low, high)


def _number(year: int, phrases: YearPhrases) -> str:
    """Write the digits of a year without its era."""
    for at_least, multiple, name in phrases.scales:
        if abs(year) >= at_least and year % multiple == 0:
            whole, rest = divmod(abs(year), at_least)
            decimals = f".{rest * 100 // at_least:02}".rstrip("0").rstrip(".")
            return f"{_grouped(whole, phrases)}{decimals} {name}"
    counted = year if year > 0 else 1 - year
    return _grouped(counted, phrases) if counted > 9999 else str(counted)


def _grouped(number: int, phrases: YearPhrases) -> str:
    return f"{number:,}".replace(",", phrases.thousands)
