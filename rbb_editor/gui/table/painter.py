"""Draws the cells of the table: backgrounds, hairlines, texts, signs, frames (LOOK.md §5, §6)."""

from math import floor

from msgspec import Struct
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from rbb_editor.domain.entities import Section
from rbb_editor.domain.places import printed_title
from rbb_editor.domain.values import Outcome
from rbb_editor.gui.look.icons import pixmap
from rbb_editor.gui.look.painting import fill, paint_frame
from rbb_editor.gui.look.signs import paint_outcome, paint_severity
from rbb_editor.gui.look.tokens import Palette
from rbb_editor.gui.table.columns import Field
from rbb_editor.gui.table.lay import Laid, Mark
from rbb_editor.gui.table.metrics import ACCENT_BAR, PAD_X, PAD_Y
from rbb_editor.gui.table.shapes import Setter, Shape
from rbb_editor.rules.rule import Severity

MARK_ICON = 16


class CellState(Struct, frozen=True):
    """How a cell stands out. `chosen`: its row or the cell is selected; `frame`: its current field, None elsewhere."""

    chosen: bool = False
    hovered: bool = False
    frame: Field | None = None
    editing: Field | None = None


class CellPainter:
    """Draws with the colours of one palette and the type of one setter."""

    def __init__(self, tokens: Palette, setter: Setter) -> None:
        self.setter = setter
        self.tokens = tokens
        self._colours = {name: QColor(getattr(tokens, name)) for name in Palette.__struct_fields__}

    def colour(self, token: str) -> QColor:
        """The colour of a token."""
        return self._colours[token]

    def ground(self, painter: QPainter, rect: QRect, state: CellState) -> None:
        """The background of a cell and the hairline below it."""
        token = "sel" if state.chosen else "hover" if state.hovered else "surface"
        fill(painter, rect, self._colours[token])
        fill(painter, QRect(rect.left(), rect.bottom(), rect.width(), 1), self._colours["hair"])

    def shape(
        self, painter: QPainter, rect: QRect, shape: Shape, state: CellState, marks: dict[Field, list[Mark]]
    ) -> None:
        """The content of a cell; the field under an open editor is left out."""
        if shape.bar is not None:
            fill(painter, self.place(rect, shape.bar), self._colours["rule"])
        if shape.answer is not None:
            self._field(painter, self.place(rect, shape.answer))
        for piece in shape.pieces:
            if piece.field is not None and piece.field is state.editing:
                continue
            box = self.place(rect, piece.box)
            tinted = marks.get(piece.field, ()) if piece.field is not None else ()
            piece.laid.draw(painter, box.left(), box.top(), self._colours[piece.token], tinted)
        if shape.severity is not None:
            paint_severity(painter, shape.severity[0], self.tokens, whole(self.place(rect, shape.severity[1])))
        for _, box, laid in shape.chips:
            self._chip(painter, self.place(rect, box), laid)
        if state.frame is not None and state.editing is None:
            self.frame(painter, self.frame_box(rect, shape, state.frame))

    def outcome(self, painter: QPainter, rect: QRect, shape: Shape, outcome: Outcome) -> None:
        """The sign of an outcome before its word."""
        if shape.sign is not None:
            paint_outcome(painter, outcome, self.tokens, whole(self.place(rect, shape.sign)))

    def number(self, painter: QPainter, rect: QRect, number: int, state: CellState) -> None:
        """The number of an output, and the accent bar at the start edge of the selected row."""
        metrics = self.setter.metrics
        width = rect.width() - 2 * metrics.px(PAD_X)
        style = metrics.note
        laid = self.setter.lay(str(number), style, width, end=True)
        lift = metrics.body.baseline - style.baseline
        box = self.place(rect, QRectF(metrics.px(PAD_X), metrics.px(PAD_Y) + lift, width, laid.height))
        laid.draw(painter, box.left(), box.top(), self._colours["accent" if state.chosen else "text3"])
        if state.chosen:
            bar = self.place(rect, QRectF(0, 0, metrics.px(ACCENT_BAR), rect.height()))
            fill(painter, bar, self._colours["accent"])

    def severity(self, painter: QPainter, rect: QRect, severity: Severity) -> None:
        """The mark of the worst finding of a row."""
        paint_severity(painter, severity, self.tokens, self._mark_box(rect))

    def comments(self, painter: QPainter, rect: QRect, count: int, ratio: float) -> None:
        """The mark of open comments with their number under it."""
        metrics = self.setter.metrics
        box = self._mark_box(rect)
        picture = pixmap("message-square", self.tokens.text2, box.width(), ratio)
        painter.drawPixmap(box.topLeft(), picture)
        laid = self.setter.lay(str(count), metrics.note, 1000.0)
        laid.draw(
            painter,
            laid.left_for(box.center().x() - laid.width / 2),
            box.bottom() + metrics.px(2),
            self._colours["text2"],
        )

    def heading(self, painter: QPainter, rect: QRect, path: tuple[Section, ...]) -> None:
        """The accomplishment that the rows below belong to, under its department and office."""
        fill(painter, rect, self._colours["surface"])
        fill(painter, QRect(rect.left(), rect.bottom(), rect.width(), 1), self._colours["rule"])
        crumbs, number, title, _ = self.heading_parts(path, rect.width())
        metrics = self.setter.metrics
        x, y = metrics.px(PAD_X + 6), metrics.px(18)
        box = self.place(rect, QRectF(x, y, rect.width() - 2 * x, crumbs.height))
        crumbs.draw(painter, box.left(), box.top(), self._colours["text2"])
        y += crumbs.height + metrics.px(2)
        box = self.place(rect, QRectF(x, y, rect.width() - 2 * x, title.height))
        number.draw(painter, box.left(), box.top(), self._colours["accent"])
        title.draw(painter, box.left(), box.top(), self._colours["text"])

    def heading_parts(self, path: tuple[Section, ...], width: float) -> tuple[Laid, Laid, Laid, float]:
        """Crumbs, number and title of a heading, laid out for a width, and the height of the row."""
        metrics, language = self.setter.metrics, self.setter.language
        room = width - 2 * metrics.px(PAD_X + 6)
        above = "  ›  ".join(printed_title(section, language) for section in path[:-1])
        crumbs = self.setter.lay(above, metrics.note, room)
        accomplishment = f"{language.phrases['expected_accomplishment']} {path[-1].number}"
        number = self.setter.lay(accomplishment, metrics.title, room)
        title = self.setter.lay(path[-1].title, metrics.title, room, indent=number.width + metrics.px(9))
        height = metrics.px(18) + crumbs.height + metrics.px(2) + title.height + metrics.px(10)
        return crumbs, number, title, height

    # places

    def place(self, rect: QRect, box: QRectF) -> QRectF:
        """A box from the start edge of a cell in the coordinates of the viewport."""
        if self.setter.language.rtl:
            return QRectF(rect.left() + rect.width() - box.right(), rect.top() + box.top(), box.width(), box.height())
        return box.translated(rect.left(), rect.top())

    def frame_box(self, rect: QRect, shape: Shape, field: Field) -> QRectF:
        """Where the frame of the current field runs: the cell, or its part where it has two."""
        part = shape.parts.get(field)
        if part is None or len(shape.parts) < 2:
            return QRectF(rect).adjusted(2, 2, -2, -3)
        if part == shape.answer:
            return self.place(rect, part)
        metrics = self.setter.metrics
        room = metrics.px(4)
        under = any(abs(other.bottom() - part.top()) < room for other in shape.parts.values() if other is not part)
        above = metrics.px(1) if under else room  # what stands right above is not struck through
        start = part.left() - metrics.px(8)
        box = QRectF(start, part.top() - above, part.right() + metrics.px(6) - start, part.height() + above + room)
        return self.place(rect, box) & QRectF(rect).adjusted(2, 2, -2, -3)

    def frame(self, painter: QPainter, box: QRectF) -> None:
        """The frame of the current cell."""
        paint_frame(painter, box, self._colours["accent"])

    def _mark_box(self, rect: QRect) -> QRectF:
        metrics = self.setter.metrics
        side = metrics.px(MARK_ICON)
        top = metrics.px(PAD_Y) + (metrics.body.pitch - side) / 2
        return whole(self.place(rect, QRectF((rect.width() - side) / 2, top, side, side)))

    def _field(self, painter: QPainter, box: QRectF) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colours["control"], 1))
        painter.setBrush(self._colours["surface"])
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.restore()

    def _chip(self, painter: QPainter, box: QRectF, laid: Laid) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colours["rule"], 1))
        painter.setBrush(self._colours["surface"])
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), box.height() / 2, box.height() / 2)
        painter.restore()
        x, y = box.left() + (box.width() - laid.width) / 2, box.top() + (box.height() - laid.height) / 2
        laid.draw(painter, laid.left_for(x), y, self._colours["text"])


def whole(box: QRectF) -> QRectF:
    """A box on whole pixels: halves are rounded otherwise above the upper edge, and a sign would hop on its way out."""
    return QRectF(floor(box.x()), floor(box.y()), box.width(), box.height())
