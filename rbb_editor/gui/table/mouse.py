"""What a press of the mouse does in the table beyond making a cell current."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent

from rbb_editor.gui.table import texts
from rbb_editor.gui.table.columns import COLUMNS, REMARKS_COLUMN, Field
from rbb_editor.gui.table.keys import NOTED
from rbb_editor.gui.table.moves import Spot

if TYPE_CHECKING:
    from rbb_editor.gui.table.view import TableView


def handle_press(view: "TableView", event: QMouseEvent) -> bool:
    """Acts on heading rows, chips, the answer field and the parts of a remarks cell; whether that was all."""
    index = view.indexAt(event.position().toPoint())
    if not index.isValid() or event.button() is not Qt.MouseButton.LeftButton:
        return False
    row = view.table_model.row(index.row())
    if row.component is None:
        if view.commit_pending():
            view.scope_wanted.emit(row.id)
        return True
    if COLUMNS[index.column()].field is Field.NUMBER:
        if view.commit_pending():
            view.setFocus()
            view.dragging.press(index.row(), event)
        return True
    return index.column() == REMARKS_COLUMN and _press_remarks(view, index, event.position())


def handle_double_click(view: "TableView", event: QMouseEvent) -> bool:
    """Leads to the findings or comments of a row, or says why nothing can be edited; whether that was all."""
    index = view.indexAt(event.position().toPoint())
    if not index.isValid() or view.table_model.row(index.row()).component is None:
        return False
    field = COLUMNS[index.column()].field
    if field in NOTED:
        view.notes_wanted.emit(str(field))
    elif view.table_model.source.read_only:
        view.said.emit(texts.READ_ONLY)
    else:
        return False
    return True


def _press_remarks(view: "TableView", index: QModelIndex, point: QPointF) -> bool:
    at, cell = index.row(), view.visualRect(index)
    chip = view.cells.chip_at(at, cell, point)
    if chip is not None:
        if chip[0] is None:
            view.editing.answering.offer_causes()
        else:
            view.editing.answering.use_cause(chip[0])
        return True
    answer = view.cells.shape(at, Field.REMARKS).answer
    changed = view.standing.set_part(view.cells.part_at(at, cell, point))
    if answer is not None and view.painter.place(cell, answer).contains(point):
        view.setFocus()
        return view.edit_field(Field.EXPLANATION)
    if changed and index == view.currentIndex():
        view.redraw.row_changed(at)
        view.current_changed.emit(view.current())
    return False


def menu_place(view: "TableView", event: QContextMenuEvent) -> QPoint | None:
    """Where the commands on rows are asked for: those under the mouse, which become current where they were not.

    None where there are none.
    """
    index = view.indexAt(event.pos())
    if event.reason() is not QContextMenuEvent.Reason.Mouse:
        return view.viewport().mapToGlobal(view.visualRect(view.currentIndex()).center())
    if not index.isValid() or view.table_model.row(index.row()).component is None:
        return None
    if index.row() not in view.selection.rows():
        view.standing.go(Spot(index.row(), view.standing.field_of(index)))
    return event.globalPos()
