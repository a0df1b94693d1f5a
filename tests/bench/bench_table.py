"""The table on 10,000 outputs: frames while scrolling, keys while typing, opening, filtering, pasting, huge remarks.

In time of the processor: what else the machine does adds nothing.
"""

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from rbb_editor.domain.values import Outcome
from rbb_editor.edits import outputs
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.table.clip import from_tsv
from rbb_editor.gui.table.columns import Field
from rbb_editor.gui.table.moves import Spot
from rbb_editor.gui.table.rows import EVERYTHING, Filter
from rbb_editor.gui.table.view import TableView
from rbb_editor.i18n import Translator
from rbb_editor.project import Project
from rbb_editor.project.sample import make_sample
from rbb_editor.rules.rule import Severity
from tests.bench.measure import seconds, tell

OUTPUTS = 10_000
FRAME = 16.0
"""Milliseconds that one frame or key may take, 95 of 100 times."""
FILTERS = {
    "short": Filter(outcomes=frozenset({Outcome.SHORTFALL})),
    "short or exceeded without a reason": Filter(
        outcomes=frozenset({Outcome.SHORTFALL, Outcome.EXCEEDED}), reason_missing=True
    ),
    "must be corrected": Filter(severities=frozenset({Severity.ERROR})),
    "commented": Filter(commented=True),
    "a word": Filter(text="会议"),
    "everything again": EVERYTHING,
}


def main() -> None:
    """Prints the lines."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with (
        TemporaryDirectory() as folder,
        Project.create(Path(folder) / "large.rbb", make_sample(OUTPUTS, "zh"), author="Bench") as project,
    ):
        project.checker.run()
        view = TableView(project, Translator(), Theme(app, dark=False))
        project.subscribe(lambda happened: view.refresh(happened.ids()))
        view.resize(900, 800)
        view.show()
        view.activateWindow()
        view.setFocus()
        app.processEvents()
        opening(view)
        filtering(view)
        scrolling(app, view)
        typing(app, view)
        pasting(app, view)
        huge(app, view, project)
        view.close()


def opening(view: TableView) -> None:
    """From choosing the whole report to its first rows on the screen."""

    def open_all() -> None:
        view.set_scope(None)
        view.viewport().repaint()

    tell("opening the whole report as one table", seconds(open_all, clock=process_time), 0.3, "s")


def filtering(view: TableView) -> None:
    """From choosing a filter to its rows on the screen."""
    for name, chosen in FILTERS.items():

        def filtered(chosen: Filter = chosen) -> None:
            view.set_filter(chosen)
            view.viewport().repaint()

        tell(f"filtering: {name}", seconds(filtered, clock=process_time), 0.15, "s")


def scrolling(app: QApplication, view: TableView) -> None:
    """Steps of a wheel, pages and jumps, rows coming into view for the first time."""
    bar = view.verticalScrollBar()

    def by(pixels: int) -> Callable[[], None]:
        def step() -> None:
            bar.setValue((bar.value() + pixels) % bar.maximum())
            app.processEvents()

        return step

    tell("a step of the wheel, p95", at_95(by(120), 400), FRAME, "ms")
    tell("a page, p95", at_95(by(760), 100), 2 * FRAME, "ms")
    tell("a jump, p95", at_95(by(bar.maximum() // 37), 60), 4 * FRAME, "ms")

    def down() -> None:
        QTest.keyClick(view, Qt.Key.Key_Down)
        app.processEvents()

    view.standing.go(view.standing.moves().by_rows(view.standing.moves().settle(_first(view)), 200))
    tell("the arrow down, p95", at_95(down, 200), FRAME, "ms")


def typing(app: QApplication, view: TableView) -> None:
    """Keys in the editors of a figure, of remarks, and of a reason with what is offered below."""
    letters = iter("5" * 60 + "a word and " * 60)

    def key() -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, next(letters))
        app.processEvents()

    for name, field in (("a figure", Field.COMPLETED), ("remarks", Field.REMARKS), ("a reason", Field.EXPLANATION)):
        view.edit_field(field)
        app.processEvents()
        key()
        tell(f"a key in {name}, p95", at_95(key, 50), FRAME, "ms")
        view.editing.give_up()


def pasting(app: QApplication, view: TableView) -> None:
    """A thousand figures with remarks from a spreadsheet, with the writing to disk."""
    lines = "\n".join(f"{at}\t{at} were held. The lower output was due to demand." for at in range(1, 1001))
    table = view.clipboard

    def paste() -> None:
        made = table.planned(from_tsv(lines))
        table.take(made)
        app.processEvents()

    view.standing.go(view.standing.moves().by_rows(_first(view), 0))
    tell("pasting 1,000 rows of two cells", seconds(paste, runs=1, clock=process_time), 3.0, "s")


def huge(app: QApplication, view: TableView, project: Project) -> None:
    """Remarks that nobody writes, in a row on the screen."""
    spot = view.standing.spot()
    assert spot is not None
    row = view.table_model.row(spot.row)
    assert row.component is not None
    for size, limit in ((100_000, 0.1), (2_000_000, 0.5)):
        text = ("The meeting was held as planned. " * (size // 33 + 1))[:size]
        change = outputs.set_remarks(project.report, row.id, row.component, text)

        def show() -> None:
            project.do(change)  # noqa: B023
            app.processEvents()
            project.undo()
            app.processEvents()

        tell(
            f"a remark of {size:,} characters, written, shown, undone",
            seconds(show, runs=1, clock=process_time),
            limit,
            "s",
        )
        project.do(change)

        view.activateWindow()
        view.setFocus()

        def edit() -> None:
            view.edit_field(Field.REMARKS)
            app.processEvents()

        opened = seconds(edit, runs=1, clock=process_time)
        editor = QApplication.focusWidget()
        assert editor is not None
        pressed = at_95(key_in(app, editor), 10)
        alone, alone_pressed = bare(app, editor, text)
        tell("  its editor opened, against Qt's own", opened / alone, 1.5, detail=f"{opened:.3f} s")
        tell("  a key in it, p95, against Qt's own", pressed / alone_pressed, 1.25, detail=f"{pressed:.1f} ms")
        view.editing.give_up()
        project.undo()


def key_in(app: QApplication, editor: QWidget) -> Callable[[], None]:
    """A key, and what it moves painted."""

    def key() -> None:
        QTest.keyClicks(editor, "x")
        app.processEvents()

    return key


def bare(app: QApplication, like: QWidget, text: str) -> tuple[float, float]:
    """Qt's own editor with a text, as wide as ours: seconds until it is shown, milliseconds of a key in it (p95)."""
    editor = QTextEdit()
    editor.resize(like.size())
    editor.show()

    def begin() -> None:
        editor.setPlainText(text)
        editor.moveCursor(QTextCursor.MoveOperation.End)
        app.processEvents()

    opened = seconds(begin, runs=1, clock=process_time)
    pressed = at_95(key_in(app, editor), 10)
    editor.close()
    return opened, pressed


def at_95(work: Callable[[], object], runs: int) -> float:
    """The milliseconds that 95 of 100 calls keep."""
    times = []
    for _ in range(runs):
        start = process_time()
        work()
        times.append((process_time() - start) * 1000)
    return sorted(times)[int(runs * 0.95)]


def _first(view: TableView) -> Spot:
    """The first completed figure."""
    return Spot(view.standing.moves().first() or 0, Field.COMPLETED)


if __name__ == "__main__":
    main()
