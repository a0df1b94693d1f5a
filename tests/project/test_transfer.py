"""Reports out of other files and into them, by suffix."""

from pathlib import Path

import pytest

from rbb_editor.errors import UserError
from rbb_editor.progress import Cancelled
from rbb_editor.project import Project, transfer
from tests.made_up import small_report


def test_every_format_that_can_be_written_and_read_brings_the_report_back(tmp_path: Path) -> None:
    both = [each for each in transfer.formats_to_write() if each.read is not None]
    assert {each.name for each in both} >= {"json", "word"}
    for each in both:
        path = tmp_path / f"report{each.suffixes[0]}"
        transfer.write_file(small_report(), path)
        read = transfer.read_file(path).report
        assert [output.planned_text for output in read.outputs()] == [
            output.planned_text for output in small_report().outputs()
        ]
        assert [c for output in read.outputs() for c in output.components] == [
            c for output in small_report().outputs() for c in output.components
        ]


def test_its_own_files_are_read_too_also_while_somebody_edits_them(tmp_path: Path) -> None:
    path = tmp_path / "report.rbb"
    with Project.create(path, small_report(), author="Drafter"):
        assert transfer.read_file(path).report == small_report()
    assert transfer.read_file(path).report == small_report()
    assert [each.name for each in tmp_path.iterdir()] == ["report.rbb"]


@pytest.mark.parametrize("name", ["report.exe", "report"])
def test_an_unknown_suffix_names_the_known_ones(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("x")
    with pytest.raises(UserError, match=r"\.docx.*\.txt"):
        transfer.read_file(path)
    with pytest.raises(UserError, match=r"\.docx.*\.xlsx"):
        transfer.write_file(small_report(), path)
    assert path.read_text() == "x"


@pytest.mark.parametrize("suffix", [".txt", ".docx", ".json", ".rbb"])
def test_what_is_not_there_or_a_folder_is_a_sentence(tmp_path: Path, suffix: str) -> None:
    with pytest.raises(UserError, match="missing"):
        transfer.read_file(tmp_path / f"missing{suffix}")
    folder = tmp_path / f"folder{suffix}"
    folder.mkdir()
    with pytest.raises(UserError, match="folder"):
        transfer.read_file(folder)


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".json"])
def test_a_cancelled_export_leaves_the_old_file_and_nothing_else(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"report{suffix}"
    path.write_bytes(b"old")

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        transfer.write_file(small_report(), path, progress=stop)
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
