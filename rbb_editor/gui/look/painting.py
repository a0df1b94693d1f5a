"""What Qt does at a price, done without it: two habits of whatever paints before the window is there."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter


def fill(painter: QPainter, rect: QRect | QRectF, colour: QColor) -> None:
    """Fills a rectangle. `QPainter.fillRect` could take a gradient, and has PySide make all 180 of Qt's own at once."""
    painter.setBackground(colour)
    painter.eraseRect(rect)


def pixel_ratio(painter: QPainter) -> float:
    """Pixels to a logical pixel where a painter draws that neither scales nor turns.

    Its device would know, too, but PySide looks that up among all classes of widgets: 13 ms of a start.
    """
    return painter.deviceTransform().m11()
