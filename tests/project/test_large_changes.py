"""Changes of many outputs: worked out on a copy, stopped at any moment or killed, they leave all or nothing."""

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from rbb_editor import store
from rbb_editor.domain.change import Change
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import Text
from rbb_editor.edits import several
from rbb_editor.errors import Stopped
from rbb_editor.progress import Cancelled, Progress, Waiting
from rbb_editor.project import Pending, Project
from rbb_editor.project.pending import AT_ONCE
from rbb_editor.project.sample import make_sample

T = TypeVar("T")
ROOT = Path(__file__).resolve().parents[2]
SAMPLE = make_sample(AT_ONCE + 50, "en")
WORDS = Text.of("Set remarks")


@pytest.fixture(autouse=True)
def _own_backups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "data"))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project.create(tmp_path / "report.rbb", SAMPLE.snapshot(), author="Drafter")


def all_remarks(text: str) -> Callable[[Report, Progress], Change | None]:
    def work(report: Report, _progress: Progress) -> Change | None:
        figures = [(output.id, each.id) for output in report.outputs() for each in output.components]
        return several.set_remarks_of(report, figures, text)

    return work


def set_all(project: Project, text: str) -> Change | None:
    return project.do(Pending(WORDS, AT_ONCE + 50, all_remarks(text)))


def stopping(after: int, steps: list[int]) -> Waiting:
    """Waits like someone who cancels after so many reports of progress; counts them in `steps`."""

    def wait(work: Callable[[Progress], T], text: Text) -> T:
        steps.clear()

        def progress(done: int, total: int) -> None:
            assert 0 <= done <= total
            steps.append(done)
            if len(steps) > after:
                raise Cancelled

        return work(progress)

    return wait


def in_the_file(project: Project) -> Report:
    with Project.open(project.path, author="Reader", read_only=True) as reading:
        return reading.report


def test_progress_goes_from_nothing_to_all_and_never_back(project: Project):
    steps: list[int] = []
    project.wait = stopping(10_000, steps)
    assert set_all(project, "Held as planned.") is not None
    assert len(steps) > 20
    assert steps == sorted(steps)
    assert steps[-1] == 1000


def test_stopped_at_any_moment_nothing_has_changed(project: Project):
    heard: list[object] = []
    project.subscribe(heard.append)
    steps: list[int] = []
    project.wait = stopping(10_000, steps)
    set_all(project, "Held as planned.")
    count = len(steps)
    assert count > 20
    project.undo()
    for after in range(0, count, 5):
        project.wait = stopping(after, [])
        with pytest.raises(Stopped, match="Stopped; nothing was changed"):
            set_all(project, "Held as planned.")
        assert project.report == SAMPLE
        assert project.can_undo is None
    assert len(heard) == 2
    assert in_the_file(project) == SAMPLE
    assert len(project.history()) == 3


def test_stopping_an_undo_leaves_what_was_done_to_be_undone(project: Project):
    set_all(project, "Held as planned.")
    done = project.report.snapshot()
    project.wait = stopping(5, [])
    with pytest.raises(Stopped):
        project.undo()
    assert project.report == done
    assert in_the_file(project) == done
    project.wait = stopping(10_000, [])
    project.undo()
    assert project.report == SAMPLE
    project.wait = stopping(5, [])
    with pytest.raises(Stopped):
        project.redo()
    assert project.report == SAMPLE
    project.wait = stopping(10_000, [])
    project.redo()
    assert project.report == done
    assert in_the_file(project) == done


def test_until_it_is_on_the_disk_the_report_is_as_it_was_and_takes_no_other_change(project: Project):
    seen: list[bool] = []

    def wait(work: Callable[[Progress], T], text: Text) -> T:
        assert text.in_english() == "Set remarks"

        def progress(_done: int, _total: int) -> None:
            seen.append(project.report == SAMPLE)
            with pytest.raises(RuntimeError):
                set_all(project, "Held twice.")

        return work(progress)

    project.wait = wait
    set_all(project, "Held as planned.")
    assert seen
    assert all(seen)
    assert not project.busy
    assert in_the_file(project) == project.report != SAMPLE


def test_what_touches_little_is_made_at_once(project: Project):
    project.wait = stopping(0, [])
    output = next(project.report.outputs())
    project.do(several.set_remarks_of(project.report, [(output.id, output.components[0].id)], "Held."))
    assert project.report.output(output.id).components[0].remarks == "Held."


def test_a_backup_before_it_holds_what_was_before_and_is_made_only_where_something_changes(
    project: Project, tmp_path: Path
):
    assert project.do(Pending(WORDS, 1000, lambda _report, _progress: None), backup="before all") is None
    assert not list((tmp_path / "data").rglob("*.rbb"))
    project.do(Pending(WORDS, 1000, all_remarks("Held as planned.")), backup="before all")
    (made,) = (tmp_path / "data").rglob("*before-all.rbb")
    with Project.open(made, author="Reader", read_only=True) as reading:
        assert reading.report == SAMPLE


def test_killed_at_any_moment_the_file_holds_all_of_a_change_or_none_of_it(project: Project):
    project.close()
    for tenths in range(1, 6):
        command = [sys.executable, "-m", "tests.project.killed", str(project.path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as editor:
            assert editor.stdout is not None
            assert editor.stdout.readline() == "ready\n", "the editor did not start"
            timer = threading.Timer(tenths * 0.07, editor.kill)
            timer.start()
            told = editor.stdout.read().split("\n")[:-1]
            editor.wait()
            timer.join()
        with store.open_file(project.path) as opened:
            opened.verify()
            report = opened.load()
        found = {each.remarks for output in report.outputs() for each in output.components}
        assert len(found) == 1 or (report == SAMPLE and not told)
        if told:
            assert int(found.pop()) >= int(told[-1]), "what was acknowledged is there"
