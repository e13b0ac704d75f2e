"""Attested: a timeline in which every event can be checked."""
