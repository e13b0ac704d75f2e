"""Start the program: `attested`, or `python -m viewer`."""

import os
import sys

# Nothing else before the working folder is forgotten: it may hold a pathlib.py as well as a yaml.py.


def main() -> int:
    """Run the command line and return its exit code: 0 done, 1 problems, 2 wrong usage."""
    _forget_working_folder()
    from viewer.app.command_line import run

    return run(sys.argv[1:])


def _forget_working_folder() -> None:
    """Import nothing from the folder the user stands in, unless it is the checkout this file lies in.

    `python -m` puts that folder first, and a collection may hold a file called yaml.py.
    """
    own = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))  # noqa: PTH120
    sys.path[:] = [entry for entry in sys.path if _leads_elsewhere(entry, own)]


def _leads_elsewhere(entry: str, own: str) -> bool:
    try:
        folder, here = os.path.realpath(entry or "."), os.path.realpath(os.getcwd())  # noqa: PTH109
    except OSError:
        return entry != ""
    return folder == own or folder != here


if __name__ == "__main__":
    sys.exit(main())
