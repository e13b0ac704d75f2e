"""Lanes arranged by menu, by page and by mouse."""
