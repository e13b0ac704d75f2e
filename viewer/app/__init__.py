"""Compose the parts: the command line and the running application."""
