"""Signs of outcomes and severities as icons for buttons and labels; drawn large, so sharp at any scale."""

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from rbb_editor.domain.values import Outcome
from rbb_editor.gui.look import signs
from rbb_editor.gui.look.tokens import Palette
from rbb_editor.rules import Severity

OVERSIZE = 4
SMALL, LARGE = 7, 14


def sign_pixmap(sign: str, tokens: Palette, ratio: float = OVERSIZE) -> QPixmap:
    """The sign of an `Outcome` or a severity as a picture of 14 × 14 logical pixels."""
    side = round(LARGE * ratio)
    made = QPixmap(side, side)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    with QPainter(made) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if sign in set(Outcome):
            edge = (LARGE - SMALL) / 2
            signs.paint_outcome(painter, Outcome(sign), tokens, QRectF(edge, edge, SMALL, SMALL))
        else:
            signs.paint_severity(painter, Severity(sign), tokens, QRectF(0, 0, LARGE, LARGE))
    return made


@lru_cache(maxsize=64)
def sign_icon(sign: str, tokens: Palette) -> QIcon:
    """The sign as an icon; an empty one for ""."""
    return QIcon(sign_pixmap(sign, tokens)) if sign else QIcon()
