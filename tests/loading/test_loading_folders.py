"""The whole folder: which files are read, what is refused as a whole, and how loading ends."""

import gc
import os
from pathlib import Path

import pytest
from sandbox import EVENT, HEADER, Sandbox

from viewer.loading.load import LoadCancelled, load_collection


def test_one_file_that_is_not_yaml_refuses_the_whole_and_all_such_files_are_named(sandbox: Sandbox) -> None:
    sandbox.write("events/all.yaml", "- id: x\n\ttitle: y\n")
    sandbox.write("people.yaml", b"\x89PNG\r\n\x1a\n")

    loaded = sandbox.load()

    assert loaded.collection is None
    assert [(problem.file, problem.line) for problem in loaded.problems] == [
        ("events/all.yaml", 2),
        ("people.yaml", 1),
    ]


@pytest.mark.parametrize("name", ["collection.yaml", "sources.yaml"])
def test_a_collection_needs_its_two_files(sandbox: Sandbox, name: str) -> None:
    (sandbox.folder / name).unlink()

    loaded = sandbox.load()

    assert loaded.collection is None
    assert (
        str(loaded.problems[0])
        == f'{name}:1:1: there is no file "{name}". Add the file, or correct the path.'
    )


@pytest.mark.parametrize("name", ["people.yaml", "places.yaml"])
def test_the_other_files_may_be_absent(sandbox: Sandbox, name: str) -> None:
    (sandbox.folder / name).unlink()
    assert sandbox.load().collection is not None


def test_no_folder_a_file_and_a_name_that_cannot_be_are_problems(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "loop").symlink_to("loop")

    for name, words in (
        ("none", "there is no folder"),
        ("file", "is not a folder"),
        ("loop", "cannot be"),
        ("x\0", "cannot be"),
    ):
        loaded = load_collection(tmp_path / name)
        assert loaded.collection is None
        assert words in str(loaded.problems[0])


def test_a_format_of_the_future_and_a_header_that_is_a_list_are_named(sandbox: Sandbox) -> None:
    sandbox.replace("collection.yaml", "format: 1", "format: 2")
    assert 'collection.yaml:1:9: the format is "2"; this version reads format 1.' in sandbox.problem()

    sandbox.write("collection.yaml", "- a\n")
    loaded = sandbox.load()
    assert loaded.collection is None
    assert str(loaded.problems[0]).startswith("collection.yaml:1:1: the file is a list, not a mapping.")


@pytest.mark.parametrize("name", ["people.yaml", "places.yaml", "aspects.yaml", "tours.yaml", "sources.yaml"])
@pytest.mark.parametrize("content", ["a: b\n", "text\n", "- text\n- [x]\n"])
def test_a_file_of_another_shape_is_named_and_the_rest_is_shown(
    sandbox: Sandbox, name: str, content: str
) -> None:
    sandbox.write(name, content)

    loaded = sandbox.load()

    assert loaded.collection is not None
    assert len(loaded.collection.events) == 1
    assert any(problem.file == name and ", not a " in problem.message for problem in loaded.problems)


def test_a_collection_without_lanes_gets_one_and_a_problem(sandbox: Sandbox) -> None:
    sandbox.write("collection.yaml", HEADER.split("lanes:")[0] + "lanes: []\n")

    loaded = sandbox.load()

    assert loaded.collection is not None
    assert [lane.id for lane in loaded.collection.lanes] == ["events"]
    assert any("the collection has no lane" in problem.message for problem in loaded.problems)


def test_an_era_that_cannot_be_drawn_is_left_out_with_a_problem(sandbox: Sandbox) -> None:
    sandbox.replace("collection.yaml", "1721/1917", "tsars")

    loaded = sandbox.load()

    assert loaded.collection is not None
    assert loaded.collection.eras == ()
    assert '"tsars" is not a date' in sandbox.problem()


def test_files_that_look_like_part_of_the_collection_and_are_not_read_are_named(sandbox: Sandbox) -> None:
    sandbox.write("peoples.yaml", "- x\n")
    sandbox.write("events/more.yml", EVENT)
    sandbox.write("readme.md", "x")
    sandbox.write("events/.all.yaml.swp", "x")

    assert sandbox.problems() == [
        "events/more.yml:1:1: this file is not read. Rename it so that it ends in .yaml.",
        'peoples.yaml:1:1: this file is not read (did you mean "people.yaml"?). Rename it.',
    ]


