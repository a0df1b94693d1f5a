"""Where the user stands in the table, and what of the drawing depends on it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex

from rbb_editor.gui.table import texts
from rbb_editor.gui.table.columns import COLUMNS, Field, column_of
from rbb_editor.gui.table.moves import Moves, Spot
from rbb_editor.gui.table.painter import CellState
from rbb_editor.gui.table.rows import Rows
from rbb_editor.gui.table.shapes import AT_REST, RowState

if TYPE_CHECKING:
    from rbb_editor.gui.table.view import TableView

Index = QModelIndex | QPersistentModelIndex
PLAIN = CellState()
PARTS = (Field.REMARKS, Field.EXPLANATION, Field.LABEL)


class Current(Struct, frozen=True):
    """Where the user is: ids, not rows. `field` names a `columns.Field`."""

    output: str
    component: str
    field: str


class Standing:
    """The current row and field of one table. Qt knows the current cell; of the two fields in the remarks cell we do.

    While rows come and go (`moving`) there is no current place; afterwards the old one is found again by its ids.
    """

    def __init__(self, view: "TableView") -> None:
        self._view = view
        self._part = Field.REMARKS
        self._hovered = -1
        self._kept: tuple[Current, Rows, int] | None = None
        self._whole: list[str] = []
        self._painted: tuple[Spot | None, bool] | None = None
        self.moving = False
        self.many = False

    def moves(self) -> Moves:
        """The moves over the rows shown."""
        return Moves(self._view.table_model.rows, self._view.cells.parts)

    @contextmanager
    def painting(self) -> Iterator[None]:
        """While cells are painted the user stands still: the place is looked up once."""
        self._painted = (self.spot(), self._view.hasFocus() or self._view.open_editor is not None)
        try:
            yield
        finally:
            self._painted = None

    def spot(self) -> Spot | None:
        """The current row and field."""
        if self._painted is not None:
            return self._painted[0]
        index = self._view.currentIndex()
        if self.moving or not index.isValid() or self._view.table_model.row(index.row()).component is None:
            return None
        return Spot(index.row(), self.field_of(index))

    def current(self) -> Current | None:
        """The current place by ids."""
        spot = self.spot()
        if spot is None:
            return None
        row = self._view.table_model.row(spot.row)
        assert row.component is not None
        return Current(row.id, row.component, str(spot.field))

    def field_of(self, index: Index) -> Field:
        """The field of a cell: in the remarks column, the part that is current."""
        field = COLUMNS[index.column()].field
        return self._part if field is Field.REMARKS else field

    def go(self, spot: Spot) -> None:
        """Makes a spot current."""
        view = self._view
        part_changes = self.set_part(spot.field)
        index = view.table_model.index(spot.row, column_of(spot.field))
        same = index == view.currentIndex()
        # not the view's own setCurrentIndex: with Ctrl or Shift held (Ctrl+Z, Shift+F8) that extends the selection
        view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if same:
            if part_changes:
                view.currentChanged(index, index)
            view.scrollTo(index)

    def go_on(self, spot: Spot) -> None:
        """Makes the next spot to fill in current; where there is none, so that it is the current one still, says so."""
        if spot == self.spot():
            self._view.said.emit(texts.NO_FURTHER_ROW)
        self.go(spot)

    def stand(self, index: Index) -> None:
        """Makes a cell current and leaves what is selected as it is."""
        self._view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def set_part(self, field: Field) -> bool:
        """Makes a field the current part of remarks cells; whether it was not."""
        if field not in PARTS or field is self._part:
            return False
        self._part = field
        return True

    def hover(self, row: int) -> int:
        """The mouse is over a row (-1: over none); the row it was over."""
        before, self._hovered = self._hovered, row
        return before

    # while rows come and go

    def keep(self) -> None:
        """Remembers the current place before rows change."""
        if not self.moving:
            current = self.current()
            self._whole = self._view.selection.whole()
            if current is not None:  # else what was kept before nothing was shown
                self._kept = current, self._view.table_model.rows, self._view.currentIndex().row()
            self.moving = True

    def stay(self) -> None:
        """Makes the kept place current, or the nearest of those around it that is shown; else the first of the table.

        Where nothing is shown it is kept for the rows that come next.
        """
        view, moves = self._view, self.moves()
        self._hovered = -1
        first = moves.first()
        if first is None:
            view.setCurrentIndex(QModelIndex())
            view.current_changed.emit(None)
            return
        kept, self._kept = self._kept, None
        if kept is not None:
            current, rows, row = kept
            field = Field(current.field)
            index = view.table_model.place(current.output, current.component, field)
            if index.isValid():
                self.go(Spot(index.row(), field))
                view.selection.restore(self._whole)
                return
            if (near := self._near(rows, row)) is not None:
                self.go(moves.by_rows(Spot(0, field), near))
                return
        self.go(Spot(first, Field.COMPLETED))
        view.verticalScrollBar().setValue(0)

    def _near(self, rows: Rows, row: int) -> int | None:
        """Where the first row behind a former one is now, of those still shown; else the last one before it."""
        for each in (*rows.rows[row + 1 :], *reversed(rows.rows[:row])):
            if each.component is not None:
                index = self._view.table_model.place(each.id, each.component, Field.COMPLETED)
                if index.isValid():
                    return index.row()
        return None

    # for drawing

    def row_state(self, at: int) -> RowState:
        """What of a row depends on the user being in it."""
        spot = self.spot()
        if spot is None or spot.row != at:
            return AT_REST
        view = self._view
        return RowState(spot.field, view.editing.answer_height() if view.open_editor is not None else 0)

    def cell_state(self, at: int, field: Field) -> CellState:
        """How a cell stands out."""
        view, spot, column = self._view, self.spot(), column_of(field)
        selected = self.many and view.selectionModel().isSelected(view.table_model.index(at, column))
        hovered = self._hovered >= 0 and self._tints(self._hovered, at, field)
        if spot is None or (not selected and self._elsewhere(spot.row, at)):
            return PLAIN if not selected and not hovered else CellState(selected, hovered)
        chosen = selected or (not self.many and self._tints(spot.row, at, field, spot.field))
        now = view.open_editor
        here = at == spot.row and column_of(spot.field) == column
        focused = self._painted[1] if self._painted is not None else view.hasFocus() or now is not None
        frame = spot.field if here and focused else None
        return CellState(chosen, hovered, frame, now.field if now is not None and here else None)

    def _elsewhere(self, row: int, at: int) -> bool:
        rows = self._view.table_model.rows.rows
        return rows[row].id != rows[at].id

    def _tints(self, row: int, at: int, field: Field, current: Field | None = None) -> bool:
        """Whether a cell is tinted when `row` is: its own row, and the cells that span its output's rows."""
        rows = self._view.table_model.rows
        if row >= len(rows) or rows[row].id != rows[at].id:
            return False
        return row == at or COLUMNS[column_of(field)].spans or current in (Field.NUMBER, Field.PLANNED_TEXT)
