"""Another language of a large document: all of it is read anew while the user waits, who can stop that."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import pytest

from rbb_editor.domain.entities import Output
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.text import Text
from rbb_editor.edits import front
from rbb_editor.errors import Stopped
from rbb_editor.progress import Cancelled, Progress
from rbb_editor.project import Project
from rbb_editor.project.pending import AT_ONCE
from rbb_editor.project.sample import make_sample

T = TypeVar("T")
LARGE = make_sample(AT_ONCE + 50, "en")


class Waits:
    """How a window waits. `told`: what for; `steps`: how often it heard of progress; `most`: before it is stopped."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.steps: list[int] = []
        self.most = 10_000
        self.waiting = False

    def __call__(self, work: Callable[[Progress], T], text: Text) -> T:
        self.told.append(text.in_english())
        self.steps.clear()
        self.waiting = True
        try:
            return work(self._heard)
        finally:
            self.waiting = False

    def _heard(self, done: int, _total: int) -> None:
        self.steps.append(done)
        if len(self.steps) > self.most:
            raise Cancelled


@pytest.fixture
def waits() -> Waits:
    return Waits()


@pytest.fixture
def project(tmp_path: Path, waits: Waits) -> Project:
    made = Project.create(tmp_path / "report.rbb", LARGE.snapshot(), author="Drafter")
    made.wait = waits
    return made


def turn(project: Project, language: str) -> None:
    project.do(front.set_info(project.report, language=language))


@pytest.fixture
def read_outside(waits: Waits, monkeypatch: pytest.MonkeyPatch) -> list[Output]:
    """The outputs that were read while nobody saw how far it is."""
    outside: list[Output] = []
    read = Reader._keep

    def noted(reader: Reader, outputs: Sequence[Output]) -> None:
        if not waits.waiting:
            outside.extend(outputs)
        read(reader, outputs)

    monkeypatch.setattr(Reader, "_keep", noted)
    return outside


def test_all_is_read_anew_while_the_user_waits_at_undo_and_redo_too(
    project: Project, waits: Waits, read_outside: list[Output]
):
    def figures() -> list[str]:
        return [str(figure.outcome) for output in project.report.outputs() for figure in project.reader.figures(output)]

    english = figures()
    read_outside.clear()
    for step in (lambda: turn(project, "ar"), project.undo, project.redo):
        step()
        assert project.language.code == project.report.info.language
        figures()
    assert not read_outside
    change = "Change the document language"
    assert waits.told == [change, f"Undoing: {change}", f"Making again: {change}"]
    assert len(waits.steps) > 5
    assert waits.steps == sorted(waits.steps)
    project.undo()
    assert figures() == english


def test_stopped_the_language_is_the_one_it_was(project: Project, waits: Waits):
    turn(project, "ar")
    count = len(waits.steps)
    project.undo()
    heard: list[object] = []
    project.subscribe(heard.append)
    reader = project.reader
    for waits.most in range(count):
        with pytest.raises(Stopped):
            turn(project, "ar")
        assert project.report == LARGE
        assert project.language.code == "en"
        assert project.reader is reader
    assert not heard
    waits.most = count
    turn(project, "ar")
    waits.most = 2
    with pytest.raises(Stopped):
        project.undo()
    assert project.language.code == "ar"


def test_a_small_report_is_turned_at_once(tmp_path: Path, waits: Waits):
    project = Project.create(tmp_path / "small.rbb", make_sample(20, "en"), author="Drafter")
    project.wait = waits
    turn(project, "ar")
    project.undo()
    assert not waits.told


def test_another_title_of_a_large_report_makes_nobody_wait(project: Project, waits: Waits):
    project.do(front.set_info(project.report, title="Another title"))
    assert not waits.told
