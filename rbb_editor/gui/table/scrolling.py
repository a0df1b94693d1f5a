"""Where rows and editors lie in the view: brought into sight, kept within it, spanned."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from rbb_editor.gui.table.columns import COLUMNS

if TYPE_CHECKING:
    from rbb_editor.gui.table.view import TableView


def bring_into_view(view: "TableView", at: int, *, centred: bool) -> None:
    """Scrolls to a row, so that it, and the wording that it shares with other figures, is seen whole where it fits."""
    bar = view.verticalScrollBar()
    for _ in range(2):
        top, height = view.rowViewportPosition(at), view.rowHeight(at)
        room = view.viewport().height()
        if centred:
            bar.setValue(bar.value() + top - max(0, (room - height) // 2))
        elif top < 0 or height > room:
            bar.setValue(bar.value() + top)
        elif top + height > room:
            bar.setValue(bar.value() + top + height - room)
        view.heights.settle(at)
    row = view.table_model.row(at)
    if row.span > 1 and not centred:
        first = at - row.place
        last = first + row.span - 1
        top, bottom = view.rowViewportPosition(first), view.rowViewportPosition(last) + view.rowHeight(last)
        room = view.viewport().height()
        if bottom - top <= room and (top < 0 or bottom > room):
            bar.setValue(bar.value() + (top if top < 0 else bottom - room))
            view.heights.settle(at)


def bring_sideways(view: "TableView", column: int) -> None:
    """Scrolls to a column where the table is wider than its place."""
    left, width = view.columnViewportPosition(column), view.columnWidth(column)
    beyond = left + width - view.viewport().width()
    step = left if left < 0 else min(left, beyond) if beyond > 0 else 0
    if step:
        bar = view.horizontalScrollBar()
        bar.setValue(bar.value() + (-step if view.isRightToLeft() else step))


def within(box: QRect, room: QRect, *, fits: bool) -> QRect:
    """The box of an editor, whole within the room; one that does not fit its row (`fits`) lies over the next."""
    if not fits:
        height = min(box.height(), room.height() - 8)
        top = max(min(box.top(), room.bottom() - height - 4), 4 if box.height() > height else box.top() - 10**6)
        box = QRect(box.left(), top if box.bottom() > room.bottom() else box.top(), box.width(), height)
    if box.right() > room.right():
        box.moveRight(room.right())
    if box.left() < room.left():
        box.moveLeft(room.left())
    return box


def span_rows(view: "TableView") -> None:
    """One cell for all figures of an output in the columns that say so; one for a whole heading row."""
    view.clearSpans()
    spanning = [at for at, column in enumerate(COLUMNS) if column.spans]
    for at, row in enumerate(view.table_model.rows.rows):
        if row.component is None:
            view.setSpan(at, 0, 1, len(COLUMNS))
        elif row.place == 0 and row.span > 1:
            for column in spanning:
                view.setSpan(at, column, row.span, 1)
