"""A copy of the report as it is seen, whatever became of its own file: unreadable, or changed by another program."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from rbb_editor import store
from rbb_editor.domain.report import Report
from rbb_editor.edits import outputs, sections
from rbb_editor.errors import UserError
from rbb_editor.project import NotSaved, Project
from rbb_editor.project.last_year import read_earlier
from rbb_editor.project.transfer import write_file
from tests.made_up import small_report


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A report with one change and last year's report beside it."""
    made = Project.create(tmp_path / "report.rbb", small_report(), author="Drafter")
    made.do(outputs.set_explanation(made.report, "letters", "letters1", "owing to a strike"))
    write_file(small_report(), tmp_path / "last.json")
    candidate = read_earlier(made.report.snapshot(), tmp_path / "last.json")
    made.keep_earlier(candidate.earlier, candidate.packed)
    return made


def wipe(path: Path, first: int = 100) -> None:
    """What the file says from a byte on is no longer there; who has it open notices, as its first page has changed."""
    data = bytearray(path.read_bytes())
    data[24:28] = (int.from_bytes(data[24:28], "big") + 1).to_bytes(4, "big")
    path.write_bytes(bytes(data[:first]) + bytes(len(data) - first))


def damage_what_is_kept(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE kept SET content = x'00'")


def seen_in(path: Path) -> Report:
    with Project.open(path, author="Reader") as other:
        return other.report


def test_a_report_whose_file_is_no_longer_readable_is_saved_without_history(project: Project, tmp_path: Path) -> None:
    wipe(project.path)
    target = tmp_path / "elsewhere.rbb"
    project.save_elsewhere(target)
    assert [*seen_in(target).entities()] == [each for each in project.report.entities() if each.id != "earlier"]
    with Project.open(target, author="Reader") as other:
        assert other.earlier_report() is None
        assert [record.label.in_english() for record in other.history()] == [
            "Saved from report.rbb, which could no longer be read"
        ]


def test_last_year_s_report_that_can_still_be_read_comes_along(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *_: object) -> None:
        raise store.DiskFailed(path, "input/output error")

    monkeypatch.setattr(project._store, "save_copy", refuse)
    target = tmp_path / "elsewhere.rbb"
    project.save_elsewhere(target)
    with Project.open(target, author="Reader") as other:
        then = other.earlier_report()
        assert then is not None
        assert [each.components for each in then.outputs()] == [each.components for each in small_report().outputs()]


def test_last_year_s_report_alone_damaged_costs_nothing_else(project: Project, tmp_path: Path) -> None:
    damage_what_is_kept(project.path)
    target = tmp_path / "elsewhere.rbb"
    project.save_elsewhere(target)
    assert seen_in(target).output("letters") == project.report.output("letters")
    assert seen_in(target).earlier is None


def test_a_copy_holds_what_is_seen_and_not_what_somebody_else_wrote(project: Project, tmp_path: Path) -> None:
    with Project.open(project.path, author="Colleague", take_over=True) as other:
        other.do(outputs.set_explanation(other.report, "letters", "letters1", "for other reasons"))
        other.do(sections.delete(other.report, ["a"]))
    with pytest.raises(NotSaved, match="has taken over"):
        project.do(outputs.set_planned_text(project.report, "letters", "41 letters"))
    for save, name in ((project.save_copy, "copy.rbb"), (project.save_elsewhere, "elsewhere.rbb")):
        save(tmp_path / name)
        assert seen_in(tmp_path / name) == project.report
        with Project.open(tmp_path / name, author="Reader") as copy:
            steps = [record.label.in_english() for record in copy.history(2)]
            assert steps[0] == "Undo what was changed elsewhere in the meantime"
            copy.undo()
            assert copy.report == seen_in(project.path)  # what the colleague did is not lost either


def test_a_reader_s_copy_holds_what_the_file_holds(project: Project, tmp_path: Path) -> None:
    project.close()
    with (
        Project.open(project.path, author="Reader", read_only=True) as reader,
        Project.open(project.path, author="Colleague") as other,
    ):
        other.do(outputs.set_explanation(other.report, "letters", "letters1", "for other reasons"))
        reader.save_copy(tmp_path / "copy.rbb")
        assert seen_in(tmp_path / "copy.rbb") == other.report


def test_where_nothing_can_be_written_that_is_said(project: Project, tmp_path: Path) -> None:
    wipe(project.path)
    with pytest.raises(UserError):
        project.save_elsewhere(tmp_path / "no folder" / "elsewhere.rbb")
