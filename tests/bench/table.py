"""The figures as the table of the README and as lines for a terminal."""

from collections.abc import Iterator

from tests.bench.measuring import Figures

MACHINE = "2 shared cores, no GPU"

Row = tuple[str, ...]


def markdown(results: Figures) -> Iterator[str]:
    """Yield the lines of the README's tables."""
    yield f'Frames in milliseconds (median / p95 / p99), {MACHINE}; "ahead" is work between two frames for the next:'
    yield ""
    yield from _table(frame_rows(results))
    yield ""
    yield from _table([("", ""), *other_rows(results)])


def plain(results: Figures) -> Iterator[str]:
    """Yield lines for a terminal."""
    for rows in (frame_rows(results), other_rows(results)):
        widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
        for row in rows:
            yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        yield ""


def frame_rows(results: Figures) -> list[Row]:
    """Return the heads, and a row for each number of events and each scale."""
    rows: list[Row] = [
        ("events", "scale", "layout", "paint", "frame", "ahead", "first", "index", "labels", "other marks")
    ]
    for count, scales in results["frames"].items():
        for scale, figures in scales.items():
            drawn = figures["drawn"]
            others = ", ".join(
                f"{drawn[name]:.0f} {name}" for name in drawn if name != "labels" and drawn[name]
            )
            rows.append(
                (
                    f"{count:,}" if count else "bundled",
                    f"{scale}x",
                    *(_triple(figures[part]) for part in ("layout", "paint", "frame", "between")),
                    f"{figures['first']:.0f}",
                    f"{figures['index'] / 1000:.2f} s",
                    f"{drawn['labels']:.0f}",
                    others,
                )
            )
    return rows


def other_rows(results: Figures) -> list[Row]:
    """Return what is measured besides frames, with its unit."""
    fewest = min((count for count in results["frames"] if count), default=0)
    rows: list[Row] = []
    for count, scales in results.get("growth", {}).items():
        for scale, ratio in scales.items():
            words = f"the pictures of {fewest:,} events with {count - fewest:,} others elsewhere, {scale}x"
            rows.append((words, f"{ratio:.2f} times"))
    for count, figures in results.get("on screen", {}).items():
        rows.append((f"frame of the widget at {count:,}, offscreen", f"{_triple(figures['offscreen'])} ms"))
        if "ratio" in figures:
            words = f"{_triple(figures['x server'])} ms, {figures['ratio']:.2f} times"
            rows.append((f"frame of the widget at {count:,}, X server", words))
        rows.append((f"memory of the widget at {count:,}", f"{figures['resident']:.0f} MiB"))
    for count, figures in results.get("opening", {}).items():
        rows.append((f"start to the timeline of {count:,} from YAML", f"{figures['first']:.2f} s"))
        rows.append((f"start to the timeline of {count:,} opened before", f"{figures['again']:.2f} s"))
        rows.append((f"memory of the window at {count:,}", f"{figures['resident']:.0f} MiB"))
    if "start" in results:
        start = results["start"]
        rows.append(("start to the first painted window", f"{start['empty']:.2f} s"))
        rows.append(("start to the bundled collection's timeline", f"{start['full']:.2f} s"))
        rows.append(("memory then", f"{start['resident']:.0f} MiB"))
        rows.append(("dates parsed a second", f"{results['dates']:,.0f}"))
    return rows


def _table(rows: list[Row]) -> Iterator[str]:
    for number, row in enumerate(rows):
        yield "| " + " | ".join(row) + " |"
        if number == 0:
            yield "|---" * len(row) + "|"


def _triple(times: tuple[float, float, float]) -> str:
    return " / ".join(f"{value:.1f}" for value in times)
