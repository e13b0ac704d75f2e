"""What the detail pane says of an event, of an aspect and of the collection, as pages. No widgets."""
