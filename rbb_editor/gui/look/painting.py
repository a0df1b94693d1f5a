"""Habits of whatever paints: what Qt does at a price is done without it; the frame of a current cell."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen


def fill(painter: QPainter, rect: QRect | QRectF, colour: QColor) -> None:
    """Fills a rectangle. `QPainter.fillRect` could take a gradient, and has PySide make all 180 of Qt's own at once."""
    painter.setBackground(colour)
    painter.eraseRect(rect)


def pixel_ratio(painter: QPainter) -> float:
    """Pixels to a logical pixel where a painter draws that neither scales nor turns.

    Its device would know, too, but PySide looks that up among all classes of widgets: 13 ms of a start.
    """
    return painter.deviceTransform().m11()


def paint_frame(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """The frame of the current cell (LOOK.md §5)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 3, 3)
    painter.restore()
