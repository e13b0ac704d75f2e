"""Every command of the window as a record: menus, shortcuts, tooltips and the sheet of keys come from it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget


@dataclass(frozen=True, slots=True)
class Command:
    """`id` names the method that carries it out; `keys` are portable shortcut texts, the first one shown.

    `menu` is the menu it stands in, "Lanes/Then by" for a menu within one; a command with `rule` has a line
    above it. The keys of an `on_timeline` command work while the timeline has the focus: lists and texts
    need those keys themselves; so do the keys `also`, beside those of a command that works everywhere.
    """

    id: str
    text: str
    menu: str
    keys: tuple[str, ...] = ()
    tip: str = ""
    rule: bool = False
    checkable: bool = False
    on_timeline: bool = False
    also: tuple[str, ...] = ()


COMMANDS = (
    Command("open_collection", "Open collection…", "File", ("Ctrl+O",), "Open a collection's folder"),
    Command("new_collection", "New collection…", "File", tip="Start a small collection in an empty folder"),
    Command("reload", "Reload", "File", ("F5",), "Read the collection's files again"),
    Command(
        "export", "Export range…", "File", ("E", "Ctrl+E"), "Export the chosen range as a picture", rule=True
    ),
    Command("quit", "Quit", "File", ("Ctrl+Q",), rule=True),
    Command(
        "copy_citation", "Copy event with citations", "Edit", ("Ctrl+Shift+C",), "Copy the event as text"
    ),
    Command("search", "Search", "Edit", ("/", "Ctrl+F"), "Find events by any word, in any script", rule=True),
    Command(
        "contested", "Contested only", "Edit", ("C",), "Show only what the sources differ on", checkable=True
    ),
    Command("clear_filter", "Show all events", "Edit", ("Ctrl+Backspace",), "Take every filter away"),
    Command("zoom_in", "Zoom in", "View", ("+", "=", "W"), on_timeline=True),
    Command("zoom_out", "Zoom out", "View", ("-", "S"), on_timeline=True),
    Command("pan_left", "Earlier", "View", ("Left", "A"), on_timeline=True),
    Command("pan_right", "Later", "View", ("Right", "D"), on_timeline=True),
    Command("page_left", "One window earlier", "View", ("PgUp", "Shift+Left"), on_timeline=True),
    Command("page_right", "One window later", "View", ("PgDown", "Shift+Right"), on_timeline=True),
    Command("focus_event", "Centre the event, then fit it", "View", ("F",), rule=True),
    Command("fit", "Fit everything", "View", ("0", "Ctrl+0")),
    Command("fit_range", "Fit the chosen range", "View", ("R",)),
    Command(
        "fold_time",
        "Fold empty stretches",
        "View",
        ("B",),
        "Draw long stretches without an event short, with a sign of a break",
        checkable=True,
    ),
    Command(
        "pane", "Reading pane", "View", ("F9",), "Show or hide the reading pane", rule=True, checkable=True
    ),
    Command(
        "split_timeline",
        "Split the timeline",
        "View",
        ("\\",),
        "Look at the collection in two ways, one below the other, or close the lower view",
        checkable=True,
    ),
    Command("lock_views", "Move both views together", "View", ("K",), "Or each by itself", checkable=True),
    Command("full_screen", "Full screen", "View", ("F11",), checkable=True),
    Command("by_theme", "By theme", "Lanes", ("1",), "The collection's own lanes", checkable=True),
    Command("by_person", "By person", "Lanes", ("2",), "A lane for each person", checkable=True),
    Command("by_place", "By place", "Lanes", ("3",), "A lane for each place", checkable=True),
    Command("by_source", "By source", "Lanes", ("4",), "What each source covers", checkable=True),
    Command("by_language", "By language", "Lanes", ("5",), "By the language of the sources", checkable=True),
    Command("then_by_nothing", "Nothing", "Lanes/Then by", ("Alt+0",), "No groups", checkable=True),
    Command("then_by_theme", "Theme", "Lanes/Then by", ("Alt+1",), "In groups, by theme", checkable=True),
    Command("then_by_person", "Person", "Lanes/Then by", ("Alt+2",), "In groups, by person", checkable=True),
    Command("then_by_place", "Place", "Lanes/Then by", ("Alt+3",), "In groups, by place", checkable=True),
    Command("then_by_source", "Source", "Lanes/Then by", ("Alt+4",), "In groups, by source", checkable=True),
    Command(
        "then_by_language", "Language", "Lanes/Then by", ("Alt+5",), "In groups, by language", checkable=True
    ),
    Command("by_count", "Most events first", "Lanes", tip="Else in the collection's order", checkable=True),
    Command("fold_groups", "Collapse or open all groups", "Lanes", ("Shift+C",), rule=True),
    Command("show_lanes", "Arrange lanes…", "Lanes", ("Ctrl+5", "Shift+L"), "Order, hide and pin lanes"),
    Command("show_hidden_lanes", "Show hidden lanes", "Lanes", ("Shift+H",)),
    Command("undo_lanes", "Undo change of lanes", "Lanes", ("Ctrl+Z",), rule=True),
    Command("redo_lanes", "Redo change of lanes", "Lanes", ("Ctrl+Shift+Z", "Ctrl+Y")),
    Command("reset_lanes", "Reset lanes", "Lanes", tip="By theme, all shown, in the collection's order"),
    Command("next_in_lane", "Next in the lane", "Go", (".",)),
    Command("previous_in_lane", "Previous in the lane", "Go", (",",)),
    Command("next_event", "Next event", "Go", ("N", "Ctrl+Right")),
    Command("previous_event", "Previous event", "Go", ("P", "Ctrl+Left")),
    Command("lane_below", "Nearest event in the lane below", "Go", ("Down",), on_timeline=True),
    Command("lane_above", "Nearest event in the lane above", "Go", ("Up",), on_timeline=True),
    Command("read", "Read the selected event", "Go", ("Return", "Enter"), on_timeline=True),
    Command("other_side", "Between timeline and reading pane", "Go", ("F6",)),
    Command("other_view", "Between the two views", "Go", ("O",), "Act on the other view of time"),
    Command(
        "let_go",
        "Stop reading again, or let go of the range, the event, the tour",
        "Go",
        ("Escape",),
        on_timeline=True,
    ),
    Command("first", "Beginning", "Go", ("Home",), rule=True, on_timeline=True),
    Command("last", "End", "Go", ("End",), on_timeline=True),
    Command("go_to_date", "Go to a date…", "Go", ("G",), "Type a date or a range: 1917, 1928-01, 1917/1924"),
    Command("choose_range", "Choose a range…", "Go", ("Shift+G",), "Type the range to export or to fit"),
    Command("back", "Back", "Go", ("Alt+Left",), "The view before this one", rule=True),
    Command("forward", "Forward", "Go", ("Alt+Right",)),
    Command(
        "next_step",
        "Next step of the tour",
        "Go",
        ("]",),
        "What the tour tells next",
        rule=True,
        also=("Space",),
    ),
    Command("previous_step", "Previous step of the tour", "Go", ("[",), also=("Shift+Space",)),
    Command("leave_tour", "Leave the tour", "Go", tip="Leave the tour, the event stays selected"),
    Command("show_event", "Event", "Go", ("Ctrl+1",), "Read the selected event", rule=True),
    Command("show_source", "Sources", "Go", ("Ctrl+2",), "Read a whole document"),
    Command("show_list", "List of events", "Go", ("Ctrl+3", "L"), "Every event in order, the undated too"),
    Command("show_problems", "Problems", "Go", ("Ctrl+4",), "What is wrong in the collection's files"),
    Command("keys", "Keys", "Help", ("?", "F1"), "Every key on one sheet"),
    Command("about", "About Attested", "Help"),
)

MENUS = ("File", "Edit", "View", "Lanes", "Lanes/Then by", "Go", "Help")


def build_actions(
    window: QWidget, timelines: QWidget, do: Mapping[str, Callable[[], object]]
) -> dict[str, QAction]:
    """Return a QAction for every command; `do` maps each id to what carries it out.

    `timelines` holds the one or two timelines.

    Raises KeyError where `do` lacks a command.
    """
    actions: dict[str, QAction] = {}
    for command in COMMANDS:
        action = QAction(command.text, window)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setCheckable(command.checkable)
        action.setToolTip(tooltip(command))
        action.setStatusTip(command.tip)
        action.triggered.connect(lambda _checked=False, run=do[command.id]: run())
        if command.on_timeline:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            timelines.addAction(action)
        else:
            window.addAction(action)
        for key in command.also:
            shortcut = QShortcut(
                QKeySequence(key), timelines, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
            )
            shortcut.activated.connect(action.trigger)
        actions[command.id] = action
    return actions


def fill_menus(bar: QMenuBar, actions: Mapping[str, QAction]) -> dict[str, QMenu]:
    """Put every command into its menu and return the menus by name."""
    menus: dict[str, QMenu] = {}
    for name in MENUS:
        around, _, own = name.rpartition("/")
        menus[name] = menus[around].addMenu(own) if around else bar.addMenu(name)
    for command in COMMANDS:
        if command.rule:
            menus[command.menu].addSeparator()
        menus[command.menu].addAction(actions[command.id])
    return menus


def tooltip(command: Command) -> str:
    """Return what the command does with its first key, e.g. "Fit everything (0)"."""
    words = command.tip or command.text.removesuffix("…")
    return f"{words} ({command.keys[0]})" if command.keys else words
