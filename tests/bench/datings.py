"""Dates of many events at once: their EDTF text and the days that it spans."""

from enum import IntEnum
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from viewer.timeline.columns import UNBOUNDED, Days

Ints = npt.NDArray[np.int64]


class Form(IntEnum):
    """How a date is written."""

    DAY = 0
    MONTH = 1
    YEAR = 2
    DAYS = 3
    MONTHS = 4
    YEARS = 5
    ONGOING = 6
    END_UNKNOWN = 7


PERIODS = frozenset({Form.DAYS, Form.MONTHS, Form.YEARS, Form.ONGOING, Form.END_UNKNOWN})
_UNITS = {
    Form.DAY: "D", Form.MONTH: "M", Form.YEAR: "Y", Form.DAYS: "D", Form.MONTHS: "M", Form.YEARS: "Y",
    Form.ONGOING: "Y", Form.END_UNKNOWN: "Y",
}  # fmt: skip
_SIGNS = ("", "~", "?")


class Datings(NamedTuple):
    """Arrays of the same length: form, first and last day that is meant, and sign (0 none, 1 "~", 2 "?")."""

    form: npt.NDArray[np.int8]
    first: Ints
    last: Ints
    sign: npt.NDArray[np.int8]

    def taken(self, rows: Ints) -> "Datings":
        """Return those of the given rows."""
        return Datings(self.form[rows], self.first[rows], self.last[rows], self.sign[rows])


def spans(datings: Datings) -> tuple[Days, Days, Days, Days]:
    """Return start, core start, core end and end in days, as `Columns` has them."""
    start, core_start, core_end, end = (np.empty(len(datings.form), dtype=np.int64) for _ in range(4))
    for form, unit in _UNITS.items():
        rows = np.flatnonzero(datings.form == form)
        low, after_low = _unit(datings.first[rows], unit)
        high, after = _unit(datings.last[rows], unit)
        start[rows], end[rows] = low, after
        core_start[rows], core_end[rows] = low, low
        if form in (Form.DAY, Form.DAYS):
            core_end[rows] = after
        elif form in (Form.MONTHS, Form.YEARS):
            core_start[rows], core_end[rows] = after_low - 1, high + 1
        elif form in (Form.ONGOING, Form.END_UNKNOWN):
            end[rows] = UNBOUNDED
        if form is Form.ONGOING:
            core_start[rows], core_end[rows] = after_low - 1, UNBOUNDED
    return start, core_start, core_end, end


def texts(datings: Datings) -> list[str]:
    """Return the dates in EDTF."""
    written = {unit: _written(datings, unit) for unit in "DMY"}
    result = []
    for row, (form, sign) in enumerate(zip(datings.form.tolist(), datings.sign.tolist(), strict=True)):
        first, last = written[_UNITS[Form(form)]]
        result.append(_text(Form(form), first[row], last[row], _SIGNS[sign]))
    return result


def _written(datings: Datings, unit: str) -> tuple[list[str], list[str]]:
    first, last = (
        np.datetime_as_string(days.astype("datetime64[D]").astype(f"datetime64[{unit}]")).tolist()
        for days in (datings.first, datings.last)
    )
    return first, last


def _text(form: Form, first: str, last: str, sign: str) -> str:
    if form is Form.ONGOING:
        return f"{first}{sign}/.."
    if form is Form.END_UNKNOWN:
        return f"{first}{sign}/"
    return f"{first}{sign}/{last}" if form in PERIODS else f"{first}{sign}"


def _unit(days: Ints, unit: str) -> tuple[Days, Days]:
    """Return the first day of the unit that each day lies in, and the first day after it."""
    units = days.astype("datetime64[D]").astype(f"datetime64[{unit}]")
    first, after = (
        part.astype("datetime64[D]").astype(np.int64) for part in (units, units + np.timedelta64(1, unit))
    )
    return first, after
