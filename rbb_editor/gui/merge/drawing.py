"""Redlines laid out in a column of a given width, kept while nothing changes; and buttons painted in a row."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption

from rbb_editor.domain.redline import Kind, Span, redline
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.panels.entry_words import shortened

BUTTON, RADIUS, PAD = 30, 6, 10
ICON = 16
MOST_LINES = 18


@lru_cache(maxsize=4096)
def spans_between(before: str, after: str) -> tuple[Span, ...]:
    """The redline from one text to another, what stayed cut down to what is around the changes."""
    return tuple(shortened(redline(before, after)))


class Redline:
    """Spans in lines on a fixed pitch. `height`: of all lines."""

    def __init__(self, spans: Iterable[Span], font: QFont, width: float, pitch: float, *, rtl: bool) -> None:
        self._spans = tuple(_apart(spans))
        text = "".join(span.text for span in self._spans).replace("\n", "\u2028")
        self._layout = QTextLayout(text, font)
        option = QTextOption(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        count = 0
        while count < MOST_LINES and (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, count * pitch + (pitch - line.height()) / 2))
            count += 1
        self._layout.endLayout()
        self.height = max(count, 1) * pitch

    def draw(self, painter: QPainter, at: QPointF, theme: Theme, token: str = "text") -> None:  # noqa: S107
        """Draws it: what went struck out, what came underlined, each on its ground."""
        painter.setPen(theme.colour(token))
        self._layout.draw(painter, at, list(self._formats(theme)))

    def _formats(self, theme: Theme) -> Iterable[QTextLayout.FormatRange]:
        start = 0
        for span in self._spans:
            length = len(span.text.encode("utf-16-le", "surrogatepass")) // 2  # Qt counts in UTF-16
            if span.kind is not Kind.EQUAL:
                made = QTextLayout.FormatRange()
                made.start, made.length, made.format = start, length, _format(span.kind, theme)
                yield made
            start += length


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """Spans with a thin space between what went and what came in its place."""
    before: Span | None = None
    for span in spans:
        if before is not None and before.kind is Kind.DELETED and span.kind is Kind.INSERTED:
            yield Span(Kind.EQUAL, "\u2009")
        yield span
        before = span


def _format(kind: Kind, theme: Theme) -> QTextCharFormat:
    made = QTextCharFormat()
    name = "deleted" if kind is Kind.DELETED else "inserted"
    made.setForeground(theme.colour(name))
    made.setBackground(theme.colour(f"{name}_back"))
    made.setFontStrikeOut(kind is Kind.DELETED)
    made.setFontUnderline(kind is Kind.INSERTED)
    return made


def paint_button(
    painter: QPainter, rect: QRectF, icon: str, words: str, key: str, theme: Theme, *, right: bool, hovered: bool
) -> None:
    """A button as the style sheet draws one: icon, words, and at its end the key that presses it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("rule"), 1))
    painter.setBrush(theme.colour("hover" if hovered else "surface"))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    other = Qt.AlignmentFlag.AlignLeft if right else Qt.AlignmentFlag.AlignRight
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    left = rect.right() - PAD - ICON if right else rect.left() + PAD
    picture = theme.pixmap(icon, "text2", ICON, painter.deviceTransform().m11())
    painter.drawPixmap(QPointF(left, rect.center().y() - ICON / 2), picture)
    inner = rect.adjusted(PAD, 0, -PAD - ICON - 6, 0) if right else rect.adjusted(PAD + ICON + 6, 0, -PAD, 0)
    painter.setPen(theme.colour("text"))
    painter.drawText(inner, int(side | middle), words)
    if key:
        painter.setPen(theme.colour("text3"))
        painter.drawText(inner, int(other | middle), key)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def button_width(words: str, font: QFont) -> float:
    """How wide a button with an icon and these words is."""
    return QFontMetricsF(font).horizontalAdvance(words) + 2 * PAD + ICON + 6


def line(painter: QPainter, start: QPointF, end: QPointF, colour: QColor) -> None:
    """A hairline."""
    painter.setPen(QPen(colour, 1))
    painter.drawLine(start, end)
