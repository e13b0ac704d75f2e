"""Pieces of a compiled file are what lies there, whichever were read before."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viewer.store.sections import DamagedError, OnDisk


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 50_000), st.integers(0, 40_000))
def test_a_file_reads_the_same_at_any_place_in_any_order(
    tmp_path_factory: pytest.TempPathFactory, at: int, length: int
) -> None:
    content = bytes(range(256)) * 150 + b"end"
    path = tmp_path_factory.getbasetemp() / "pieces"
    if not path.exists():
        path.write_bytes(content)
    file = OnDisk(path)
    for begin in (at, max(at - 100, 0), at):
        if begin + length <= len(content):
            assert file.read(begin, length) == content[begin : begin + length]
        else:
            with pytest.raises(DamagedError):
                file.read(begin, length)
