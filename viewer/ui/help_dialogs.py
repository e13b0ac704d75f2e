"""The sheet of keys and the words about the program."""

from PySide6.QtWidgets import QWidget

from viewer import __version__
from viewer.ui.keys_dialog import KeysDialog
from viewer.ui.messages import ask, tell


def show_keys(parent: QWidget) -> None:
    """Show every key on one sheet."""
    ask(KeysDialog(parent))


def about(parent: QWidget) -> None:
    """Say what the program is."""
    tell(
        parent,
        "About Attested",
        f"Attested {__version__}\n\n"
        "A timeline in which every event can be checked: each rests on passages that the program finds, "
        "letter by letter, in the documents themselves.\n\n"
        "Type: Noto Sans and Noto Sans Thai, under the SIL Open Font License.",
    )
