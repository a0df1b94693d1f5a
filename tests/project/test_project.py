"""The one door for changes: on disk when it returns, heard by all, undone without limit, also after a restart."""

from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from rbb_editor.domain.change import Change, Pair
from rbb_editor.domain.report import Conflict, Report
from rbb_editor.domain.text import Text
from rbb_editor.edits import front, outputs
from rbb_editor.errors import UserError
from rbb_editor.project import Happened, Project
from tests.made_up import small_report
from tests.random_edits import random_change


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project.create(tmp_path / "report.rbb", small_report(), author="Drafter")


def explain(project: Project, text: str) -> None:
    project.do(outputs.set_explanation(project.report, "letters", "letters1", text))


def explanation(project: Project) -> str:
    return project.report.output("letters").components[0].explanation


def reopened(project: Project) -> Project:
    project.close()
    return Project.open(project.path, author="Drafter")


def test_a_new_file_holds_the_report_it_was_made_with(project: Project) -> None:
    assert project.report == small_report()
    assert reopened(project).report == small_report()


def test_what_was_done_is_there_after_a_restart(project: Project) -> None:
    explain(project, "owing to a strike")
    assert explanation(reopened(project)) == "owing to a strike"


def test_undo_and_redo_by_name_also_after_a_restart(project: Project) -> None:
    explain(project, "owing to a strike")
    explain(project, "owing to a flood")
    project = reopened(project)
    assert project.can_undo is not None
    assert project.can_undo.in_english() == "Edit explanation"
    project.undo()
    assert explanation(project) == "owing to a strike"
    project = reopened(project)
    project.undo()
    assert explanation(project) == ""
    project = reopened(project)
    project.redo()
    project.redo()
    assert explanation(project) == "owing to a flood"
    assert project.can_redo is None
    assert project.redo() is None


def test_something_new_ends_what_could_be_redone(project: Project) -> None:
    explain(project, "owing to a strike")
    project.undo()
    explain(project, "owing to a flood")
    assert project.can_redo is None
    assert reopened(project).can_redo is None


def test_undo_goes_back_to_how_the_file_was_made_and_not_behind(project: Project) -> None:
    explain(project, "owing to a strike")
    assert project.undo() is not None
    assert project.can_undo is None
    assert project.undo() is None
    assert project.report == small_report()


@pytest.mark.parametrize("seed", range(5))
def test_any_edits_are_undone_to_the_start_and_redone_to_the_end(project: Project, seed: int) -> None:
    chance = Random(seed)
    steps = 0
    while steps < 60:
        change = random_change(project.report, chance)
        project.do(change)
        steps += change is not None
        if chance.random() < 0.1:
            project.undo()
            steps -= 1
    end = project.report.snapshot()
    project = reopened(project)
    assert project.report == end
    assert replayed(project) == end
    for _ in range(steps):
        project.undo()
    assert project.report == small_report()
    for _ in range(steps):
        project.redo()
    assert project.report == end
    assert list(project.checker.findings()) == list(project.checker.findings())


def replayed(project: Project) -> Report:
    """The report as the journal tells it: every change, oldest first, on the report the file was made with."""
    records = project.history()[::-1]
    report = small_report()
    for record in records:
        if record.kind != "create":
            report.apply(project.change_of(record))
    return report


def test_the_journal_says_who_when_and_what(project: Project) -> None:
    explain(project, "owing to a strike")
    latest, first = project.history()
    assert (latest.author, latest.kind, latest.label.in_english()) == ("Drafter", "do", "Edit explanation")
    assert latest.time.utcoffset() is not None
    assert first.time <= latest.time
    (pair,) = project.change_of(latest).pairs
    assert pair.id == "letters"


def test_listeners_hear_of_every_change_after_it_was_made(project: Project) -> None:
    project.checker.run()
    heard: list[tuple[str, str]] = []

    def listen(happened: Happened) -> None:
        heard.append((happened.kind, explanation(project)))
        assert "letters" in happened.ids()

    end = project.subscribe(listen)
    explain(project, "owing to a strike")
    project.undo()
    project.redo()
    end()
    project.undo()
    assert heard == [("do", "owing to a strike"), ("undo", ""), ("redo", "owing to a strike")]


def test_findings_follow_every_edit(project: Project) -> None:
    project.checker.run()
    assert [f.rule for f in project.checker.of("letters")] == ["shortfall-unexplained"]
    explain(project, "owing to a strike")
    assert project.checker.of("letters") == []
    project.undo()
    assert [f.rule for f in project.checker.of("letters")] == ["shortfall-unexplained"]


def test_another_document_language_is_read_anew(project: Project) -> None:
    project.do(outputs.set_completed(project.report, "online", "online1", "是"))
    project.checker.run()
    assert [f.rule for f in project.checker.of("online")] == ["figure-unreadable"]
    project.do(front.set_info(project.report, language="zh"))
    project.checker.run()
    assert project.language.code == "zh"
    assert [each for each in project.checker.of("online") if each.field == "completed"] == []


def test_a_language_without_words_is_refused_in_a_sentence(project: Project, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="“tlh”"):
        project.do(front.set_info(project.report, language="tlh"))
    assert reopened(project).report == small_report()
    strange = small_report()
    strange.apply(Change(Text.of("x"), (Pair(strange.info, replace(strange.info, language="tlh")),)))
    with pytest.raises(UserError, match="“tlh”"):
        Project.create(tmp_path / "strange.rbb", strange, author="Drafter")
    assert not (tmp_path / "strange.rbb").exists()


def test_nothing_is_written_for_an_edit_that_changes_nothing(project: Project) -> None:
    before = len(project.history())
    project.do(outputs.set_completed(project.report, "letters", "letters1", "35"))
    assert len(project.history()) == before


def test_a_change_made_for_another_state_is_refused_and_nothing_is_touched(project: Project) -> None:
    late = outputs.set_explanation(project.report, "letters", "letters1", "late")
    explain(project, "first")
    with pytest.raises(Conflict):
        project.do(late)
    assert explanation(project) == "first"
    assert explanation(reopened(project)) == "first"


def test_when_the_disk_refuses_the_report_stays_as_it_was_and_the_next_edit_can_succeed(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = project.report.snapshot()
    heard: list[Happened] = []
    project.subscribe(heard.append)

    def refuse(*_: object) -> int:
        raise UserError("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(project._store, "commit", refuse)
        with pytest.raises(UserError):
            explain(project, "owing to a strike")
    assert project.report == before
    assert heard == []
    explain(project, "owing to a strike")
    assert explanation(reopened(project)) == "owing to a strike"


def test_a_file_opened_for_reading_refuses_changes_in_a_sentence(project: Project) -> None:
    project.close()
    reading = Project.open(project.path, author="Reader", read_only=True)
    assert reading.can_undo is None
    with pytest.raises(UserError, match="reading only"):
        explain(reading, "owing to a strike")
    assert explanation(reading) == ""


def test_a_file_that_is_there_is_not_overwritten(project: Project) -> None:
    with pytest.raises(UserError):
        Project.create(project.path, small_report(), author="Drafter")
    assert reopened(project).report == small_report()


def test_a_copy_is_a_report_of_its_own(project: Project, tmp_path: Path) -> None:
    copy = tmp_path / "copy.rbb"
    project.save_copy(copy)
    explain(project, "later")
    with Project.open(copy, author="Drafter") as other:
        assert other.report == small_report()
