"""`attested check --coverage`, for people and for programs."""

import json
import re
import shutil
from pathlib import Path

import pytest

from viewer.app.command_line import run


def report(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> tuple[int, dict]:
    code = run(["check", str(folder), "--coverage", "--json"])
    return code, json.loads(capfdbinary.readouterr().out)["coverage"]


def test_the_bundled_collection_has_no_gap(
    bundled_folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    code, told = report(bundled_folder, capfdbinary)
    assert (code, told["complete"]) == (0, True)
    assert {one["source"]: (one["uncited"], one["dates_outside"]) for one in told["sources"]} == {
        name: ([], []) for name in ("thai", "czech", "english")
    }
    assert told["events_without_attestation"] == told["quotations_without_translation"] == []
    assert told["contested_without_because"] == []


def test_an_event_removed_from_the_data_leaves_its_sentence_and_its_year(
    bundled_folder: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(bundled_folder, folder)
    file = folder / "events" / "1940-death.yaml"
    text = file.read_text("utf-8")
    shorter = re.sub(r"- id: armed-attack-may-1940\n.*?(?=^- id: )", "", text, flags=re.S | re.M)
    assert shorter != text
    file.write_text(shorter, "utf-8")
    code, told = report(folder, capfdbinary)
    assert (code, told["complete"]) == (1, False)
    thai = next(one for one in told["sources"] if one["source"] == "thai")
    assert any("ถูกลอบสังหารเป็นครั้งแรก" in stretch["text"] for stretch in thai["uncited"])
    assert [stretch["text"] for stretch in thai["dates_outside"]] == ["๒๔", "พฤษภาคม", "๑๙๔๐"]


def test_gaps_are_told_with_file_line_and_column_and_leave_1(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = small / "events" / "all.yaml"
    file.write_text(file.read_text("utf-8").replace("quote: 26 October", "quote: October"), "utf-8")
    assert run(["check", str(small)]) == 0
    capsys.readouterr()
    assert run(["check", str(small), "--coverage"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        'sources/letter.txt:1:9: cited by nothing and not excused: "26"',
        'sources/letter.txt:1:9: a number, month or season outside every passage: "26"',
        "letter: 75.0% of 28 characters cited, 0 excused.",
        "Coverage: 2 gaps.",
        "No problem. 3 events, 0 of them contested; 3 attestations: letter 3.",
    ]


def test_a_folder_without_a_collection_has_no_coverage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(tmp_path), "--coverage"]) == 1
    assert "Coverage" not in capsys.readouterr().out
