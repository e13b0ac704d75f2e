"""All rows of one event: itself and its echoes, which follow it."""

from viewer.timeline.columns import Columns


def rows_of_event(columns: Columns, row: int) -> range:
    """Return the rows of the event that stands in `row`, as itself or as an echo; itself first."""
    first = row
    while columns.echo[first]:
        first -= 1
    end = first + 1
    while end < len(columns) and columns.echo[end]:
        end += 1
    return range(first, end)


def row_in_lane(columns: Columns, row: int, lane: int) -> int:
    """Return the row of the same event in a lane, the event itself where it does not stand there."""
    rows = rows_of_event(columns, row)
    return next((other for other in rows if columns.lane[other] == lane), rows.start)
