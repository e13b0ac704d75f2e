"""Two views of the same collection."""
