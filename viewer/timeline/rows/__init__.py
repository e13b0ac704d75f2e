"""Rows: who stands where in a lane, reckoned where it is looked at."""
