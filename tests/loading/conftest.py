"""A small sound collection in a temporary folder, of which each test spoils one thing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sandbox import Sandbox


@pytest.fixture
def sandbox(tmp_path: Path) -> Sandbox:
    return Sandbox(tmp_path / "collection")


@pytest.fixture
def make_sandbox(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Sandbox]:
    return lambda: Sandbox(tmp_path_factory.mktemp("sandbox") / "collection")
