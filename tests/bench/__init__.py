"""Measurements, not tests: nothing here asserts. `python3 -m tests.bench` prints the table of the README."""
