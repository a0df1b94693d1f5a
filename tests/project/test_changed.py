"""What has changed since a time, read from the journal and followed while the report changes."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rbb_editor.edits import comments, outputs
from rbb_editor.project import Project
from rbb_editor.project import project as module
from rbb_editor.project.changed import Changed
from tests.made_up import small_report

MORNING = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Clock:
    """The time as the tests want it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = MORNING
        monkeypatch.setattr(module, "_now", lambda: self.now)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


@pytest.fixture
def project(tmp_path: Path, clock: Clock) -> Project:
    made = Project.create(tmp_path / "report.rbb", small_report(), author="T")
    made.do(outputs.set_completed(made.report, "letters", "letters1", "36"))
    clock.now = MORNING + 2 * HOUR
    made.do(outputs.set_completed(made.report, "visits", "visits1", "3"))
    return made


def test_only_what_changed_after_the_time_is_listed(project: Project) -> None:
    assert Changed(project).outputs(MORNING + HOUR) == {"visits"}
    assert Changed(project).outputs(MORNING) == {"letters", "visits"}, "the making of the file is no change"
    assert Changed(project).outputs(MORNING + 3 * HOUR) == frozenset()


def test_what_was_taken_back_has_not_changed(project: Project) -> None:
    project.undo()
    assert Changed(project).outputs(MORNING + HOUR) == frozenset()
    project.undo()
    assert Changed(project).outputs(MORNING + HOUR) == {"letters"}


def test_changes_are_followed_without_reading_the_journal_again(project: Project) -> None:
    changed = Changed(project)
    changed.outputs(MORNING + HOUR)
    project.subscribe(lambda happened: changed.follow(happened.change))
    project.do(comments.add_comment(project.report, "posts", "Late?", author="R", time=MORNING))
    project.do(outputs.add_output(project.report, "a11", None, "New"))
    new = project.report.children("a11")[0].id
    assert changed.outputs(MORNING + HOUR) == {"visits", "posts", new}
    project.do(outputs.delete_outputs(project.report, [new]))
    assert changed.outputs(MORNING + HOUR) == {"visits", "posts"}


def test_long_journals_are_read_to_the_time(project: Project, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rbb_editor.project.changed.PAGE", 3)
    clock.now = MORNING + 4 * HOUR
    for at in range(10):
        project.do(outputs.set_completed(project.report, "issue", "issue1", str(at + 2)))
    assert Changed(project).outputs(MORNING) == {"letters", "visits", "issue"}
    assert Changed(project).outputs(MORNING + 3 * HOUR) == {"issue"}
