"""No screen, nothing of the user's: what every test stands on."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from viewer.loading.load import load_collection
from viewer.model.records import Collection
from viewer.resources import bundled_collection

# Before any test module imports Qt or asks for a folder.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_HOME = Path(tempfile.mkdtemp(prefix="attested-tests-"))
for _name in ("XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
    os.environ[_name] = str(_HOME / _name.lower())

# Two workers on two cores: a slow moment says nothing about the law under test.
_UNHURRIED = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
settings.register_profile("here", deadline=None, suppress_health_check=_UNHURRIED)
settings.register_profile("ci", parent=settings.get_profile("here"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session", autouse=True)
def _no_traces() -> Iterator[None]:
    yield
    shutil.rmtree(_HOME, ignore_errors=True)


@pytest.fixture(scope="session")
def bundled_folder() -> Path:
    """The folder of the collection that ships with the program."""
    return bundled_collection()


@pytest.fixture(scope="session")
def bundled(bundled_folder: Path) -> Collection:
    """The collection that ships with the program, loaded once."""
    loaded = load_collection(bundled_folder)
    assert loaded.collection is not None, "\n".join(map(str, loaded.problems))
    return loaded.collection
