"""The cells of the rows shown: their shapes, the heights of their rows, what lies under a point."""

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QPointF, QRect

from rbb_editor.gui.table.annotations import comments_on, missing_reason
from rbb_editor.gui.table.columns import Field, column_of
from rbb_editor.gui.table.metrics import PAD_Y
from rbb_editor.gui.table.model import TableModel
from rbb_editor.gui.table.painter import CellPainter
from rbb_editor.gui.table.shapes import RowState, Shape


class Cells(Struct):
    """Shapes for the columns as wide as they are now. `width` gives that of a column; `state` tells of the user."""

    model: TableModel
    painter: CellPainter
    width: Callable[[int], int]
    state: Callable[[int], RowState]

    def shape(self, at: int, field: Field) -> Shape:
        """The shape of a cell with text in a row that has a figure."""
        setter, model = self.painter.setter, self.model
        width = self.width(column_of(field))
        if field is Field.PLANNED_TEXT:
            return setter.plain(model.output(at).planned_text, width)
        component, figure = model.component(at)
        if field is Field.PLANNED:
            return setter.planned(figure, width)
        if field is Field.COMPLETED:
            return setter.completed(component, figure, width)
        missing = missing_reason(model, at)
        state = self.state(at)
        return setter.remarks(component, figure, missing, width, state, ask=not model.source.read_only)

    def parts(self, at: int) -> tuple[Field, ...]:
        """The fields that the remarks cell of a row shows when it is not the current row's, from above."""
        component, _ = self.model.component(at)
        explained = component.explanation or missing_reason(self.model, at) is not None
        first = (Field.REMARKS,) if component.remarks or not component.explanation else ()
        return (*first, Field.EXPLANATION) if explained else first

    def part_at(self, at: int, cell: QRect, point: QPointF) -> Field:
        """The field of the remarks cell that lies nearest to a point of the viewport."""
        shape = self.shape(at, Field.REMARKS)
        boxes = {field: self.painter.place(cell, box) for field, box in shape.parts.items()}
        label = boxes.get(Field.LABEL)
        if label is not None and point.y() <= label.bottom():
            return Field.LABEL
        below = boxes.get(Field.EXPLANATION)
        if below is None:
            return Field.REMARKS
        if Field.REMARKS not in boxes or point.y() >= below.top() - self.painter.setter.metrics.px(3):
            return Field.EXPLANATION
        return Field.REMARKS

    def chip_at(self, at: int, cell: QRect, point: QPointF) -> tuple[str | None] | None:
        """The kind of cause whose chip lies under a point, in a tuple; None where there is no chip."""
        for cause, box, _ in self.shape(at, Field.REMARKS).chips:
            if self.painter.place(cell, box).contains(point):
                return (cause,)
        return None

    def heights(self, first: int) -> list[int]:
        """The heights of the rows of an output (or of a heading row) that begins at `first`."""
        row = self.model.row(first)
        if row.component is None:
            path = self.model.heading(first)
            return [round(self.painter.heading_parts(path, self._full_width())[3])]
        metrics = self.painter.setter.metrics
        least = metrics.body.pitch + metrics.note.pitch + 2 * metrics.px(PAD_Y)
        heights = []
        for at in range(first, first + row.span):
            shapes = [self.shape(at, field).height for field in (Field.PLANNED, Field.COMPLETED, Field.REMARKS)]
            if comments_on(self.model, at):
                shapes.append(least + metrics.px(4))
            heights.append(round(max(least, *shapes)) + 1)
        wanted = round(self.shape(first, Field.PLANNED_TEXT).height) + 1
        heights[-1] += max(0, wanted - sum(heights))
        return heights

    def _full_width(self) -> int:
        return sum(self.width(column) for column in range(self.model.columnCount()))
