"""Lists of events and of problems."""
