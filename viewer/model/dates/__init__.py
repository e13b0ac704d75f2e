"""Dates as the sources give them: EDTF text read into four bounds, with precision and qualifiers."""

from viewer.model.dates.errors import DateError
from viewer.model.dates.parse import parse_edtf
from viewer.model.dates.record import Ending, HistoricalDate, Kind, Precision, Qualifier, Qualifiers

__all__ = [
    "DateError",
    "Ending",
    "HistoricalDate",
    "Kind",
    "Precision",
    "Qualifier",
    "Qualifiers",
    "parse_edtf",
]
