"""Where a window stands on the screen: as it stood last, as large as fits at first, a further one beside another."""

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize
from PySide6.QtWidgets import QMainWindow

LEAST = (800, 560)
FIRST = (1440, 900)
"""Pixels of a window at least, and where none was open before."""
TITLE_BAR = 36
"""Height left to the frame that the desktop draws around a window, so that the foot of a first one is in sight."""
STEP = 32
"""Pixels from the corner of one window to that of the next."""


def stand_as_before(window: QMainWindow, stored: bytes) -> None:
    """Gives a window the place and size that were `stored`; where there are none, those of a first one."""
    window.setMinimumSize(*LEAST)
    if not stored or not window.restoreGeometry(QByteArray(stored)):
        room = window.screen().availableSize()
        window.resize(min(FIRST[0], room.width()), min(FIRST[1], room.height() - TITLE_BAR))


def stand_beside(window: QMainWindow, other: QMainWindow) -> None:
    """Puts a window a little lower than another one and behind its edge, all of it on the screen."""
    room = other.screen().availableGeometry()
    at = other.pos() + QPoint(STEP, STEP)
    if not room.contains(QRect(at, QSize(*LEAST))):
        at = room.topLeft()
    window.move(at)
    window.resize(window.size().boundedTo(QSize(room.right() - at.x(), room.bottom() - at.y() - TITLE_BAR)))
