"""The outline on 10,000 outputs: what an edit, a new row, a moved section and the filter cost it."""

import gc
import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTreeView, QWidget

from rbb_editor.domain.entities import Level
from rbb_editor.edits import copying, outputs, sections
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.tree.model import OutlineModel
from rbb_editor.gui.tree.pane import OutlinePane
from rbb_editor.i18n import Translator
from rbb_editor.project import Happened, Project
from rbb_editor.project.sample import make_sample
from tests.bench.measure import tell

OUTPUTS = 10_000
RUNS = 60
LIMIT = 5
"""Milliseconds."""


def main() -> None:
    """Prints the lines."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    gc.disable()  # as in the window, which collects between two events
    with TemporaryDirectory() as folder:
        path = Path(folder) / "large.rbb"
        with Project.create(path, make_sample(OUTPUTS, "zh"), author="Bench") as project:
            project.checker.run()
            holder = OutlineModel(project, Translator())
            pane = OutlinePane(holder, project, Translator(), Theme(app, dark=False), None)  # type: ignore[arg-type]
            pane.resize(264, 900)
            pane.show()
            pane.view.expandRecursively(holder.index_of(project.report.sections()[0].id))  # as it is while one drafts
            pane.view.toggle_counts()
            app.processEvents()
            edits(project, pane)
            filtering(pane)
            painting(pane)
            all_open(project, pane)
            pane.close()


def edits(project: Project, pane: OutlinePane) -> None:
    """From the report's message to the outline laid out again; the processor alone, a busy machine adds nothing."""
    report = project.report
    output = next(iter(report.outputs()))
    accomplishment = output.parent
    turns = iter(range(10_000))

    def figure() -> None:
        project.do(outputs.set_completed(report, output.id, output.components[0].id, str(next(turns))))

    def add() -> None:
        project.do(outputs.add_output(report, accomplishment, output.id, "1 more"))

    def add_section() -> None:
        office = report.path(output.id)[-2].id
        project.do(sections.add_section(report, Level.ACCOMPLISHMENT, office, accomplishment))

    for words, act, runs in (
        ("a figure was typed", figure, RUNS),
        ("an output was added", add, RUNS),
        ("a department was moved", lambda: turn(project), RUNS // 2),
        ("an accomplishment was added", add_section, RUNS // 2),
    ):
        tell(f"the outline after {words}, p95", at_95(followed(project, pane, act, runs)), LIMIT, "ms")
    copied(project, pane, "the outline after a department was")


def copied(project: Project, pane: OutlinePane, words: str) -> float:
    """A department with all it holds comes, goes and comes back; the slowest of the three."""
    report = project.report
    department = report.sections()[0].id
    came, went, back = [], [], []
    for _ in range(RUNS // 3):
        came += followed(project, pane, lambda: project.do(copying.duplicate(report, department)))
        went += followed(project, pane, lambda: project.do(sections.delete(report, [report.sections()[1].id])))
        back += followed(project, pane, project.undo)
        went += followed(project, pane, project.undo)
    for what, times in (("duplicated", came), ("deleted", went), ("brought back", back)):
        tell(f"{words} {what}, p95", at_95(times), LIMIT, "ms")
    return at_95(came + went + back)


def all_open(project: Project, pane: OutlinePane) -> None:
    """The same with all nodes open, also told against what Qt alone takes to move a department of as many items."""
    report = project.report
    one, other = (section.id for section in report.sections()[:2])
    office = next(each.id for each in report.sections(one) if each.level is Level.OFFICE)

    def elsewhere() -> None:
        project.do(sections.move(report, office, other if report.section(office).parent == one else one, None))

    pane.view.expandAll()
    moved = at_95(followed(project, pane, lambda: turn(project), RUNS // 2))
    tell("all open: after a department was moved, p95", moved, LIMIT, "ms")
    away = at_95(followed(project, pane, elsewhere, RUNS // 2))
    tell("all open: after an office went to another department, p95", away, LIMIT, "ms")
    worst = max(moved, away, copied(project, pane, "all open: after a department was"))
    tell("all open: the slowest of these against Qt alone", worst / bare(project), 1)


def bare(project: Project) -> float:
    """Milliseconds that Qt's own tree takes to move a department, no line of Python in it: its items and delegate."""

    def item(id: str | None, title: str) -> QStandardItem:
        made = QStandardItem(title)
        if each := [item(section.id, section.title) for section in project.report.sections(id)]:
            made.appendRows(each)
        return made

    model = QStandardItemModel()
    model.appendRow(item(None, ""))
    view = QTreeView()
    view.setModel(model)
    view.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
    view.resize(264, 900)
    view.show()
    view.expandAll()
    QApplication.processEvents()
    times = []
    for _ in range(RUNS // 2):
        start = process_time()
        model.item(0).insertRow(0, model.item(0).takeRow(1))
        view.executeDelayedItemsLayout()
        times.append((process_time() - start) * 1000)
    return at_95(times)


def turn(project: Project) -> None:
    """The second department goes before the first."""
    project.do(sections.move(project.report, project.report.sections()[1].id, None, None))


def followed(project: Project, pane: OutlinePane, act: Callable[[], object], runs: int = 1) -> list[float]:
    """The milliseconds that model and view take to follow an edit and lay out what it moved."""
    spent: list[float] = []

    def follow(happened: Happened) -> None:
        start = process_time()
        pane.view.outline.update(happened)
        pane.view.executeDelayedItemsLayout()
        spent.append((process_time() - start) * 1000)

    end = project.subscribe(follow)
    for _ in range(runs):
        painted(pane)
        act()
    end()
    return spent


def painted(widget: QWidget) -> None:
    """Paints what waits for it, without waiting for the screen."""
    QApplication.processEvents()
    QApplication.sendEvent(widget.window(), QEvent(QEvent.Type.UpdateRequest))


def painting(pane: OutlinePane) -> None:
    """All rows in sight, as after an edit that moved them."""
    times = []
    for _ in range(RUNS):
        pane.view.viewport().update()
        start = process_time()
        painted(pane)
        times.append((process_time() - start) * 1000)
    tell("all of the outline that is in sight painted, p95", at_95(times), 16, "ms")


def filtering(pane: OutlinePane) -> None:
    """From a key in the filter to the outline drawn again."""
    times = []
    for text in ("部", "部门", "部", "") * 5:
        start = process_time()
        pane.field.setText(text)
        pane.view.viewport().repaint()
        times.append((process_time() - start) * 1000)
    tell("a key in the filter of the outline, p95", at_95(times), 100, "ms")


def at_95(times: list[float]) -> float:
    """The time that 95 of 100 calls keep."""
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]


if __name__ == "__main__":
    main()
