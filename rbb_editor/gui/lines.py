"""Text in a few lines, broken at the width given, the last line shortened; kept, as lists ask again and again."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from rbb_editor.i18n import isolated


def led(text: str, *, right: bool) -> str:
    """A sentence of ours that may begin with a name of another script: in a mirrored interface it runs as ours does."""
    return f"\u200f{text}" if right and text else text


def own(text: str, *, right: bool) -> str:
    """A value by itself: it runs in its own direction, and stands at the edge where the interface begins to read."""
    return led(isolated(text), right=True) if right else text


@lru_cache(maxsize=8192)
def fits(text: str, font: QFont, width: int) -> bool:
    """Whether a text needs one line only; found a good deal quicker than its lines."""
    return QFontMetricsF(font).horizontalAdvance(_plain(text)) <= width


@lru_cache(maxsize=8192)
def broken(text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
    """The lines of a text in a font, at most `most`; the last one ends in … where cut."""
    if fits(text, font, width):
        return (_plain(text),)
    layout = QTextLayout(_plain(text), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while len(lines) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 1))
        start = line.textStart()
        end = start + line.textLength()
        if len(lines) + 1 == most and end < len(layout.text()):
            rest = layout.text()[start:]
            lines.append(QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, max(width, 1)))
        else:
            lines.append(layout.text()[start:end].rstrip())
    layout.endLayout()
    return tuple(lines) or ("",)


def _plain(text: str) -> str:
    return text.replace("\n", " ").rstrip()


def draw(painter: QPainter, lines: tuple[str, ...], at: QPointF, width: float, pitch: float, *, right: bool,
         runs: Qt.LayoutDirection = Qt.LayoutDirection.LayoutDirectionAuto) -> None:  # fmt: skip
    """Draws lines on a fixed pitch from their upper corner; `right`: the text stands at the right edge.

    `runs`: the direction of the text; by itself each line runs as its own first letter does, as the titles of a
    document should. A sentence of ours that only quotes the document runs as the interface does.
    """
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.setLayoutDirection(runs)
    flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    for number, line in enumerate(lines):
        painter.drawText(QRectF(at.x(), at.y() + number * pitch, width, pitch), int(flags), line)
