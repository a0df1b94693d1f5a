"""Where everything lies inside a cell: made once for measuring, painting, hit testing and placing an editor.

Positions run from the start edge of the cell (left, or right where the document runs right to left).
"""

from collections.abc import Callable

from msgspec import Struct, field
from PySide6.QtCore import QRectF

from rbb_editor.domain.entities import Component
from rbb_editor.domain.language import Language
from rbb_editor.domain.reading import Figure
from rbb_editor.domain.text import Text
from rbb_editor.gui.look.signs import figure_words
from rbb_editor.gui.table import texts
from rbb_editor.gui.table.columns import Field
from rbb_editor.gui.table.lay import Laid, Layouts, Style
from rbb_editor.gui.table.metrics import BAR, CHIP, FIELD_PAD, GAP, INDENT, MARK, PAD_X, PAD_Y, SIGN, Metrics
from rbb_editor.gui.table.notation import write_planned
from rbb_editor.rules.rule import Severity


class Piece(Struct):
    """A laid text in a box, from the start edge. `token` names its colour."""

    laid: Laid
    box: QRectF
    token: str
    field: Field | None = None


class Shape(Struct):
    """The content of one cell. `parts`: the boxes of the fields in it; `chips`: kinds of cause to click."""

    height: float
    pieces: list[Piece] = field(default_factory=list)
    parts: dict[Field, QRectF] = field(default_factory=dict)
    bar: QRectF | None = None
    severity: tuple[Severity, QRectF] | None = None
    sign: QRectF | None = None
    answer: QRectF | None = None
    chips: list[tuple[str | None, QRectF, Laid]] = field(default_factory=list)


class RowState(Struct, frozen=True):
    """What of a row depends on where the user is. `part`: the field that is current in it; None: not the current row.

    `answer`: the height wanted by the editor in the answer field, or 0.
    """

    part: Field | None = None
    answer: float = 0


AT_REST = RowState()
MOST_SHOWN = 6_000
"""Characters of a text laid out in a cell: what lies beyond fits no screen, and would cost seconds."""


