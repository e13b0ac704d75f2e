"""What the banner says of a collection whose files are not as they should be."""

from collections.abc import Sequence

GONE = "The collection's folder is gone; what is shown is the last state"
UNREAD = "What was saved last has not been read; what is shown is the state before. Reload it with F5"


def problems_words(count: int, *, stale: bool, incomplete: Sequence[str] = ()) -> str:
    """Return the banner for `count` problems, "" where all is well.

    `stale` says that what was saved last cannot be shown, and an earlier state is; `incomplete` are the files
    that end too early.
    """
    number = "1 problem" if count == 1 else f"{count} problems"
    if stale:
        return (
            f"The last save is broken; what is shown is the last good state: see the {number} listed (Ctrl+4)"
        )
    if incomplete:
        files = incomplete[0] if len(incomplete) == 1 else f"{len(incomplete)} files"
        return f"Incomplete: {files} cut off; what is left is shown: see the {number} listed (Ctrl+4)"
    return f"{number} in the collection's files: see the list of problems (Ctrl+4)" if count else ""
