"""Which command was asked for? One parser a command, and a table of them."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from viewer import __version__
from viewer.app.output import complain, prepare_streams, say, silence

DONE = 0
PROBLEMS = 1
WRONG_USAGE = 2


def run(arguments: Sequence[str]) -> int:
    """Obey the arguments (without the program's name) and return the exit code.

    The first argument is a command of COMMANDS or else a collection: a folder called "check" is "./check".
    """
    prepare_streams()
    try:
        code = _obey(list(arguments))
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        silence()
        return PROBLEMS
    except KeyboardInterrupt:
        return PROBLEMS
    return code


def _obey(arguments: list[str]) -> int:
    command = COMMANDS.get(arguments[0]) if arguments else None
    try:
        return command(arguments[1:]) if command else _open(arguments)
    except SystemExit as leaving:  # argparse, after --help or a wrong argument
        return leaving.code if isinstance(leaving.code, int) else WRONG_USAGE


def _open(arguments: list[str]) -> int:
    parser = _Parser(prog="attested", usage=_USAGE, description=_DESCRIPTION, epilog=_EPILOG)
    parser.add_argument("collection", metavar="COLLECTION", nargs="?", help=_COLLECTION_HELP)
    parser.add_argument("--version", action="store_true", help="print the version and leave")
    parser.add_argument(
        "--install-desktop-entry", action="store_true", help="put the program into the desktop's menu (Linux)"
    )
    chosen = parser.parse_args(arguments)
    if chosen.version:
        say(f"attested {__version__}")
        return DONE
    if chosen.install_desktop_entry:
        from viewer.app.desktop_entry import install_desktop_entry

        return install_desktop_entry()
    folder = None if chosen.collection is None else _folder(chosen.collection, parser)
    from viewer.app.opening import open_window

    return open_window(folder)


def _check(arguments: list[str]) -> int:
    parser = _Parser(prog="attested check", description="Report what is wrong with a collection, and count.")
    _add_collection(parser)
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    parser.add_argument(
        "--coverage", action="store_true", help="report what of the sources is cited by nothing, too"
    )
    chosen = parser.parse_args(arguments)
    folder = _folder(chosen.collection, parser)
    from viewer.app.check import check

    return check(folder, as_json=chosen.json, with_coverage=chosen.coverage)


def _list(arguments: list[str]) -> int:
    parser = _Parser(prog="attested list", description="Print the events, their dates and their passages.")
    _add_collection(parser)
    parser.add_argument("--json", action="store_true", help="print everything, as one JSON object")
    chosen = parser.parse_args(arguments)
    folder = _folder(chosen.collection, parser)
    from viewer.app.listing import list_events

    return list_events(folder, as_json=chosen.json)


def _export(arguments: list[str]) -> int:
    parser = _Parser(prog="attested export", description="Draw a range of time into a picture or a page.")
    _add_collection(parser)
    add = parser.add_argument
    add(
        "--range", metavar="FROM/TO", required=True, help="first and last date: 1917/1924, 1917-10/1917-11-07"
    )
    add("--size", metavar="WIDTHxHEIGHT", required=True, help="in pixels at scale 1: 1920x1080")
    add("--scale", metavar="NUMBER", default="1", help="pixels of the file for each of --size: 2 (default 1)")
    add("--theme", choices=("light", "dark", "print", "contrast"), default="light", help="default light")
    add("--citations", action="store_true", help="add the numbered list of the passages cited")
    add("--title", metavar="TEXT", default="", help="a heading of your own")
    add("--out", metavar="FILE", required=True, help="its ending chooses the format: .png, .svg or .pdf")
    chosen = parser.parse_args(arguments)
    folder = _folder(chosen.collection, parser)
    from viewer.app.export import export
    from viewer.app.order import RefusedOrder, read_order

    try:
        wanted = read_order(
            days=chosen.range,
            size=chosen.size,
            scale=chosen.scale,
            out=chosen.out,
            theme=chosen.theme,
            title=chosen.title,
            citations=chosen.citations,
        )
    except RefusedOrder as why:
        parser.error(str(why))
    return export(folder, wanted)


def _new(arguments: list[str]) -> int:
    parser = _Parser(
        prog="attested new", description="Start a small valid collection, whose comments teach the format."
    )
    parser.add_argument("folder", metavar="FOLDER", help="a folder that is new, or empty")
    chosen = parser.parse_args(arguments)
    from viewer.app.new import new

    return new(Path(chosen.folder))


def _schema(arguments: list[str]) -> int:
    parser = _Parser(
        prog="attested schema", description="Print the file format as JSON Schema, for editors' completion."
    )
    from viewer.app.output import say_json
    from viewer.loading.json_schema import NAMES, json_schema

    parser.add_argument("name", metavar="NAME", nargs="?", choices=NAMES, help=f"one of {', '.join(NAMES)}")
    say_json(json_schema(parser.parse_args(arguments).name))
    return DONE


def _add_collection(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("collection", metavar="COLLECTION", help=_COLLECTION_HELP)


def _folder(text: str, parser: argparse.ArgumentParser) -> Path:
    """Return the collection's folder, named itself or by its collection.yaml."""
    path = Path(text)
    try:
        if path.name == "collection.yaml" and path.is_file():
            return path.parent
        if path.is_dir():
            return path
        why = "is not a collection" if path.exists() else "does not exist"
    except (OSError, ValueError):
        why = "cannot be opened"
    parser.error(f"{text} {why}. A collection is a folder with a collection.yaml in it; name either.")
    raise AssertionError("argparse has left")


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line and where to read more."""

    def __init__(
        self, prog: str, description: str, usage: str | None = None, epilog: str | None = None
    ) -> None:
        super().__init__(
            prog=prog,
            usage=usage,
            description=description,
            epilog=epilog,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )

    def error(self, message: str) -> NoReturn:
        complain(f"{self.prog}: {message}")
        complain(f"`{self.prog} --help` lists what it understands.")
        raise SystemExit(WRONG_USAGE)


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "check": _check,
    "list": _list,
    "export": _export,
    "new": _new,
    "schema": _schema,
}

_COLLECTION_HELP = "the folder of a collection, or the collection.yaml in it"
_USAGE = """attested [COLLECTION]
       attested check COLLECTION [--coverage] [--json]
       attested list COLLECTION [--json]
       attested export COLLECTION --range FROM/TO --size WIDTHxHEIGHT --out FILE
       attested new FOLDER
       attested schema [NAME]"""
_DESCRIPTION = """Open a collection on the timeline, the one that comes with the program where none is named.

check, list, export, new and schema work without a screen; `attested check --help` and so on tell more.
A collection whose folder is called like a command is opened as ./check."""
_EPILOG = "Exit code: 0 when all went well, 1 with problems, 2 when the command was not understood."
