"""Opening the window: what must be asked before Qt is imported, and then the window."""

from pathlib import Path

from viewer.app.output import complain


def open_window(folder: Path | None) -> int:
    """Show the collection in `folder`, or the bundled one, until the window closes; return the exit code."""
    from viewer.app.system_libraries import objection_to_a_window

    objection = objection_to_a_window()
    if objection:
        complain(f"attested cannot open its window: {objection}")
        return 1
    from viewer.app import crash
    from viewer.app.window import run

    crash.install()
    return run(folder)
