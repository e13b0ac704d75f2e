"""What is damaged, cut or of another size is not whole."""

from pathlib import Path

import pytest

from tests.render.drawing import exported, small_collection
from viewer.render.export import FORMATS
from viewer.render.verify import is_whole

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("kind", FORMATS)
def test_a_file_is_whole_at_its_own_size_and_only_there(tmp_path: Path, kind: str) -> None:
    result = exported(small_collection(), tmp_path / f"a.{kind}")
    content = (tmp_path / f"a.{kind}").read_bytes()
    assert is_whole(content, kind, result.width, result.height, result.pages)
    assert not is_whole(content, kind, result.width + 1, result.height, result.pages + 1)


@pytest.mark.parametrize("kind", FORMATS)
def test_a_file_that_is_cut_anywhere_or_is_another_kind_is_not_whole(tmp_path: Path, kind: str) -> None:
    result = exported(small_collection(), tmp_path / f"a.{kind}")
    content = (tmp_path / f"a.{kind}").read_bytes()
    size = (result.width, result.height, result.pages)
    cuts = [0, 1, 10, 20, len(content) // 2, len(content) - 9]
    assert [at for at in cuts if is_whole(content[:at], kind, *size)] == []
    others = [other for other in FORMATS if other != kind]
    assert [other for other in others if is_whole(content, other, *size)] == []
