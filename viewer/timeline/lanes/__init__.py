"""Lanes: what stands in them, in which order, and what they cover."""
