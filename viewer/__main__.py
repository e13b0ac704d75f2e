"""Start the program: `attested`, or `python -m viewer`."""

import sys
from pathlib import Path


def main() -> int:
    """Run the command line and return its exit code: 0 done, 1 problems, 2 wrong usage."""
    _forget_working_folder()
    from viewer.app.command_line import run

    return run(sys.argv[1:])


def _forget_working_folder() -> None:
    """Import nothing from the folder the user stands in, unless it is the checkout this file lies in.

    `python -m` puts that folder first, and a collection may hold a file called yaml.py.
    """
    own = Path(__file__).resolve().parent.parent
    sys.path[:] = [entry for entry in sys.path if _leads_elsewhere(entry, own)]


def _leads_elsewhere(entry: str, own: Path) -> bool:
    try:
        folder, here = Path(entry or ".").resolve(), Path.cwd()
    except OSError:
        return entry != ""
    return folder != here or folder == own


if __name__ == "__main__":
    sys.exit(main())
