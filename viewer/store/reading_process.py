"""The process that reads a large collection for the window; started by `reading_apart`, never imported.

Its standard input holds one line of JSON: `path` (where modules are found), `folder`, `cache` and `limit` of
the cache. Its standard output tells, in a line of JSON each, ["process", its id], ["progress", done, all,
words], and last ["kept"], ["not kept"] where the cache cannot be written, or ["no collection", problems and
counts].
It gives up when its input ends: nobody waits for it then.
"""

import gc
import json
import os
import signal
import sys
import threading
from pathlib import Path
from typing import BinaryIO

# Nothing of ours before the modules' path is known. Isolated mode (-I) keeps every other folder off it.

PATIENCE = 5.0
"""Seconds for giving up in good order, which leaves no half file."""


def main() -> int:
    """Read what the first line of the input asks for; return the exit code."""
    gc.disable()  # reading leaves no cycles behind, and looking for them costs a third of its time
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    telling = _Telling(_output())
    request = json.loads(sys.stdin.buffer.readline())
    sys.path[:] = request["path"]
    threading.Thread(target=telling.end_with_input, daemon=True).start()
    telling.tell("process", os.getpid())
    from viewer.loading.load import LoadCancelled
    from viewer.store.cache import Cache
    from viewer.store.loaded_coding import loaded_row
    from viewer.store.opening import compile_into

    cache = Cache(Path(request["cache"]), int(request["limit"]))
    try:
        loaded = compile_into(cache, Path(request["folder"]), telling.progress, telling.stop.is_set)
    except LoadCancelled:
        return 1
    except OSError:
        telling.tell("not kept")
        return 0
    if loaded.collection is None:
        telling.tell("no collection", loaded_row(loaded))
    else:
        telling.tell("kept")
    return 0


class _Telling:
    """Tells the window, and notices when it is gone."""

    def __init__(self, output: BinaryIO) -> None:
        self._output = output
        self.stop = threading.Event()

    def tell(self, *what: object) -> None:
        try:
            self._output.write(json.dumps(what).encode() + b"\n")
            self._output.flush()
        except OSError:
            self.stop.set()

    def progress(self, done: int, of: int, words: str) -> None:
        self.tell("progress", done, of, words)

    def end_with_input(self) -> None:
        while os.read(0, 1):
            pass
        self.stop.set()
        threading.Event().wait(PATIENCE)
        os._exit(1)


def _output() -> BinaryIO:
    """Return the standard output, which nothing else can write to from now on."""
    output = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return output


if __name__ == "__main__":
    sys.exit(main())
