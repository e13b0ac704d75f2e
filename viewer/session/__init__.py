"""What the user looks at: compare, set, tell. QtCore only."""
