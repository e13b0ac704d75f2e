"""Attested: a timeline in which every event can be checked."""

__version__ = "0.1.0"
"""The version of the program; the packaging reads it from here."""
