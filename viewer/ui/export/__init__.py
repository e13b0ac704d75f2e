"""Exporting: what is asked, and how it goes on."""
