"""Finding events by their words, people, places and sources. No Qt."""
