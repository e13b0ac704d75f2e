"""Tours: walks through events."""
