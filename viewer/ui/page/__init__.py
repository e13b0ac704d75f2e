"""A page of text: what stands on it as plain records, how it is set, and the widget that shows it."""
