"""Starting a collection from the command line."""

from pathlib import Path

from viewer.app.output import complain, say
from viewer.loading.starter import NotStartedError, start_collection


def new(folder: Path) -> int:
    """Start a collection in `folder` and say how to go on; return 0, or 1 where it was refused."""
    try:
        start_collection(folder)
    except NotStartedError as why:
        complain(f"attested new: {why}")
        return 1
    say(f"Started a collection in {folder}; its files say how it is written.")
    say(f"`attested {folder}` opens it and follows every save; `attested check {folder}` says what is wrong.")
    return 0
