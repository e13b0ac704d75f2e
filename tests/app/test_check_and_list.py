import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from command import ROOT, attested

from viewer.app.command_line import run

LIST_KEYS = {
    "event": "id kind title date calendar earliest_start latest_start earliest_end latest_end lane people places "
    "rank contested because attestations",
    "attestation": "source start end quote translation says calendar inferred",
}


def listed(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> dict:
    assert run(["list", str(folder), "--json"]) == 0
    return json.loads(capfdbinary.readouterr().out)


def test_a_sound_collection_is_counted_and_leaves_0(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(small)]) == 0
    assert capsys.readouterr().out == (
        "No problem. 3 events, 0 of them contested; 3 attestations: letter 3.\n"
    )


def test_the_bundled_collection_has_no_problem(bundled_folder: Path) -> None:
    result = attested("check", bundled_folder, "--json")
    report = json.loads(result.stdout)
    assert (result.returncode, report["problems"], result.stderr) == (0, [], "")
    assert set(report["attestations_by_source"]) == {"thai", "czech", "english"}
    assert sum(report["attestations_by_source"].values()) == report["attestations"] >= report["events"] >= 90


def test_every_problem_is_told_with_its_place_and_leaves_1(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = small / "events" / "all.yaml"
    file.write_text(file.read_text("utf-8").replace("lane: life, rank: 2", "lane: lief, rank: 2"), "utf-8")
    assert run(["check", str(small)]) == 1
    assert capsys.readouterr().out.startswith("events/all.yaml:3:")
    assert run(["check", str(small), "--json"]) == 1
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert (problem["file"], problem["line"]) == ("events/all.yaml", 3)
    assert "lief" in problem["message"]


def test_a_folder_that_holds_no_collection_leaves_1(tmp_path: Path) -> None:
    result = attested("check", tmp_path)
    assert result.returncode == 1
    assert "collection.yaml" in result.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("check", "nowhere"),
        ("check", ".", "--jsn"),
        ("list",),
        ("nowhere",),
        ("-platformpluginpath", "/"),
    ],
)
def test_wrong_usage_leaves_2_with_a_sentence_and_no_trace(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    result = attested(*arguments, cwd=tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    assert "--help" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_collection_may_be_named_by_its_yaml(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(small / "collection.yaml")]) == 0
    assert "3 events" in capsys.readouterr().out


def test_the_listing_has_the_agreed_keys(
    bundled_folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    listing = listed(bundled_folder, capfdbinary)
    assert list(listing) == ["collection", "sources", "events", "aspects"]
    assert list(listing["collection"]) == ["id", "title", "version"]
    assert {source["id"] for source in listing["sources"]} == {"thai", "czech", "english"}
    assert {tuple(source) for source in listing["sources"]} == {("id", "language", "characters")}
    assert {tuple(event) for event in listing["events"]} == {tuple(LIST_KEYS["event"].split())}
    assert {tuple(aspect) for aspect in listing["aspects"]} == {("id", "title", "attestations")}
    passages = [
        passage
        for owner in ("events", "aspects")
        for one in listing[owner]
        for passage in one["attestations"]
    ]
    assert {tuple(passage) for passage in passages} == {tuple(LIST_KEYS["attestation"].split())}


def test_listed_offsets_count_characters_of_the_file(
    bundled_folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    listing = listed(bundled_folder, capfdbinary)
    texts = {
        name: (bundled_folder / "sources" / f"{name}.txt").read_bytes().decode() for name in ("thai", "czech")
    }
    for event in listing["events"]:
        for passage in event["attestations"]:
            if passage["source"] in texts:
                assert texts[passage["source"]][passage["start"] : passage["end"]] == passage["quote"]


def test_listed_days_are_gregorian_inclusive_and_null_where_open(
    small: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    born, goes_on, undated = listed(small, capfdbinary)["events"]
    bounds = ("earliest_start", "latest_start", "earliest_end", "latest_end")
    assert [born["date"], born["calendar"]] == ["1879-10-26", "julian"]
    assert [born[bound] for bound in bounds] == ["1879-11-07"] * 4
    assert [goes_on[bound] for bound in bounds] == ["1985-01-01", "1985-12-31", None, None]
    assert [undated[key] for key in ("date", "calendar", *bounds)] == [None] * 6
    assert goes_on["attestations"][0]["inferred"] is True
    assert goes_on["attestations"][0]["translation"] == "Trotsky"


def test_json_is_utf_8_in_every_locale(small: Path) -> None:
    result = attested("list", small, "--json", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert json.loads(result.stdout)["events"][1]["attestations"][0]["quote"] == "ตรอตสกี"
    assert "ตรอตสกี" in result.stdout


def test_escape_sequences_of_a_collection_do_not_reach_the_terminal(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = small / "events" / "all.yaml"
    file.write_text(file.read_text("utf-8").replace("{en: Is born}", r'{en: "Is \e[2J born"}'), "utf-8")
    run(["list", str(small)])
    printed = capsys.readouterr()
    assert "\x1b" not in printed.out + printed.err


def test_a_reader_that_leaves_early_causes_no_trace(bundled_folder: Path) -> None:
    command = [sys.executable, "-m", "viewer", "list", str(bundled_folder), "--json"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


def test_check_and_list_import_no_qt(small: Path) -> None:
    script = (
        "import sys; from viewer.app.command_line import run\n"
        f"codes = run(['check', {str(small)!r}]), run(['list', {str(small)!r}, '--json'])\n"
        "qt = [name for name in sys.modules if name.startswith(('PySide6', 'shiboken'))]\n"
        "sys.exit(0 if codes == (0, 0) and not qt else 1)"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    result = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, check=False)
    assert result.returncode == 0


def test_nothing_is_imported_from_the_collections_folder(small: Path) -> None:
    for name in ("yaml", "json", "numpy", "platformdirs"):
        (small / f"{name}.py").write_text("import os; os._exit(66)")
    assert attested("check", ".", cwd=small).returncode == 0


def test_the_checkout_itself_can_be_run_from_its_folder(small: Path) -> None:
    result = attested("check", small, cwd=ROOT, PYTHONPATH="")
    assert (result.returncode, result.stderr) == (0, "")


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    from viewer import __version__

    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"attested {__version__}\n"
