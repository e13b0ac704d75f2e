"""Where the program keeps what it remembers between two runs."""

from pathlib import Path


def state_folder() -> Path:
    """Return the folder of our state: on Linux `$XDG_STATE_HOME/attested`. It need not exist yet."""
    from platformdirs import user_state_path

    return user_state_path("attested", appauthor=False)


def cache_folder() -> Path:
    """Return the folder of compiled collections: on Linux `$XDG_CACHE_HOME/attested`. All of it can go."""
    from platformdirs import user_cache_path

    return user_cache_path("attested", appauthor=False)
