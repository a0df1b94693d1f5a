"""Rows dragged by their number: within the table, onto the outline, into another window, and what is let go here."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QDropEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication

from rbb_editor.gui.table.carried import from_json
from rbb_editor.gui.table.copying import copied
from rbb_editor.gui.transfer_types import OUTPUT_IDS, OUTPUTS, packed_ids, unpacked_ids

if TYPE_CHECKING:
    from rbb_editor.gui.table.view import TableView

EDGE = 28
"""Pixels at the upper and lower edge in which the table scrolls while something is dragged over it."""
DOT = 3
Run = Callable[[QDrag], object]


class Gap(Struct, frozen=True):
    """A place between outputs: behind `after` (None: as the first) of an accomplishment, drawn at height `y`."""

    parent: str
    after: str | None
    y: int


def run_drag(drag: QDrag) -> object:
    """Drags until the button is let go."""
    return drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)


class Dragging:
    """The dragging from and onto one table. `run`: what drags, in a test nothing that waits for a mouse.

    `report`: what rows dragged within one report are known by, the path of its file.
    """

    def __init__(self, view: "TableView", run: Run = run_drag, report: str = "") -> None:
        self._view = view
        self.run = run
        self.report = report
        self._pressed: QPoint | None = None
        self._alone: int | None = None
        self._gap: Gap | None = None

    # from here

    def press(self, at: int, event: QMouseEvent) -> None:
        """The number of row `at` was pressed: selects its output, or, where it is selected, waits for a drag."""
        modifiers, view = event.modifiers(), self._view
        self._pressed = event.position().toPoint()
        self._alone = None
        extend = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        add = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if not extend and not add and view.table_model.row(at).id in view.selection.whole():
            self._alone = at
        else:
            view.selection.choose(at, add=add, extend=extend)

    def move(self, event: QMouseEvent) -> bool:
        """Begins to drag the selected rows once the mouse is far enough; whether the movement was for that."""
        if self._pressed is None:
            return False
        far = (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if far and event.buttons() & Qt.MouseButton.LeftButton:
            self._pressed = self._alone = None
            data = self.mime_data()
            if data is not None:
                drag = QDrag(self._view)
                drag.setMimeData(data)
                self.run(drag)
        return True

    def release(self) -> bool:
        """The button was let go without a drag; whether the press had been on a number."""
        was, self._pressed = self._pressed is not None, None
        if self._alone is not None:
            self._view.selection.choose(self._alone)
            self._alone = None
        return was

    def mime_data(self) -> QMimeData | None:
        """What is dragged: the rows as they are copied, and which they are in this report."""
        view = self._view
        chosen = view.selection.whole()
        data = copied(view) if chosen else None
        if data is not None and not view.table_model.source.read_only:
            data.setData(OUTPUT_IDS, packed_ids(self.report, chosen))
        return data

    # onto here

    def over(self, event: QDropEvent) -> bool:
        """Shows where the dragged rows would come to lie; False where nothing of the kind is dragged."""
        view = self._view
        if view.table_model.source.read_only or not (
            event.mimeData().hasFormat(OUTPUT_IDS) or event.mimeData().hasFormat(OUTPUTS)
        ):
            return False
        self._scroll(event.position().toPoint().y())
        gap = self._gap_at(event.position().toPoint())
        if gap != self._gap:
            self._gap = gap
            view.viewport().update()
        if gap is not None:
            event.setDropAction(Qt.DropAction.MoveAction if self._own(event) else Qt.DropAction.CopyAction)
        return gap is not None

    def leave(self) -> None:
        """Nothing is dragged over the table any more."""
        self._gap = None
        self._view.viewport().update()

    def drop(self, event: QDropEvent) -> bool:
        """Moves rows of this report, adds those of another; False where they cannot lie there."""
        view, gap = self._view, self._gap_at(event.position().toPoint())
        self.leave()
        ids = self._own(event)
        if gap is None or view.table_model.source.read_only or not view.commit_pending():
            return False
        if ids:
            view.outputs_dropped.emit(ids, gap.parent, gap.after)
            return True
        try:
            carried = from_json(bytes(event.mimeData().data(OUTPUTS).data()))
        except ValueError:
            return False
        view.clipboard.add_outputs(carried, gap.parent, gap.after)
        return True

    def paint(self) -> None:
        """A line between the outputs where the dragged rows would come to lie."""
        if self._gap is None:
            return
        width = self._view.viewport().width()
        with QPainter(self._view.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._view.theme.colour("accent"), 2))
            painter.drawLine(0, self._gap.y, width, self._gap.y)
            painter.setBrush(self._view.theme.colour("surface"))
            painter.drawEllipse(
                QPoint(width - DOT - 2 if self._view.isRightToLeft() else DOT + 2, self._gap.y), DOT, DOT
            )

    def _own(self, event: QDropEvent) -> list[str]:
        """The dragged rows where they are of this report and still there."""
        source = self._view.table_model.source
        data = event.mimeData()
        if not data.hasFormat(OUTPUT_IDS):
            return []
        return [id for id in unpacked_ids(bytes(data.data(OUTPUT_IDS).data()), self.report) if id in source.report]

    def _gap_at(self, point: QPoint) -> Gap | None:
        """The nearest place between outputs; below the last row, behind the last output."""
        view, model = self._view, self._view.table_model
        if not len(model.rows):
            return None
        at = view.rowAt(point.y())
        below = at < 0
        at = len(model.rows) - 1 if below else at
        row = model.row(at)
        if row.component is None:
            bottom = view.rowViewportPosition(at) + view.rowHeight(at)
            return Gap(row.id, None, bottom)
        first, last = at - row.place, at - row.place + row.span - 1
        top = view.rowViewportPosition(first)
        bottom = view.rowViewportPosition(last) + view.rowHeight(last)
        output = model.output(at)
        if below or point.y() > (top + bottom) / 2:
            return Gap(output.parent, output.id, bottom)
        siblings = [node.id for node in model.source.report.children(output.parent)]
        place = siblings.index(output.id)
        return Gap(output.parent, siblings[place - 1] if place else None, max(top, 1))

    def _scroll(self, y: int) -> None:
        bar, height = self._view.verticalScrollBar(), self._view.viewport().height()
        if y < EDGE:
            bar.setValue(bar.value() - EDGE)
        elif y > height - EDGE:
            bar.setValue(bar.value() + EDGE)