class Setter(Struct, frozen=True):
    """Sets cells of one document language in one interface language at one zoom."""

    metrics: Metrics
    layouts: Layouts
    language: Language
    say: Callable[[Text], str]

    def lay(self, text: str, style: Style, width: float, *, end: bool = False, indent: float = 0) -> Laid:
        """A text in the document's direction."""
        return self.layouts.of(text, style, width, rtl=self.language.rtl, end=end, indent=indent)

    def figure(self, text: str, style: Style, width: float, *, end: bool = False) -> Laid:
        """A figure: reads from the left in every language."""
        return self.layouts.of(text, style, width, rtl=self.language.rtl, end=end, own=True)

    def words(self, text: Text, style: Style, width: float, *, end: bool = False) -> Laid:
        """A text of the interface, in its own direction."""
        return self.layouts.of(self.say(text), style, width, rtl=self.language.rtl, end=end, own=True)

    def plain(self, text: str, width: float) -> Shape:
        """A planned text."""
        m = self.metrics
        box_width = max(1.0, width - 2 * m.px(PAD_X))
        laid = self.lay(text[:MOST_SHOWN], m.body, box_width)
        box = QRectF(m.px(PAD_X), m.px(PAD_Y), box_width, laid.height)
        shape = Shape(0, [Piece(laid, box, "text", Field.PLANNED_TEXT)])
        shape.height = self._cut(shape, text, m.px(PAD_Y) + laid.height, box_width) + m.px(PAD_Y)
        return shape

    def _cut(self, shape: Shape, text: str, y: float, box_width: float) -> float:
        """Below the beginning of a very long text, how much of it is not shown."""
        left = len(text) - MOST_SHOWN
        if left <= 0:
            return y
        laid = self.words(texts.cut(left), self.metrics.note, box_width)
        shape.pieces.append(Piece(laid, QRectF(self.metrics.px(PAD_X), y, box_width, laid.height), "text2"))
        return y + laid.height

    def planned(self, figure: Figure, width: float) -> Shape:
        """A planned figure, set to the end, with a note where it was set by hand."""
        m = self.metrics
        box_width = max(1.0, width - 2 * m.px(PAD_X))
        laid = self.figure(write_planned(figure.planned, self.language), m.body, box_width, end=True)
        pieces = [Piece(laid, QRectF(m.px(PAD_X), m.px(PAD_Y), box_width, laid.height), "text2")]
        height = laid.height
        if not figure.read:
            note = self.words(texts.BY_HAND, m.note, box_width, end=True)
            pieces.append(Piece(note, QRectF(m.px(PAD_X), m.px(PAD_Y) + height, box_width, note.height), "text3"))
            height += note.height
        return Shape(height + 2 * m.px(PAD_Y), pieces)

    def completed(self, component: Component, figure: Figure, width: float) -> Shape:
        """A completed figure with the sign and the word of its outcome under it."""
        m = self.metrics
        x, y = m.px(PAD_X), m.px(PAD_Y)
        box_width = max(1.0, width - 2 * x)
        laid = self.figure(component.completed, m.figure, box_width)
        words = figure_words(figure, self.language)
        room = m.px(SIGN + 6)
        note = self.words(words, m.note, box_width - room)
        top = y + laid.height
        sign = QRectF(x, top + m.note.baseline - m.px(SIGN + 0.5), m.px(SIGN), m.px(SIGN))  # as the figures stand
        pieces = [
            Piece(laid, QRectF(x, y, box_width, laid.height), "text", Field.COMPLETED),
            Piece(note, QRectF(x + room, top, box_width - room, note.height), str(figure.outcome)),
        ]
        return Shape(top + note.height + y, pieces, sign=sign)

    def remarks(
        self,
        component: Component,
        figure: Figure,
        missing: Severity | None,
        width: float,
        state: RowState,
        *,
        ask: bool,
    ) -> Shape:
        """What is counted, remarks, the reason set apart by a bar, or that it is missing, or (`ask`) the question."""
        m = self.metrics
        x, y = m.px(PAD_X), m.px(PAD_Y)
        box_width = max(1.0, width - 2 * x)
        shape = Shape(0)
        if component.label or state.part is Field.LABEL:
            laid = self.lay(component.label or "", m.note, box_width)
            shape.parts[Field.LABEL] = box = QRectF(x, y, box_width, laid.height)
            shape.pieces.append(Piece(laid, box, "text2", Field.LABEL))
            y += laid.height + m.px(2)  # room for the frame between it and what is counted
        if component.remarks or not component.explanation or state.part is Field.REMARKS:
            laid = self.lay(component.remarks[:MOST_SHOWN], m.body, box_width)
            shape.parts[Field.REMARKS] = box = QRectF(x, y, box_width, laid.height)
            shape.pieces.append(Piece(laid, box, "text", Field.REMARKS))
            y = self._cut(shape, component.remarks, y + laid.height, box_width)
        if component.explanation or (state.part is Field.EXPLANATION and not missing):
            y = self._reason(shape, component.explanation, y, box_width)
        elif missing and ask and state.part is not None:
            y = self._question(shape, figure, missing, y, box_width, state)
        elif missing:
            y = self._line(shape, texts.REASON_MISSING, missing, y, box_width)
            shape.parts[Field.EXPLANATION] = QRectF(x, y - m.note.pitch, box_width, m.note.pitch)
        shape.height = y + m.px(PAD_Y)
        return shape

    def _reason(self, shape: Shape, text: str, y: float, box_width: float) -> float:
        m = self.metrics
        x, indent = m.px(PAD_X), m.px(INDENT)
        if shape.pieces:
            y += m.px(GAP)
        label = self.words(texts.REASON, m.note, box_width - indent)
        laid = self.lay(text[:MOST_SHOWN], m.body, box_width - indent, indent=label.width + m.px(8))
        shape.bar = QRectF(x, y, m.px(BAR), laid.height)
        lift = m.body.baseline - m.note.baseline
        shape.pieces.append(Piece(label, QRectF(x + indent, y + lift, box_width - indent, label.height), "text2"))
        box = QRectF(x + indent, y, box_width - indent, laid.height)
        shape.pieces.append(Piece(laid, box, "text", Field.EXPLANATION))
        shape.parts[Field.EXPLANATION] = box
        return self._cut(shape, text, y + laid.height, box_width)

    def _line(self, shape: Shape, words: Text, severity: Severity, y: float, box_width: float) -> float:
        """The severity sign and a line of words in its colour."""
        m = self.metrics
        x, room = m.px(PAD_X), m.px(MARK + 6)
        y += m.px(GAP) - m.px(2)
        laid = self.words(words, m.strong_note, box_width - room)
        mark = m.px(MARK)
        shape.severity = (severity, QRectF(x, y + (m.note.pitch - mark) / 2, mark, mark))
        token = "shortfall" if severity is Severity.ERROR else "check"
        shape.pieces.append(Piece(laid, QRectF(x + room, y, box_width - room, laid.height), token))
        return y + laid.height

    def _question(
        self, shape: Shape, figure: Figure, severity: Severity, y: float, box_width: float, state: RowState
    ) -> float:
        """The question, the field that already holds the stock opening, and the kinds of cause as chips."""
        m = self.metrics
        x, pad = m.px(PAD_X), m.px(FIELD_PAD)
        y = self._line(shape, texts.question(figure, self.language), severity, y + m.px(2), box_width)
        y += m.px(GAP)
        start = self.lay(texts.opening(figure.outcome, self.language), m.roomy, box_width - 2 * pad)
        height = max(start.height + 2 * pad, 2 * m.roomy.pitch + pad, state.answer)
        shape.answer = QRectF(x, y, box_width, height)
        shape.parts[Field.EXPLANATION] = shape.answer
        shape.pieces.append(Piece(start, QRectF(x + pad, y + pad, box_width - 2 * pad, start.height), "text2"))
        y += height + m.px(8)
        shape.chips = self._chips(y, box_width)
        return y + m.px(CHIP)

    def _chips(self, y: float, box_width: float) -> list[tuple[str | None, QRectF, Laid]]:
        """As many kinds of cause as fit one line, "More" at its end; never a second line."""
        m = self.metrics
        height, gap = m.px(CHIP), m.px(GAP)

        def chip(words: Text) -> tuple[Laid, float]:
            laid = self.words(words, m.note, 1000 * m.zoom)
            return laid, laid.width + m.px(2 * 9)

        more, more_width = chip(texts.MORE)
        x, chips = m.px(PAD_X), []
        for cause, words in texts.CAUSES[:3]:
            laid, wide = chip(words)
            if x + wide + gap + more_width > m.px(PAD_X) + box_width:
                break
            chips.append((cause, QRectF(x, y, wide, height), laid))
            x += wide + gap
        return [*chips, (None, QRectF(x, y, more_width, height), more)]
