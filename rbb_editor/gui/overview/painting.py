"""How a line of bars is drawn: name, segments with their numbers, figures and rate, and what the mouse points at."""

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from rbb_editor.gui.lines import broken, draw
from rbb_editor.gui.look import fonts
from rbb_editor.gui.look.painting import fill, pixel_ratio
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.overview.lay import CHEVRON, GAP, INSET, LEAST_NUMBERED, Lay, Segment, Style, face, label
from rbb_editor.gui.overview.lines import Line, outcome_of
from rbb_editor.project.overview import percentage

ARROW, BEHIND = 14, 3
PALE = 0.5
"""How much of the ground shows through the bars of last year."""
BESIDE = 8
"""Pixels before the words of a segment that stand at its beginning."""


class Pointed(Struct, frozen=True):
    """What of a line is pointed at: the whole line lights up, and this column (see `lines`) darkens."""

    column: int
    keyboard: bool = False


class LinePainter:
    """Draws lines of one view; everything mirrors where the interface runs from the right."""

    def __init__(self, theme: Theme, style: Style, lay: Lay, *, right: bool) -> None:
        self._theme, self._style, self._lay, self._right = theme, style, lay, right

    def rect(self, at: float, width: float, top: float, height: float) -> QRectF:
        """A place in a line, counted from where reading begins."""
        return QRectF(self._lay.width - at - width if self._right else at, top, width, height)

    def draw(
        self, painter: QPainter, line: Line, segments: tuple[Segment, ...], top: int, pointed: Pointed | None
    ) -> None:
        """One line, its upper edge at `top`."""
        height = self._style.row
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if pointed is not None and not line.past:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("hover"))
            painter.drawRoundedRect(QRectF(0, top, self._lay.width, height), 5, 5)
        self._draw_names(painter, line, top)
        lit = outcome_of(pointed.column) if pointed is not None else None
        for each in segments:
            self._draw_segment(painter, line, each, top, lit=each.outcome is lit)
        self._draw_ends(painter, line, top, lit=pointed is not None)
        if pointed is not None and pointed.keyboard:
            self._draw_ring(painter, self.place(segments, pointed.column, top))

    def place(self, segments: tuple[Segment, ...], column: int, top: int) -> QRectF:
        """Where a column of a line is seen: its segment, or the whole line."""
        segment = next((each for each in segments if each.outcome is outcome_of(column)), None)
        if segment is None:
            return QRectF(0, top, self._lay.width, self._style.row)
        return self.rect(segment.at, segment.width, self._bar_top(top), self._style.bar)

    def _bar_top(self, top: int) -> int:
        return top + (self._style.row - self._style.bar) // 2

    def _draw_names(self, painter: QPainter, line: Line, top: int) -> None:
        lay, height = self._lay, self._style.row
        if line.number:
            self._words(painter, line.number, "text3", self.rect(INSET, lay.number - INSET, top, height), face())
        room = lay.names - lay.number - GAP
        heavy = self._style.years and not line.past
        named = face(weight=fonts.SEMIBOLD if heavy else fonts.REGULAR)
        lines = [(line.title, named, "text"), *([(line.note, face(fonts.NOTE_PX), "text2")] if line.note else [])]
        pitch = 18
        first = top + (height - pitch * len(lines)) / 2
        for number, (words, font, token) in enumerate(lines):
            self._words(painter, words, token, self.rect(lay.number, room, first + number * pitch, pitch), font)

    def _draw_segment(self, painter: QPainter, line: Line, segment: Segment, top: int, *, lit: bool) -> None:
        theme, outcome = self._theme, segment.outcome
        width = segment.width - (1 if segment.width > LEAST_NUMBERED / 4 else 0)
        box = self.rect(segment.at, width, self._bar_top(top), self._style.bar)
        ground = theme.colour(str(outcome) if lit else f"bar_{outcome}")
        if line.past and not lit:
            ground = blend(ground, theme.colour("surface"), PALE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        fill(painter, box, ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = label(line.bar, outcome, self._style)
        font = face(fonts.NOTE_PX, fonts.REGULAR if line.past else fonts.SEMIBOLD)
        if segment.width < max(LEAST_NUMBERED, QFontMetricsF(font).horizontalAdvance(words) + 4):
            return
        token = "surface" if lit else "text" if line.past else "on_bar"
        painter.setFont(font)
        painter.setPen(theme.colour(token))
        if not self._style.years:
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
            return
        side = Qt.AlignmentFlag.AlignRight if self._right else Qt.AlignmentFlag.AlignLeft
        inset = min(BESIDE, (box.width() - QFontMetricsF(font).horizontalAdvance(words)) / 2)
        painter.drawText(box.adjusted(inset, 0, -inset, 0), side | Qt.AlignmentFlag.AlignVCenter, words)

    def _draw_ends(self, painter: QPainter, line: Line, top: int, *, lit: bool) -> None:
        lay, height, bar = self._lay, self._style.row, line.bar
        if self._style.years:
            font = face(weight=fonts.REGULAR if line.past else fonts.SEMIBOLD)
            place = self.rect(lay.width - lay.rate, lay.rate, top, height)
            rate = percentage(bar.done, bar.comparable, 1)
            self._number(painter, rate, "text2" if line.past else "text", place, font)
            return
        end = lay.width - CHEVRON
        rate = percentage(bar.done, bar.comparable)
        self._number(painter, rate, "text2", self.rect(end - lay.rate, lay.rate, top, height), face())
        figures = self.rect(end - lay.rate - GAP - lay.figures, lay.figures, top, height)
        self._number(painter, str(bar.total), "text", figures, face())
        arrow = self.rect(lay.width - ARROW - BEHIND, ARROW, top + (height - ARROW) / 2, ARROW)
        name = "chevron-left" if self._right else "chevron-right"
        picture = self._theme.pixmap(name, "text" if lit else "text3", ARROW, pixel_ratio(painter))
        painter.drawPixmap(arrow.topLeft(), picture)

    def _draw_ring(self, painter: QPainter, place: QRectF) -> None:
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inside = QRectF(0, place.top() - 2, self._lay.width, place.height() + 4)
        ring = place.adjusted(-2, -2, 1, 2).intersected(inside) if place.height() < self._style.row else place
        painter.drawRoundedRect(ring.adjusted(1, 1, -1, -1), 3, 3)

    def _words(self, painter: QPainter, words: str, token: str, place: QRectF, font: QFont) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour(token))
        said = broken(words, font, int(place.width()), 1)
        draw(painter, said, QPointF(place.left(), place.top()), place.width(), place.height(), right=self._right)

    def _number(self, painter: QPainter, words: str, token: str, place: QRectF, font: QFont) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour(token))
        side = Qt.AlignmentFlag.AlignLeft if self._right else Qt.AlignmentFlag.AlignRight
        painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, words)


def blend(colour: QColor, ground: QColor, share: float) -> QColor:
    """A colour with a share of the ground showing through."""
    return QColor.fromRgbF(*(
        a * (1 - share) + b * share
        for a, b in zip(colour.getRgbF()[:3], ground.getRgbF()[:3], strict=True)  # type: ignore[index]
    ))  # fmt: skip
