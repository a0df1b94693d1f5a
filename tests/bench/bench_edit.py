"""Editing in the window on 10,000 outputs: one edit to disk and screen, opening the whole report, scrolling."""

import gc
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.table.columns import Field
from rbb_editor.gui.table.moves import Spot
from rbb_editor.gui.table.rows import Filter, Rows
from rbb_editor.gui.table.view import TableView
from rbb_editor.i18n import Translator
from rbb_editor.project import Project
from rbb_editor.project.sample import make_sample
from tests.bench.measure import seconds, tell

OUTPUTS = 10_000
EDITS = 400


def main() -> None:
    """Prints the lines."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "large.rbb"
        with Project.create(path, make_sample(OUTPUTS, "zh"), author="Bench") as project:
            project.checker.run()
            rows(project)
            view = TableView(project, Translator(), Theme(app, dark=False))
            project.subscribe(lambda happened: view.refresh(happened.ids()))
            view.resize(900, 800)
            view.show()
            app.processEvents()
            opening(view)
            scrolling(view)
            editing(app, view, Path(folder))
            view.close()


def rows(project: Project) -> None:
    """Which rows a scope and a filter show."""
    parts = project.report, project.reader, project.checker
    tell("rows of the whole report", seconds(lambda: Rows.of(*parts, None)) * 1000, 50, "ms")
    missing = Filter(reason_missing=True)
    tell("rows without a reason", seconds(lambda: Rows.of(*parts, None, missing)) * 1000, 100, "ms")


def opening(view: TableView) -> None:
    """From choosing the whole report to its first rows on the screen."""

    def open_all() -> None:
        view.set_scope(None)
        view.viewport().repaint()

    tell("opening the whole report as one table", seconds(open_all), 0.3, "s")


def scrolling(view: TableView) -> None:
    """Steps of a wheel, rows coming into view for the first time."""
    bar = view.verticalScrollBar()

    def step() -> None:
        bar.setValue(bar.value() + 120)
        view.viewport().repaint()

    times = timed(step, 300)
    tell("a step of the wheel, median (60 frames a second: 16.7)", times[len(times) // 2], 16.7, "ms")
    tell("a step of the wheel, p99", at_99(times), 50, "ms")


def editing(app: QApplication, view: TableView, folder: Path) -> None:
    """From the end of typing to durable on disk and repainted, beside a bare commit of SQLite on the same disk."""
    gc.collect()
    project_rows = view.table_model.rows
    times: list[float] = []
    worked: list[float] = []
    for at in range(EDITS):
        row = project_rows.find(project_rows.rows[(at * 37) % len(project_rows)].id)
        spot = view.standing.moves().by_rows(Spot(0, Field.COMPLETED), row or 0)
        view.standing.go(spot)
        view.edit_field(Field.COMPLETED)
        app.processEvents()
        now = view.editing.now
        assert now is not None
        now.editor.setText(str(at + 3))
        app.processEvents()
        start, work = perf_counter(), process_time()
        assert view.commit_pending()
        app.processEvents()
        times.append((perf_counter() - start) * 1000)
        worked.append((process_time() - work) * 1000)
    times.sort()
    bare = bare_commits(folder)
    tell("one edit to disk and screen, median", times[len(times) // 2], 20, "ms")
    tell("one edit to disk and screen, p99", at_99(times), 20, "ms", f"bare SQLite commit p99 {at_99(bare):.1f} ms")
    tell("one edit, processor alone (a busy machine adds nothing), p99", at_99(sorted(worked)), 20, "ms")
    tell("one edit, median, in bare SQLite commits", times[len(times) // 2] / bare[len(bare) // 2], 15)


def bare_commits(folder: Path) -> list[float]:
    """What the disk alone takes for one durable commit, in sorted milliseconds."""
    with sqlite3.connect(folder / "bare.db", isolation_level=None) as base:
        base.execute("PRAGMA journal_mode=DELETE")
        base.execute("PRAGMA synchronous=EXTRA")
        base.execute("CREATE TABLE edit (text)")
        times = timed(lambda: base.execute("INSERT INTO edit VALUES ('x')"), EDITS)
    base.close()
    return times


def timed(work: Callable[[], object], runs: int) -> list[float]:
    """The times of `runs` calls, in sorted milliseconds."""
    times = []
    for _ in range(runs):
        start = perf_counter()
        work()
        times.append((perf_counter() - start) * 1000)
    return sorted(times)


def at_99(times: list[float]) -> float:
    """The time that 99 of 100 calls keep."""
    return times[int(len(times) * 0.99)]


if __name__ == "__main__":
    main()
