"""Column widths: fixed marks, figures as wide as they need, the planned text a share, the remarks what is left."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView

from rbb_editor.gui.table.columns import COLUMNS, Field, column_of
from rbb_editor.gui.table.metrics import PAD_X

if TYPE_CHECKING:
    from rbb_editor.gui.table.view import TableView

FIGURES = (column_of(Field.PLANNED), column_of(Field.COMPLETED))
ADJUSTABLE = (column_of(Field.PLANNED_TEXT), column_of(Field.PLANNED), column_of(Field.COMPLETED))
LEAST = 48
LEAST_TEXT = 170


class Widths(QObject):
    """Fits the columns into the view; a width that the user drags stays: as a share of the table, or in pixels."""

    def __init__(self, view: "TableView") -> None:
        super().__init__(view)
        self._view = view
        self._wanted = [column.width for column in COLUMNS]
        self._fitting = False
        view.horizontalHeader().sectionResized.connect(self._dragged)

    def fit(self) -> None:
        """Gives every column its width in the present view."""
        view = self._view
        header = view.horizontalHeader()
        if header.count() != len(COLUMNS):
            return
        header.setStretchLastSection(False)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(20)
        total = view.viewport().width()
        widths = [round(w * total) if w < 1 else round(w * view.dress.zoom) for w in self._wanted]
        for at in FIGURES:
            widths[at] = max(widths[at], self._head_width(at))
        rest = column_of(Field.REMARKS)
        text = column_of(Field.PLANNED_TEXT)
        widths[rest] = 0
        short = LEAST_TEXT * view.dress.zoom - (total - sum(widths))
        if short > 0:  # the remarks take room from the planned text before the table scrolls sideways
            widths[text] = max(round(LEAST_TEXT * view.dress.zoom * 0.8), round(widths[text] - short))
        widths[rest] = max(round(LEAST_TEXT * view.dress.zoom), total - sum(widths))
        self._fitting = True
        changed = False
        for at, width in enumerate(widths):
            mode = QHeaderView.ResizeMode.Interactive if at in ADJUSTABLE else QHeaderView.ResizeMode.Fixed
            if header.sectionResizeMode(at) is not mode:
                header.setSectionResizeMode(at, mode)
            if header.sectionSize(at) != width:
                header.resizeSection(at, width)
                changed = True
        self._fitting = False
        if changed:
            view.redraw.columns_changed()

    def _head_width(self, at: int) -> int:
        """Room for the head of a column in the language of the interface."""
        metrics = QFontMetrics(self._view.painter.setter.metrics.head.font)
        return metrics.horizontalAdvance(self._view.say(COLUMNS[at].title)) + round(2 * PAD_X * self._view.dress.zoom)

    def saved(self) -> list[float]:
        """The widths to be kept for the next start."""
        return list(self._wanted)

    def restore(self, widths: list[float]) -> None:
        """Takes widths that `saved` gave; anything else is passed over."""
        if len(widths) == len(COLUMNS) and all(isinstance(width, (int, float)) for width in widths):
            self._wanted = [float(w) if at in ADJUSTABLE else COLUMNS[at].width for at, w in enumerate(widths)]
            self.fit()

    def _dragged(self, at: int, _: int, width: int) -> None:
        if self._fitting or at not in ADJUSTABLE:
            return
        total = max(1, self._view.viewport().width())
        least = LEAST / total
        share = COLUMNS[at].width < 1
        self._wanted[at] = max(least, min(0.6, width / total)) if share else max(LEAST, width / self._view.dress.zoom)
        self.fit()
