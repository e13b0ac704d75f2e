"""The dates in a collection's files: each text is read once, and refused at its place."""

from viewer.loading.fields import Fields
from viewer.loading.problems import excerpt
from viewer.model.calendar import Calendar
from viewer.model.dates import DateError, HistoricalDate, parse_edtf

_REMEMBERED = 20_000  # dates: a collection repeats its years and days
_CALENDARS = tuple(str(calendar) for calendar in Calendar)


class Datings:
    """Reads dates, remembering those read: a collection repeats its years and days."""

    def __init__(self) -> None:
        self._read: dict[tuple[str, Calendar], HistoricalDate | DateError] = {}

    def read(self, fields: Fields, key: str) -> tuple[HistoricalDate | None, str]:
        """Return the date under `key` and its text; None and the text where it cannot be read.

        A list or mapping, as `[1905..]` without quotes is one, comes back as the characters of the file.
        """
        calendar = self._calendar(fields)
        node = fields.mapping.entries.get(key)
        if node is None:
            return None, ""
        scalar = fields.as_scalar(node, f'"{key}"')
        if scalar is None:
            return None, fields.tree.written(node)
        result = self._parsed(scalar.value, calendar)
        if isinstance(result, DateError):
            advice = f'Perhaps "{result.proposal}"?' if result.proposal else "Correct it"
            fields.error(
                fields.tree.index_within(scalar, min(result.position, len(scalar.value))),
                f"{excerpt(scalar.value)} is not a date: {result.message}",
                advice,
            )
            return None, scalar.value
        return result, scalar.value

    def check_calendar_has_date(self, fields: Fields, *keys: str) -> None:
        """Report a calendar that belongs to no date; `keys` are those of the dates."""
        entries = fields.mapping.entries
        if "calendar" in entries and not any(key in entries for key in keys):
            names = " or ".join(f'"{key}"' for key in keys)
            fields.error(fields.mapping.keys["calendar"], f'"calendar" stands without {names}', "Remove it")

    def _parsed(self, text: str, calendar: Calendar) -> HistoricalDate | DateError:
        key = (text, calendar)
        known = self._read.get(key)
        if known is None:
            try:
                known = parse_edtf(text, calendar)
            except DateError as error:
                known = error.with_traceback(None)
            if len(self._read) >= _REMEMBERED:
                self._read.clear()
            self._read[key] = known
        return known

    def _calendar(self, fields: Fields) -> Calendar:
        if "calendar" not in fields.mapping.entries:
            return Calendar.GREGORIAN
        return Calendar(fields.choice("calendar", _CALENDARS, "gregorian"))
