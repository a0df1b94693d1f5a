"""Text laid out for a cell: lines on a fixed pitch, aligned by their baselines, so that mixed scripts do not jump."""

import re
from collections import OrderedDict
from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

SYMBOL = re.compile(r"(?<=\w)/(?=\w)")
FIGURE, THOUSANDS = re.compile(r"(?<=\d) (?=\w)"), re.compile(r"(?<=\d) (?=\d)")
SIGNED, SPAN = re.compile(r"(?<=[≤≥≈])\u00a0"), re.compile(r"(?<=\d)–(?=\d)")
GROUPS = re.compile(r"(?<=\d)([,.\u00a0\u202f ])(?=\d{3}(?!\d))")
LATIN_RUN = re.compile(r"[A-Za-z][\w/.&-]*(?: [A-Za-z][\w/.&-]*)*", re.ASCII)
WORD_JOINER, NO_BREAK_SPACE, LINE_SEPARATOR, MAY_BREAK = "\u2060", "\u00a0", "\u2028", "\u200b"
CAPACITY = 4000


def unbroken(text: str) -> str:
    """A text for display: document symbols and a figure with its unit do not break over a line."""
    return FIGURE.sub(NO_BREAK_SPACE, joined(text))


def apart(text: str) -> str:
    """The same for a narrow cell: a figure is whole, and parts from its sign, unit or upper end rather than break."""
    text = THOUSANDS.sub(NO_BREAK_SPACE, joined(text))
    return SPAN.sub(f"–{MAY_BREAK}", SIGNED.sub(" ", text))


def in_groups(text: str) -> str:
    """The same for a cell that is too narrow for a figure: it parts behind thousands, never within a group."""
    return GROUPS.sub(rf"\g<1>{MAY_BREAK}", apart(text))


def joined(text: str) -> str:
    """A text whose document symbols do not break over a line."""
    return SYMBOL.sub(f"{WORD_JOINER}/{WORD_JOINER}", text).replace("\n", LINE_SEPARATOR)


class Style(Struct, frozen=True):
    """A font and the distance of its baselines. `key` tells styles apart: looking up a font by value is dear."""

    key: str
    font: QFont
    pitch: float

    @property
    def baseline(self) -> float:
        """Where the baseline of the first line lies below the upper edge."""
        metrics = QFontMetricsF(self.font)
        return (self.pitch - metrics.height()) / 2 + metrics.ascent()


def latin_apart(text: str) -> str:
    """A text that runs right to left, its Latin runs kept apart so that they do not draw in what stands beside them."""
    return LATIN_RUN.sub(lambda run: f"\u2066{run.group()}\u2069", text)


class Laid:
    """A paragraph in lines. `height`: the number of lines times the pitch; `width`: of the longest line."""

    def __init__(
        self,
        text: str,
        style: Style,
        width: float,
        *,
        rtl: bool,
        end: bool = False,
        indent: float = 0,
        own: bool = False,
    ) -> None:
        """`rtl`: set from the right; `indent`: room at the start of the first line; `end`: set to the end edge.

        `own`: runs in its own direction, as figures and the words of the interface do.
        """
        option = QTextOption(Qt.AlignmentFlag.AlignRight if rtl != end else Qt.AlignmentFlag.AlignLeft)
        direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto if own else direction)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._shown = _shown_in(text, QFontMetricsF(style.font), width) if own else unbroken
        self._text = self._shown(latin_apart(text) if rtl and not own else text)
        self._layout = QTextLayout(self._text, style.font)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        baseline = style.baseline
        self.width = 0.0
        self._room, self._far = width, rtl != end
        self._layout.beginLayout()
        count = 0
        while (line := self._layout.createLine()).isValid():
            room = indent if count == 0 else 0
            line.setLineWidth(max(1.0, width - room))
            line.setPosition(QPointF(0 if rtl else room, count * style.pitch + baseline - line.ascent()))
            self.width = max(self.width, line.naturalTextWidth() + room)
            count += 1
        self._layout.endLayout()
        self.height = max(count, 1) * style.pitch

    def draw(self, painter: QPainter, x: float, y: float, colour: QColor, marks: Sequence["Mark"] = ()) -> None:
        """Draws the lines with the left and upper edge of their box at (x, y), the words of `marks` tinted."""
        painter.setPen(colour)
        ranges = [found for mark in marks if (found := self._range(mark)) is not None]
        self._layout.draw(painter, QPointF(x, y), ranges)

    def left_for(self, x: float) -> float:
        """Where to draw so that the left end of a single line comes to `x`."""
        return x - (self._room - self.width) if self._far else x

    def _range(self, mark: "Mark") -> QTextLayout.FormatRange | None:
        words = self._shown(mark.words)
        at = self._text.find(words)
        for _ in range(mark.before if words else 0):
            at = self._text.find(words, at + len(words)) if at >= 0 else at
        if at < 0 or not words:
            return None
        from PySide6.QtGui import QTextCharFormat  # with 130 names of properties: 1 ms of a start

        found = QTextLayout.FormatRange()
        found.start, found.length = units(self._text[:at]), units(words)
        tint = QTextCharFormat()
        tint.setBackground(mark.ground)
        tint.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        tint.setUnderlineColor(mark.line)
        found.format = tint
        return found


def _shown_in(text: str, metrics: QFontMetricsF, width: float) -> Callable[[str], str]:
    """How a figure, or words of the interface, is shown in a cell."""
    if metrics.horizontalAdvance(text) <= width:
        return unbroken
    whole = re.split(f"[ {MAY_BREAK}]", apart(text))
    return apart if all(metrics.horizontalAdvance(each) <= width for each in whole) else in_groups


def units(text: str) -> int:
    """How long a text is to Qt."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class Mark(Struct, frozen=True):
    """Words of a text to be tinted and underlined: those a comment or a finding is about.

    `before`: how often the same words stand before them.
    """

    words: str
    ground: QColor
    line: QColor
    before: int = 0


class Layouts:
    """Keeps laid texts by what they were made of, the least recently used ones dropped: an edit needs no clearing."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[object, ...], Laid] = OrderedDict()

    def of(
        self,
        text: str,
        style: Style,
        width: float,
        *,
        rtl: bool,
        end: bool = False,
        indent: float = 0,
        own: bool = False,
    ) -> Laid:
        """The laid text, made now or before."""
        key = (text, style.key, width, rtl, end, indent, own)
        laid = self._kept.get(key)
        if laid is None:
            laid = self._kept[key] = Laid(text, style, width, rtl=rtl, end=end, indent=indent, own=own)
            if len(self._kept) > CAPACITY:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return laid

    def clear(self) -> None:
        """Forgets all, when fonts have changed."""
        self._kept.clear()
