"""Steps that touch thousands of rows in the window on 10,000 outputs: the longest single event of each.

What is written on another thread is no such event: how long it hears no cancel is told at the end.
"""

from collections.abc import Callable
from pathlib import Path
from time import thread_time
from typing import TypeVar

from PySide6.QtWidgets import QApplication

from rbb_editor.domain.text import Text
from rbb_editor.edits import front
from rbb_editor.edits import sections as sections_edits
from rbb_editor.edits.replacing import Replacement, replace_hits
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.merge.delegate import Act
from rbb_editor.gui.merge.window import MergeReview
from rbb_editor.gui.replace.opening import replacing_of
from rbb_editor.gui.row_editing import RowEditing
from rbb_editor.progress import Progress
from rbb_editor.project import Project
from rbb_editor.project.search import Query, find
from tests.bench.large_window import large_window, longest
from tests.bench.measure import tell

T = TypeVar("T")
MANY, REVIEWED, HITS = 5_000, 2_000, 10_000
STEP = 0.5
"""Seconds that one event may hold the window without progress and a way to stop it."""
SILENCE = 0.25
"""Seconds of work after which a cancel must have been heard; the verifying of a backup takes longest."""


def main() -> None:
    """Prints the lines, in time of the window's thread."""
    with large_window() as (window, folder):
        silences = listen(window)
        sections(window)
        rows(window)
        languages(window)
        replacing(window)
        reviewing(window, folder / "returned.rbb")
        tell("longest silence of a change on its way", max(silences), SILENCE, "s")


def listen(window: MainWindow) -> list[float]:
    """Takes note from now on of the time, of its own thread, between two reports of progress of large changes."""
    project = window.project
    assert project is not None
    wait, silences = project.wait, [0.0]

    def noting(work: Callable[[Progress], T], text: Text) -> T:
        def noted(progress: Progress) -> T:
            last = thread_time()

            def heard(done: int, total: int) -> None:
                nonlocal last
                silences.append(thread_time() - last)
                last = thread_time()
                progress(done, total)

            return work(heard)

        return wait(noted, text)

    project.wait = noting
    return silences


def told(what: str, seconds: float) -> None:
    """One line."""
    tell(f"{what}, longest event", seconds, STEP, "s")


def sections(window: MainWindow) -> None:
    """Another scope; the largest department deleted, back, deleted again."""
    project, place = window.project, window.workspace
    assert project is not None
    assert place is not None
    report = project.report
    largest = max(report.sections(), key=lambda each: sum(1 for _ in report.outputs(each.id)))
    told("the whole report as scope", longest(window.commands.show_report, idle))
    told("a department as scope", longest(lambda: place.choose_node(largest.id), idle))
    told("that department deleted", longest(window.section_editing.delete_section, idle))
    told("undone", longest(window.undo, idle))
    told("deleted again", longest(window.redo, idle))
    window.undo()
    every = sections_edits.delete(report, [section.id for section in report.sections()])
    assert every is not None
    told("all departments deleted", longest(lambda: window.do(every), idle))
    told("undone", longest(window.undo, idle))
    checker = project.checker
    told("what was touched checked again", longest(lambda: None, lambda: checker.complete))


def rows(window: MainWindow) -> None:
    """The same remark for many figures."""
    assert window.project is not None
    report = window.project.report
    chosen = [(output.id, each.id) for output in report.outputs() for each in output.components][:MANY]
    editing = RowEditing(window)
    told(f"{MANY:,} remarks set", longest(lambda: editing._set_all(chosen, "remarks", "Held as planned."), idle))
    told("undone", longest(window.undo, idle))


def languages(window: MainWindow) -> None:
    """Another document language while a filter asks for what depends on it."""
    assert window.project is not None
    assert window.workspace is not None
    header = window.workspace.centre.header
    window.commands.show_report()
    header.choose("shortfall")
    change = front.set_info(window.project.report, language="ar")
    assert change is not None
    told("another document language", longest(lambda: window.do(change), idle))
    told("undone", longest(window.undo, idle))
    checker = window.project.checker
    told("all of it checked again", longest(lambda: None, lambda: checker.complete))
    header.clear()


def replacing(window: MainWindow) -> None:
    """Some ten thousand places found and replaced."""
    assert window.project is not None
    assert window.workspace is not None
    report = window.project.report
    words = min(("report", "s ", "meeting", "ed", "ing"), key=lambda each: abs(len(find(report, Query(each))) - HITS))
    view = replacing_of(window).view
    opened = longest(lambda: replacing_of(window).look_for("-"), idle)
    view.fields.options["whole_word"].setChecked(False)
    found = longest(lambda: view.fields.wanted.setText(words), lambda: not view.searching.running)
    count = len(find(report, Query(words)))
    told(f"{count:,} places found", max(opened, found))
    view.fields.replace.setText("XY")
    told("replaced", longest(view._replace_all, idle))
    told("undone", longest(window.undo, idle))
    for words in ("s", "e"):
        longest(lambda: view.fields.wanted.setText(words), lambda: not view.searching.running)  # noqa: B023
        count = len(find(report, Query(words)))
        told(f"{count:,} places replaced", longest(view._replace_all, idle))
        told("undone", longest(window.undo, idle))
    window.workspace.uncover()


def reviewing(window: MainWindow, path: Path) -> None:
    """A returned file with many changes: opened, one decided, all decided."""
    assert window.project is not None
    window.project.save_copy(path)
    with Project.open(path, author="Other") as other:
        first = {hit.place.target: hit for hit in find(other.report, Query("e"))}
        other.do(replace_hits(other.report, list(first.values())[:REVIEWED], Replacement("Q"), planned=True))

    def review() -> MergeReview | None:
        return next((each for each in window.findChildren(MergeReview) if each.isVisible()), None)

    told(
        f"a review of {REVIEWED:,} changes opened", longest(lambda: window.merging.begin(path), lambda: bool(review()))
    )
    made = review()
    assert made is not None
    told("one decided", longest(lambda: made.view.do(Act.TAKE, made.model.rows[5]), idle))
    made.reject()


def idle() -> bool:
    """After one turn of the events."""
    QApplication.processEvents()
    return True


if __name__ == "__main__":
    main()
