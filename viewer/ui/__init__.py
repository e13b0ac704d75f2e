"""Windows, panes and dialogs. Panes do not know each other; the main window connects them."""
