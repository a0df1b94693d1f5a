"""The outline on 10,000 outputs: what an edit, a new row, a moved section and the filter cost it."""

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from rbb_editor.domain.change import Change
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


def main() -> None:
    """Prints the lines."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
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
            edits(project, holder)
            filtering(pane)
            pane.view.expandAll()
            whole = followed(project, holder, lambda: turn(project), 6)
            tell("the outline after a department was moved, all open", whole[-1], 100, "ms")
            pane.close()


def edits(project: Project, model: OutlineModel) -> None:
    """From the report's message to the outline drawn again; the processor alone, a busy machine adds nothing.

    Moving a section lays all open nodes out anew: Qt knows no less.
    """
    report = project.report
    output = next(iter(report.outputs()))
    department = report.sections()[0]
    accomplishment = output.parent
    turns = iter(range(10_000))

    def figure() -> Change | None:
        return outputs.set_completed(report, output.id, output.components[0].id, str(next(turns)))

    def add() -> Change | None:
        return outputs.add_output(report, accomplishment, output.id, "1 more")

    def add_section() -> Change | None:
        return sections.add_section(report, Level.ACCOMPLISHMENT, report.path(output.id)[-2].id, accomplishment)

    for words, edit, runs, limit in (
        ("the outline after a figure was typed, p95", figure, RUNS, 5),
        ("the outline after an output was added, p95", add, RUNS, 5),
        ("the outline after a department was moved, p95", lambda: turn(project), RUNS // 2, 5),
        ("the outline after an accomplishment was added, p95", add_section, RUNS // 2, 5),
    ):
        tell(words, at_95(followed(project, model, edit, runs)), limit, "ms")
    whole = followed(project, model, lambda: copying.duplicate(report, department.id), 3)
    tell("the outline after a department was duplicated", whole[-1], 30, "ms")


def turn(project: Project) -> Change | None:
    """The second department goes before the first."""
    second = project.report.sections()[1]
    return sections.move(project.report, second.id, None, None)


def followed(project: Project, model: OutlineModel, edit: Callable[[], Change | None], runs: int) -> list[float]:
    """The times that model and view take to follow an edit and be painted, in sorted milliseconds."""
    spent: list[float] = []

    def follow(happened: Happened) -> None:
        start = process_time()
        model.update(happened)
        QApplication.processEvents()  # paints the rows that have changed, as in the window
        spent.append((process_time() - start) * 1000)

    end = project.subscribe(follow)
    for _ in range(runs):
        QApplication.processEvents()
        project.do(edit())
    end()
    return sorted(spent)


def filtering(pane: OutlinePane) -> None:
    """From a key in the filter to the outline drawn again."""
    times = []
    for text in ("部", "部门", "部", "") * 5:
        start = process_time()
        pane.field.setText(text)
        pane.view.viewport().repaint()
        times.append((process_time() - start) * 1000)
    tell("a key in the filter of the outline, p95", at_95(sorted(times)), 100, "ms")


def at_95(times: list[float]) -> float:
    """The time that 95 of 100 calls keep."""
    return times[min(len(times) - 1, int(len(times) * 0.95))]


if __name__ == "__main__":
    main()
