"""A page painted: masthead or running head, what is placed on it, the foot; alike on screen, on paper and in a PDF."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from rbb_editor.document.blocks import Masthead
from rbb_editor.document.look import Look
from rbb_editor.gui.page import faces
from rbb_editor.gui.page import measures as m
from rbb_editor.gui.page.changes import runs
from rbb_editor.gui.page.lines import Paragraph
from rbb_editor.gui.page.pager import Sheet

INK, GREY = QColor("#000000"), QColor("#B4B4B4")
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
BASELINE = Qt.AlignmentFlag.AlignBottom
SMALL = 17
"""Half-points of the running heads and feet."""


class Painting:
    """Paints the sheets of one document. `pages`: the page of each heading, and with "" how many there are.

    `was`: the masthead of an earlier state, where changes since that are shown.
    """

    def __init__(self, look: Look, masthead: Masthead, pages: Mapping[str, int], was: Masthead | None = None) -> None:
        self._look, self._masthead, self._pages = look, masthead, pages
        self._was = was if was is not None and _symbol(was) != _symbol(masthead) else None

    def paint(self, painter: QPainter, sheet: Sheet) -> None:
        """Paints a page from its upper left corner; the painter is scaled to twips. Black, whatever the theme is."""
        painter.save()
        painter.setPen(QPen(INK))
        if sheet.number == 1:
            self._paint_masthead(painter)
        else:
            self._paint_head_and_foot(painter, sheet.number)
        painter.translate(m.LEFT, m.TOP)
        for rule in sheet.rules():
            painter.fillRect(rule, INK)
        for bar in sheet.bars():
            painter.fillRect(bar, INK)
        painter.setPen(QPen(INK, m.BORDER))
        for frame in sheet.frames():
            painter.drawRect(frame)
        painter.setPen(QPen(INK))
        for each in sheet.placed():
            each.paragraph.draw(painter, each.at, each.first, each.last)
        for number in sheet.numbers():
            painter.setFont(faces.face(self._look, number.half_points))
            box = QRectF(number.at.x() - 700, number.at.y(), 700, self._look.body.line)
            if self._look.rtl:
                box.translate(700, 0)
            painter.drawText(box, self._flags(end=True), str(self._pages.get(number.id, "")))
        painter.restore()

    def _paint_head_and_foot(self, painter: QPainter, number: int) -> None:
        symbol = _symbol(self._masthead)
        outer = RIGHT if (number % 2 == 1) != self._look.rtl else LEFT
        line = m.HEAD_TOP + m.HEAD_HEIGHT
        painter.setFont(faces.face(self._look, SMALL, bold=True, latin=True))
        box = QRectF(m.LEFT, line - 400, m.WIDTH, 320)
        if self._was is None:
            painter.drawText(box, int(outer | BASELINE | Qt.AlignmentFlag.AlignAbsolute), symbol)
        else:
            both = runs(symbol, painter.font(), _symbol(self._was))
            Paragraph(both, m.WIDTH, box.height(), align=outer).draw(painter, box.topLeft())
        painter.fillRect(QRectF(m.LEFT, line, m.WIDTH, m.THIN), INK)
        foot = QRectF(m.LEFT, m.PAGE_HEIGHT - m.FOOT_BOTTOM - 320, m.WIDTH, 320)
        total = self._pages.get("", 0)
        words = f"{number}/{total}" if total else str(number)
        painter.drawText(foot, int(outer | BASELINE | Qt.AlignmentFlag.AlignAbsolute), words)

    def _paint_masthead(self, painter: QPainter) -> None:
        """The two rows of the masthead: thin rule, thick rule; the place of the emblem is but an outline."""
        look, head = self._look, self._masthead
        first, second = m.HEAD_TOP + 864, m.HEAD_TOP + 864 + 2880
        painter.fillRect(QRectF(m.LEFT, first, m.WIDTH, m.THIN), INK)
        painter.fillRect(QRectF(m.LEFT, second, m.WIDTH, m.THICK), INK)
        painter.setFont(faces.face(look, 28))
        painter.drawText(self._box(1267, 4000, first - 500, 420), self._flags(), head.united_nations)
        self._paint_symbol(painter, first)
        organ = head.organ
        if look.square and len(organ) == 2:
            organ = f"{organ[0]}    {organ[1]}"
        painter.setFont(faces.face(look, 40, bold=True))
        painter.drawText(self._box(1267, 5000, first + 100, 520), self._flags(), organ)
        painter.setPen(QPen(GREY, m.BORDER, Qt.PenStyle.DashLine))
        painter.drawEllipse(self._box(0, m.EMBLEM[0], first + 100, m.EMBLEM[1]))
        painter.setPen(QPen(INK))
        painter.setFont(faces.face(look, 20, latin=True))
        for number, words in enumerate(head.distribution):
            box = self._box(6494, 3370, first + 240 + number * 240, 240)
            painter.drawText(box, int(LEFT | BASELINE | Qt.AlignmentFlag.AlignAbsolute), words)

    def _paint_symbol(self, painter: QPainter, line: float) -> None:
        """The organ's letter large, the rest in the size of the text."""
        small, large = faces.face(self._look, 20, latin=True), faces.face(self._look, 40, latin=True)
        if self._was is not None:
            words = runs(self._masthead.symbol_lead, large, self._was.symbol_lead)
            words += runs(self._masthead.symbol_rest, small, self._was.symbol_rest)
            side = RIGHT if not self._look.rtl else LEFT
            Paragraph(words, m.WIDTH, 480, align=side).draw(painter, QPointF(m.LEFT, line - 480))
            return
        painter.setFont(small)
        rest = painter.fontMetrics().horizontalAdvance(self._masthead.symbol_rest)
        painter.setFont(large)
        lead = painter.fontMetrics().horizontalAdvance(self._masthead.symbol_lead)
        left = m.LEFT + (m.WIDTH - lead - rest if not self._look.rtl else 0)
        base = line - 120
        painter.drawText(QPointF(left, base), self._masthead.symbol_lead)
        painter.setFont(small)
        painter.drawText(QPointF(left + lead, base), self._masthead.symbol_rest)

    def _box(self, start: float, width: float, top: float, height: float) -> QRectF:
        left = m.LEFT + (m.WIDTH - start - width if self._look.rtl else start)
        return QRectF(left, top, width, height)

    def _flags(self, *, end: bool = False) -> int:
        side = RIGHT if end != self._look.rtl else LEFT
        return int(side | BASELINE | Qt.AlignmentFlag.AlignAbsolute)


def _symbol(masthead: Masthead) -> str:
    return masthead.symbol_lead + masthead.symbol_rest
