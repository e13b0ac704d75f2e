"""A virtual X server for as long as a measurement takes."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

PROGRAM = "Xvfb"


def there_is_one() -> bool:
    """Whether a virtual X server is installed."""
    return shutil.which(PROGRAM) is not None


@contextmanager
def display() -> Iterator[dict[str, str]]:
    """Run one of 1700 by 1000 pixels; give what the environment must have for it."""
    read, write = os.pipe()
    command = [PROGRAM, "-displayfd", str(write), "-screen", "0", "1700x1000x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise SystemExit(f"{PROGRAM} did not start.")
        yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()
