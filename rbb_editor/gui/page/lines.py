"""A paragraph set in lines on a fixed pitch, which can be cut between two of them."""

from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from rbb_editor.document.spaces import NO_BREAK, OWN, unspaced
from rbb_editor.domain.redline import Kind
from rbb_editor.gui.table.lay import joined


class Run(Struct, frozen=True):
    """Words in one face; `kind`: whether they came or went since an earlier state."""

    text: str
    font: QFont
    kind: Kind = Kind.EQUAL


COLOURS = {Kind.DELETED: QColor("#B3261E"), Kind.INSERTED: QColor("#0B5CAD")}
"""Of what went and what came: on white paper, whatever the theme is."""


class Paragraph:
    """Runs in lines. `height`: of all lines; `text`: what is printed, as it is searched.

    `changed`: whether words came or went.
    """

    def __init__(
        self,
        runs: list[Run],
        width: float,
        pitch: float,
        *,
        rtl: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        justified: bool = False,
    ) -> None:
        """`align`: left stands for the start edge, right for the end edge; `justified`: both edges are even."""
        self.pitch, self.width = pitch, width
        self.changed = any(run.kind is not Kind.EQUAL and run.text for run in runs)
        parts = [joined(run.text.replace(OWN, NO_BREAK)) for run in runs]
        self.text = "".join(parts)
        self._layout = QTextLayout(self.text, runs[0].font if runs else QFont())
        option = QTextOption(_side(align, rtl=rtl, justified=justified))
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(list(_formats(runs, parts)))
        self._layout.setCacheEnabled(True)
        metrics = QFontMetricsF(runs[0].font if runs else QFont())
        baseline = (pitch - metrics.height()) / 2 + metrics.ascent()
        self._layout.beginLayout()
        self.count = 0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, self.count * pitch + baseline - line.ascent()))
            self.count += 1
        self._layout.endLayout()
        self.count = max(self.count, 1)

    @property
    def height(self) -> float:
        """Of all lines."""
        return self.count * self.pitch

    def last_width(self) -> float:
        """How far the last line reaches from its start."""
        lines = self._layout.lineCount()
        return float(self._layout.lineAt(lines - 1).naturalTextWidth()) if lines else 0.0

    def draw(self, painter: QPainter, at: QPointF, first: int = 0, last: int | None = None) -> None:
        """Draws the lines from `first` up to `last`, `first` at the point."""
        for number in range(first, min(self._layout.lineCount(), self.count if last is None else last)):
            line = self._layout.lineAt(number)
            line.draw(painter, at - QPointF(0, first * self.pitch))

    def count_of(self, words: str) -> int:
        """How often words stand there, as `found` finds them."""
        text = folded(self.text)
        return text.count(folded(words)) if words and len(text) == len(self.text) else 0

    def found(self, words: str) -> Iterator[list[tuple[int, QRectF]]]:
        """Where words stand, letter case and kinds of spaces aside: for each part of a place its line, and the
        rectangle from the start of the first line.
        """
        text, wanted, at = folded(self.text), folded(words), 0
        if len(text) != len(self.text):
            return  # folding moves letters: no place can be told
        lines = [self._layout.lineAt(number) for number in range(self._layout.lineCount())]
        while wanted and (at := text.find(wanted, at)) >= 0:
            start, end = _utf16(self.text[:at]), _utf16(self.text[: at + len(wanted)])
            parts: list[tuple[int, QRectF]] = []
            for number, line in enumerate(lines):
                low, high = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
                if low < high:
                    left, right = sorted((_x(line, low), _x(line, high)))
                    parts.append((number, QRectF(left, number * self.pitch, right - left, self.pitch)))
            yield parts or [(0, QRectF(0, 0, 0, self.pitch))]
            at += len(wanted)


def folded(text: str) -> str:
    """A text as it is searched: letter case and kinds of spaces aside."""
    return unspaced(text).casefold()


def _x(line: object, position: int) -> float:
    found = line.cursorToX(position)  # type: ignore[attr-defined]
    return float(found[0] if isinstance(found, tuple) else found)


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _side(align: Qt.AlignmentFlag, *, rtl: bool, justified: bool) -> Qt.AlignmentFlag:
    if justified:
        return Qt.AlignmentFlag.AlignJustify
    if not rtl or align is Qt.AlignmentFlag.AlignHCenter:
        return align
    return Qt.AlignmentFlag.AlignLeft if align is Qt.AlignmentFlag.AlignRight else Qt.AlignmentFlag.AlignRight


def _formats(runs: list[Run], parts: list[str]) -> Iterator[QTextLayout.FormatRange]:
    start = 0
    for run, part in zip(runs, parts, strict=True):
        made = QTextLayout.FormatRange()
        made.start, made.length = start, _utf16(part)
        form = QTextCharFormat()
        form.setFont(run.font)
        if run.kind in COLOURS:  # a sign besides the colour: struck out, underlined
            form.setForeground(COLOURS[run.kind])
            form.setFontStrikeOut(run.kind is Kind.DELETED)
            form.setFontUnderline(run.kind is Kind.INSERTED)
        made.format = form
        yield made
        start += made.length
