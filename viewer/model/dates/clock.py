"""The time of day after a date: EDTF level 0."""

import re

from viewer.model.dates.errors import DateError

_CLOCK = re.compile(r"([0-9]{2}):([0-9]{2}):([0-9]{2})(?:Z|[+-]([0-9]{2})(?::([0-9]{2}))?)?")
_FIELDS = (
    (1, "hour", 23),
    (2, "minute", 59),
    (3, "second", 60),
    (4, "zone hour", 23),
    (5, "zone minute", 59),
)


def check_time(text: str, position: int) -> None:
    """Check what follows the "T": "23:20:30", with "Z", "-04" or "+04:30" or nothing after it.

    Second 60 is accepted, as a leap second. Raises DateError; `position` is that of the character
    after "T".
    """
    match = _CLOCK.fullmatch(text)
    if match is None:
        raise DateError('a time is written hh:mm:ss, then nothing, "Z", "-04" or "+04:30"', position)
    for group, name, largest in _FIELDS:
        digits = match[group]
        if digits is not None and int(digits) > largest:
            message = f"there is no {name} {digits}: it runs from 00 to {largest}"
            raise DateError(message, position + match.start(group))
