"""What a process holds."""

import resource
from pathlib import Path


def memory() -> dict[str, float]:
    """Return what this process holds now and held at the most, in MiB; 0 now where the system does not tell."""
    statm = Path("/proc/self/statm")
    pages = int(statm.read_text().split()[1]) if statm.exists() else 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"resident": pages * resource.getpagesize() / 2**20, "peak": peak}
