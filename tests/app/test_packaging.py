"""What is built from this checkout works where the checkout is not."""

import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from command import ROOT

from viewer.loading.load import load_collection


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, unpacked as pip does it."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--no-deps",
        "--no-build-isolation",
        "-qq",
        "-w",
        str(folder),
        ".",
    ]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("attested_timeline-*.whl")
    with zipfile.ZipFile(built) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run(wheel: Path, arguments: Sequence[str], cwd: Path) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYTHONPATH": str(wheel), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-P", "-m", "viewer", *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def test_a_wheel_carries_every_resource_and_the_whole_collection(wheel: Path) -> None:
    shipped = wheel / "viewer" / "_shipped"
    for top in ("resources", "data"):
        files = {path.relative_to(ROOT) for path in (ROOT / top).rglob("*") if path.is_file()}
        assert files
        assert {path.relative_to(shipped) for path in (shipped / top).rglob("*") if path.is_file()} == files
        assert all((shipped / file).read_bytes() == (ROOT / file).read_bytes() for file in files)


def test_a_wheel_has_the_commands(wheel: Path) -> None:
    (entries,) = wheel.glob("*.dist-info/entry_points.txt")
    text = entries.read_text("utf-8")
    assert "attested = viewer.__main__:main" in text
    assert "[gui_scripts]" in text


def test_an_installed_wheel_checks_and_draws_its_own_collection(wheel: Path, tmp_path: Path) -> None:
    collection = str(wheel / "viewer" / "_shipped" / "data" / "trotsky-stalin")
    assert run(wheel, ["check", collection], tmp_path).returncode == 0
    out = tmp_path / "out.svg"
    drawn = run(
        wheel,
        ["export", collection, "--range", "1917/1924", "--size", "900x600", "--out", str(out)],
        tmp_path,
    )
    assert (drawn.returncode, drawn.stderr) == (0, "")
    assert out.stat().st_size > 1000


_READ_APART = """
import sys
from pathlib import Path
from viewer.store import opening
from viewer.store.cache import Cache
opening.APART, opening.read_collection = 0, None
loaded = opening.open_collection(Path(sys.argv[1]), Cache(Path("cache")))
print(len(loaded.collection.events))
"""


def test_an_installed_wheel_reads_in_a_process_of_its_own(wheel: Path, tmp_path: Path) -> None:
    collection = wheel / "viewer" / "_shipped" / "data" / "trotsky-stalin"
    environment = {**os.environ, "PYTHONPATH": str(wheel), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-P", "-c", _READ_APART, str(collection)]
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) == load_collection(collection).counts.events


def test_the_collection_that_the_readme_teaches_is_sound(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    files = re.findall(
        r"^`([\w./-]+)`[^`]*?(?:`[^`\n]*`[^`]*?)*```(?:yaml|text)\n(.*?)```", readme, re.M | re.S
    )
    assert [name for name, _ in files] == [
        "sources/letter.txt",
        "collection.yaml",
        "sources.yaml",
        "events/journey.yaml",
    ]
    for name, text in files:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(text.encode())
    loaded = load_collection(tmp_path)
    assert loaded.problems == ()
    assert loaded.counts.attestations == 1
