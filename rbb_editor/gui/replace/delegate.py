"""How a text with hits is drawn: tick, place, field, redline; and the heads between."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from rbb_editor.gui.look import fonts
from rbb_editor.gui.look.icons import paint_icon
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.replace.context import Ink, Piece, width_of
from rbb_editor.gui.replace.model import TICKED, HitsModel, Role
from rbb_editor.gui.replace.rows import Entry

Index = QModelIndex | QPersistentModelIndex
EDGE, TICK, GAP, PAD, HEAD = 20, 16, 10, 8, 42
PLACE, FIELD = 118, 112
NARROW, WIDE = 5.4, 7.4
"""Pixels of one unit of `width_of`, at least and at most, in any script."""
MOST_LINES = 2
RIGHT = Qt.LayoutDirection.RightToLeft


class HitDelegate(QStyledItemDelegate):
    """Draws the rows of a `HitsModel`; knows where their ticks are. `even`: all rows are of one height."""

    def __init__(self, model: HitsModel, theme: Theme, view: QListView, language: str, *, rtl: bool) -> None:
        super().__init__(view)
        self._model = model
        self._theme = theme
        self._view = view
        self._rtl = rtl
        self.even = False
        self._pitch = fonts.line_pitch(language)
        self._body = fonts.font(fonts.BODY_PX)
        self._metrics = QFontMetricsF(self._body)
        self._strong = fonts.font(fonts.BODY_PX, fonts.SEMIBOLD)
        self._note = fonts.font(fonts.NOTE_PX)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """One line or two."""
        entry = self._model.rows[index.row()]
        if self.even:
            return QSize(0, round(2 * PAD + self._pitch * MOST_LINES))
        if not isinstance(entry, Entry):
            return QSize(0, HEAD)
        words = "".join(words for words, _ in self._model.pieces(entry, self._units()))
        return QSize(0, round(2 * PAD + self._pitch * (1 if self._fits(words) else MOST_LINES)))

    def _fits(self, words: str) -> bool:
        """Whether words fit into one line; measured only where a guess cannot tell, as lists are long."""
        room, units = self._room(), width_of(words)
        if units * NARROW > room or units * WIDE < room:
            return units * WIDE < room
        return self._metrics.horizontalAdvance(words) < room

    def tick_rect(self, rect: QRectF, *, right: bool) -> QRectF:
        """Where the tick of a row stands."""
        left = rect.right() - EDGE - TICK if right else rect.left() + EDGE
        return QRectF(left, rect.top() + PAD + (self._pitch - TICK) / 2, TICK, TICK)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        rect, right = QRectF(option.rect), option.direction == RIGHT
        row = self._model.rows[index.row()]
        painter.save()
        if not isinstance(row, Entry):
            self._paint_head(painter, rect, str(index.data()), row.count, right=right)
            painter.restore()
            return
        self._paint_ground(painter, rect, option, right=right)
        self._paint_tick(painter, self.tick_rect(rect, right=right), ticked=index.data(_CHECK) == TICKED)
        start = EDGE + TICK + GAP
        painter.setFont(self._note)
        for begin, width, role, token in (
            (start, PLACE, Role.PLACE, "accent"),
            (start + PLACE + GAP, FIELD, Role.FIELD, "text2"),
        ):
            box = self._box(rect, begin, width, right=right)
            words = QFontMetricsF(self._note).elidedText(
                str(index.data(role)), Qt.TextElideMode.ElideRight, box.width()
            )
            painter.setPen(self._theme.colour(token))
            painter.drawText(box, int(_side(right=right) | Qt.AlignmentFlag.AlignVCenter), words)
        at = start + PLACE + GAP + FIELD + GAP
        box = self._box(rect, at, rect.width() - at - EDGE, right=right)
        self._paint_redline(painter, row, box, lines=self._lines(rect))
        painter.restore()

    def _room(self) -> int:
        """Pixels of one line of the redline."""
        start = EDGE + TICK + GAP + PLACE + GAP + FIELD + GAP
        return max(100, self._view.viewport().width() - start - EDGE)

    def _units(self) -> int:
        """What fits into all lines of a redline, in the units of `width_of`."""
        return int(self._room() * MOST_LINES / WIDE)

    def _lines(self, rect: QRectF) -> int:
        return round((rect.height() - 2 * PAD) / self._pitch)

    def _box(self, rect: QRectF, start: float, width: float, *, right: bool) -> QRectF:
        left = rect.right() - start - width if right else rect.left() + start
        return QRectF(left, rect.top() + PAD, width, self._pitch)

    def _paint_head(self, painter: QPainter, rect: QRectF, words: str, count: int, *, right: bool) -> None:
        box = rect.adjusted(EDGE, 12, -EDGE, 0)
        painter.setLayoutDirection(RIGHT if right else Qt.LayoutDirection.LeftToRight)
        painter.setFont(self._strong)
        painter.setPen(self._theme.colour("text"))
        shown = QFontMetricsF(self._strong).elidedText(words, Qt.TextElideMode.ElideRight, box.width() - 50)
        painter.drawText(box, int(_side(right=right) | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.setFont(self._note)
        painter.setPen(self._theme.colour("text2"))
        painter.drawText(box, int(_side(right=not right) | Qt.AlignmentFlag.AlignVCenter), str(count))
        painter.setPen(QPen(self._theme.colour("rule"), 1))
        painter.drawLine(QPointF(box.left(), rect.bottom() - 0.5), QPointF(box.right(), rect.bottom() - 0.5))

    def _paint_ground(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, *, right: bool) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._theme.colour("sel" if chosen else "hover"))
        painter.setPen(QPen(self._theme.colour("hair"), 1))
        low = rect.bottom() - 0.5
        painter.drawLine(QPointF(rect.left() + EDGE, low), QPointF(rect.right() - EDGE, low))
        if chosen:
            left = rect.right() - 3 if right else rect.left()
            painter.fillRect(QRectF(left, rect.top(), 3, rect.height()), self._theme.colour("accent"))
        if chosen and self._view.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 1))
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -1))

    def _paint_tick(self, painter: QPainter, box: QRectF, *, ticked: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("accent" if ticked else "control"), 1))
        painter.setBrush(self._theme.colour("accent" if ticked else "surface"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if ticked:
            paint_icon(painter, "check", self._theme.tokens.on_accent, box.adjusted(2, 2, -2, -2))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _paint_redline(self, painter: QPainter, entry: Entry, box: QRectF, *, lines: int) -> None:
        pieces = self._model.pieces(entry, self._units())
        layout = _layout(pieces, self._body, self._formats(), rtl=self._rtl)
        layout.beginLayout()
        for number in range(lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(1.0, box.width()))
            line.setPosition(QPointF(0, number * self._pitch + (self._pitch - line.height()) / 2))
        layout.endLayout()
        painter.setPen(self._theme.colour("text"))
        layout.draw(painter, box.topLeft())

    def _formats(self) -> dict[Ink, QTextCharFormat]:
        found, deleted, inserted = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        found.setBackground(self._theme.colour("mark"))
        found.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        found.setUnderlineColor(self._theme.colour("check"))
        deleted.setForeground(self._theme.colour("deleted"))
        deleted.setBackground(self._theme.colour("deleted_back"))
        deleted.setFontStrikeOut(True)
        inserted.setForeground(self._theme.colour("inserted"))
        inserted.setBackground(self._theme.colour("inserted_back"))
        inserted.setFontUnderline(True)
        return {Ink.FOUND: found, Ink.DELETED: deleted, Ink.INSERTED: inserted}


_CHECK = Qt.ItemDataRole.CheckStateRole


def _side(*, right: bool) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignAbsolute | (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)


def _layout(pieces: list[Piece], font: QFont, formats: dict[Ink, QTextCharFormat], *, rtl: bool) -> QTextLayout:
    layout = QTextLayout("".join(words for words, _ in pieces), font)
    option = QTextOption(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(RIGHT if rtl else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    ranges, start = [], 0
    for words, ink in pieces:
        length = len(words.encode("utf-16-le", "surrogatepass")) // 2  # Qt counts in UTF-16
        if ink in formats:
            made = QTextLayout.FormatRange()
            made.start, made.length, made.format = start, length, formats[ink]
            ranges.append(made)
        start += length
    layout.setFormats(ranges)
    return layout
