"""Draws the table into pictures, to be looked at beside the design: `python tests/gui/look.py FOLDER [REPORT]`.

Set QT_SCALE_FACTOR=2 for the sharp ones. Not a test: run by hand.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from rbb_editor import resources
from rbb_editor.domain.change import Change
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.table.annotations import missing_reason
from rbb_editor.gui.table.columns import Field
from rbb_editor.gui.table.view import TableView
from rbb_editor.i18n import Translator
from rbb_editor.project import Pending
from rbb_editor.project.transfer import read_file
from rbb_editor.rules.checker import Checker


class Open:
    """A report without a file."""

    read_only = False

    def __init__(self, report: Report) -> None:
        self.report = report
        self.language = resources.language(report.info.language)
        self.reader = Reader(self.language)
        self.checker = Checker(report, self.reader, self.language)
        self.checker.run()

    def do(self, change: Change | Pending | None) -> Change | None:
        """Applies a change."""
        assert not isinstance(change, Pending)
        if change is not None:
            self.report.apply(change)
            self.checker.update(change)
        return change


def main(folder: Path, report: Path | None) -> None:
    """Writes the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    app.setFont(QFont("Inter"))
    theme = Theme(app, dark=False)
    sources = (
        [(report.stem, report)]
        if report
        else [(c, resources.sample(c)) for c in ("en", "zh", "ar") if resources.sample(c).is_file()]
    )
    for name, path in sources:
        book = Open(read_file(path).report)
        first = next(node for node in book.report.walk() if getattr(node, "level", None) == "accomplishment")
        for dark in (False, True):
            theme.force(dark)
            view = TableView(book, Translator(), theme)
            view.resize(QSize(840, 660))
            view.show()
            view.set_scope(first.id)
            view.setFocus()
            for step, act in enumerate(STEPS):
                act(view)
                app.processEvents()
                view.grab().save(str(folder / f"{name}-{'dark' if dark else 'light'}-{step}.png"))
            view.close()


def _ask(view: TableView) -> None:
    model = view.table_model
    for at, row in enumerate(model.rows.rows):
        if row.component and missing_reason(model, at):
            view.show_cell(row.id, row.component, "explanation")
            return


STEPS = (
    lambda view: None,
    _ask,
    lambda view: view.edit_field(Field.EXPLANATION),
    lambda view: (
        view.commit_pending(),
        view.standing.go(view.standing.moves().by_rows(view.standing.spot(), 1)),
        view.edit_field(Field.REMARKS),
    ),
    lambda view: (view.commit_pending(), view.edit_field(Field.COMPLETED)),
    lambda view: (view.commit_pending(), view.set_scope(None)),
)

if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
