"""Which rows of the table are sized and drawn again after what: never more than has changed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter

from rbb_editor.gui.look.painting import fill

if TYPE_CHECKING:
    from rbb_editor.gui.table.view import TableView

Index = QModelIndex | QPersistentModelIndex
MOST_ROWS = 50
"""Changed rows that are looked at one by one; of more, all heights are found again."""


class Redraw:
    """The sizing and drawing again of one table."""

    def __init__(self, view: "TableView") -> None:
        self._view = view

    def rows(self, *rows: int) -> None:
        """Draws again the outputs that rows belong to, and nothing else."""
        view, model = self._view, self._view.table_model
        for at in rows:
            if 0 <= at < len(model.rows):
                row = model.row(at)
                top, last = view.rowViewportPosition(at - row.place), at - row.place + row.span - 1
                height = view.rowViewportPosition(last) + view.rowHeight(last) - top
                view.viewport().update(0, top, view.viewport().width(), height)

    def bare(self, rect: QRect) -> None:
        """Paints what of a part of the viewport no cell covers: nobody else does, see `behave`."""
        view = self._view
        rows, columns = view.verticalHeader(), view.horizontalHeader()
        if rows.length() - rows.offset() <= rect.bottom() or columns.length() < view.viewport().width():
            with QPainter(view.viewport()) as painter:
                fill(painter, rect, view.theme.colour("surface"))

    def row_changed(self, at: int) -> None:
        """Sizes a row again, and the editor over it."""
        view = self._view
        if at >= 0 and not view.standing.moving and at < len(view.table_model.rows):
            view.heights.forget_row(at)
            view.heights.settle(at)
            view.updateEditorGeometries()
            self.rows(at)

    def current_changed(self, current: Index, previous: Index) -> None:
        """The question for a missing reason comes with the row that is current, and goes with it."""
        for index in (previous, current):
            if index.isValid():
                self._view.heights.forget_row(index.row())
        self.settle(current)
        self.rows(previous.row(), current.row())

    def data_changed(self, first: int, last: int) -> None:
        """Rows say something else."""
        heights = self._view.heights
        if last - first > MOST_ROWS:
            heights.forget()
        else:
            for at in range(first, last + 1):
                heights.forget_row(at)
        self.settle(self._view.currentIndex())

    def columns_changed(self) -> None:
        """The columns have other widths: the rows in view get other heights."""
        self._view.heights.forget()
        self.settle(self._view.currentIndex())
        self._view.viewport().update()

    def settle(self, keep: Index) -> None:
        """Sizes the rows in view; the row of `keep`, where it is in view, stays where it is."""
        self._view.heights.settle(keep.row() if self._in_view(keep) else None)

    def is_whole(self, index: Index, room: int) -> bool:
        """Whether all of a row is seen in a viewport of the height `room`."""
        if not index.isValid():
            return False
        top = self._view.rowViewportPosition(index.row())
        return top >= 0 and top + self._view.rowHeight(index.row()) <= room

    def _in_view(self, index: Index) -> bool:
        if not index.isValid():
            return False
        top = self._view.rowViewportPosition(index.row())
        return -self._view.rowHeight(index.row()) < top < self._view.viewport().height()
