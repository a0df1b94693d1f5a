"""Where an open editor lies: over its cell, its text where the cell's text is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from rbb_editor.gui.table.columns import Field
from rbb_editor.gui.table.editors.figure import FigureEdit
from rbb_editor.gui.table.metrics import PAD_X, PAD_Y

if TYPE_CHECKING:
    from rbb_editor.gui.table.editing import Open
    from rbb_editor.gui.table.view import TableView

LEAST_FIGURE_WIDTH = 148


def box_of(view: "TableView", now: "Open") -> QRectF | None:
    """The place of an editor in the viewport, as high as it wants to be; None where its cell is not shown."""
    index = view.table_model.place(now.output, now.component, now.field)
    if not index.isValid():
        return None
    rect, metrics = view.visualRect(index), view.painter.setter.metrics
    aside, above = metrics.px(PAD_X), metrics.px(PAD_Y)
    if isinstance(now.editor, FigureEdit):
        wanted = now.editor.wanted_height(round(above))
        if now.field is Field.LABEL:
            shape = view.cells.shape(index.row(), Field.REMARKS)
            part = shape.parts.get(Field.LABEL) or shape.pieces[0].box
            box = view.painter.place(rect, part.adjusted(-aside, -above, aside, 0))
            box.setHeight(wanted)
            return box
        box = QRectF(rect)
        wide = max(box.width(), metrics.px(LEAST_FIGURE_WIDTH), now.editor.wanted_width())
        grows_left = (now.field is Field.PLANNED) != now.editor.isRightToLeft()
        left = box.right() - wide if grows_left else box.left()
        return QRectF(left, box.top(), wide, max(rect.height() - 1, wanted))
    shape = view.cells.shape(index.row(), now.field if now.field is Field.PLANNED_TEXT else Field.REMARKS)
    if now.answer and shape.answer is not None:
        return view.painter.place(rect, shape.answer)
    part = shape.parts.get(now.field) or shape.pieces[0].box
    box = view.painter.place(rect, part.adjusted(-aside, -aside, aside, aside))
    box.setHeight(max(now.editor.wanted_height(), rect.bottom() - box.top() - 1))
    return box