@pytest.mark.skipif(os.name != "posix", reason="makes a pipe and a link")
def test_a_pipe_or_a_link_in_place_of_a_file_is_refused(sandbox: Sandbox, tmp_path: Path) -> None:
    os.mkfifo(sandbox.folder / "events" / "pipe.yaml")
    outside = tmp_path / "outside.yaml"
    outside.write_text(EVENT)
    (sandbox.folder / "events" / "link.yaml").symlink_to(outside)

    link, pipe = sandbox.problems()

    assert link.startswith(
        'events/link.yaml:1:1: "events/link.yaml" leaves the collection\'s folder through a symbolic link.'
    )
    assert pipe.startswith('events/pipe.yaml:1:1: "events/pipe.yaml" is a pipe, not a file.')


@pytest.mark.skipif(os.name != "posix", reason="makes a link")
def test_a_folder_of_events_elsewhere_is_refused(sandbox: Sandbox, tmp_path: Path) -> None:
    (sandbox.folder / "events" / "all.yaml").unlink()
    (sandbox.folder / "events").rmdir()
    (tmp_path / "elsewhere").mkdir()
    (sandbox.folder / "events").symlink_to(tmp_path / "elsewhere")

    assert '"events" leaves the collection\'s folder through a symbolic link' in sandbox.problem()


def test_a_file_that_ends_early_is_shown_as_far_as_it_goes_and_called_incomplete(sandbox: Sandbox) -> None:
    whole = "count: 2\nevents:\n" + EVENT + EVENT.replace("leaves-odessa", "again")
    sandbox.write("events/all.yaml", whole[: whole.index("Leaves Odessa", 200) + 4])

    loaded = sandbox.load()

    assert loaded.incomplete == ("events/all.yaml",)
    assert loaded.collection is not None
    assert [event.id for event in loaded.collection.events] == ["leaves-odessa", "again"]
    assert any("the file ends too early" in problem.message for problem in loaded.problems)


def test_a_file_with_fewer_events_than_it_counts_is_called_incomplete(sandbox: Sandbox) -> None:
    sandbox.write("events/all.yaml", "count: 20\nevents:\n" + EVENT)

    loaded = sandbox.load()

    assert loaded.incomplete == ("events/all.yaml",)
    assert loaded.counts.events == 1


def test_a_file_cut_anywhere_is_never_silently_shorter(sandbox: Sandbox) -> None:
    whole = ("count: 2\nevents:\n" + EVENT + EVENT.replace("leaves-odessa", "again")).encode()
    for length in range(0, len(whole) - 2, 7):
        sandbox.write("events/all.yaml", whole[:length])
        assert sandbox.problems(), whole[:length]


def test_loading_ends_when_it_is_cancelled_and_the_collector_works_again(sandbox: Sandbox) -> None:
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > 5

    with pytest.raises(LoadCancelled):
        load_collection(sandbox.folder, None, cancelled)
    assert gc.isenabled()


def test_progress_counts_up_to_its_end(sandbox: Sandbox) -> None:
    told: list[tuple[int, int, str]] = []

    load_collection(sandbox.folder, lambda done, of, words: told.append((done, of, words)))

    assert [done for done, _, _ in told] == sorted({done for done, _, _ in told})
    assert all(done < of for done, of, _ in told)
    assert "reading events/all.yaml" in [words for _, _, words in told]


def test_nothing_in_the_folder_is_changed(sandbox: Sandbox) -> None:
    before = {path: path.read_bytes() for path in sandbox.folder.rglob("*") if path.is_file()}
    sandbox.load()
    assert {path: path.read_bytes() for path in sandbox.folder.rglob("*") if path.is_file()} == before


def test_counts_are_those_of_the_collection(sandbox: Sandbox) -> None:
    counts = sandbox.load().counts
    assert (counts.events, counts.attestations, counts.contested) == (1, 1, 0)
    assert dict(counts.attestations_by_source) == {"english": 1, "czech": 0}
