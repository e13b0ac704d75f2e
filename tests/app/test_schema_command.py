import json

import pytest

from viewer.app.command_line import run


@pytest.mark.parametrize("arguments", [[], ["events"], ["collection"], ["tours"]])
def test_schema_prints_a_json_schema(arguments: list[str], capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["schema", *arguments]) == 0
    printed = json.loads(capfdbinary.readouterr().out)
    assert printed["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "event" in printed["$defs"]


def test_an_unknown_name_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "evnts"]) == 2
    assert "events" in capsys.readouterr().err
