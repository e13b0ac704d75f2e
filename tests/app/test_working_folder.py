"""Nothing that lies beside a collection is obeyed, even when the program is started there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from command import ROOT

from viewer.resources import bundled_collection


@pytest.mark.parametrize("module", ["yaml", "pathlib", "typing", "argparse", "dataclasses"])
def test_a_module_in_the_working_folder_is_not_imported(module: str, tmp_path: Path) -> None:
    (tmp_path / f"{module}.py").write_text("import os; os._exit(66)")

    done = subprocess.run(
        [sys.executable, "-m", "viewer", "check", str(bundled_collection())],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 0, done.stderr.decode()
