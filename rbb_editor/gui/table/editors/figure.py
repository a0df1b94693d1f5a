"""The editor of a figure: one line, and under it at once how the figure was understood."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from rbb_editor.domain.text import Text
from rbb_editor.gui.guarded import guard
from rbb_editor.gui.look.signs import paint_outcome
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.table.lay import Style
from rbb_editor.gui.table.metrics import SIGN
from rbb_editor.gui.table.understanding import Understood

OFFER_GAP = 8
FRAME, INNER = 2, 2
"""The border of a cell's editor, and the space that QLineEdit itself leaves beside its text."""


class FigureEdit(QLineEdit):
    """Edits one figure; `understand` is asked at every key. `grew`: what it says of the figure needs more room."""

    grew = Signal()

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        style: Style,
        note: Style,
        understand: Callable[[str], Understood],
        say: Callable[[Text], str],
    ) -> None:
        super().__init__(parent)
        guard(self)
        self._theme, self._style, self._note = theme, style, note
        self._understand, self._say = understand, say
        self._offered: QPushButton | None = None
        self._said = understand("")
        self._end = False
        self.setProperty("kind", "cell")
        self.setFont(style.font)
        self.textChanged.connect(self._ask)

    def place_text(self, pad_x: int, pad_y: int, *, end: bool) -> None:
        """Puts the text where the cell has it: `pad` from the edges of the editor, at its end for planned figures."""
        self.setTextMargins(pad_x - INNER, pad_y, pad_x - INNER, self._below() + 2)
        self._end = end
        self.setAlignment(self._side() | Qt.AlignmentFlag.AlignTop)

    def _side(self) -> Qt.AlignmentFlag:
        right = self._end != self.isRightToLeft()
        return (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignAbsolute

    def wanted_height(self, pad_y: int) -> int:
        """The height for the figure and the line under it."""
        return round(self._style.pitch) + self._below() + 2 * pad_y

    def wanted_width(self) -> int:
        """The width for what is said, and offered, below the figure."""
        margins, metrics = self.textMargins(), QFontMetrics(self._note.font)
        sign = round(SIGN * self._note.pitch / 18) + 5 if self._said.outcome is not None else 0
        words = sign + metrics.horizontalAdvance(self._say(self._said.words))
        if self._offered is not None:
            words = max(words, metrics.horizontalAdvance(self._offered.text()))
        return words + margins.left() + margins.right() + 2 * (FRAME + INNER) + 2

    def offer(self, words: str, taken: Callable[[], None]) -> None:
        """A second line below: what one click puts in the place of what is typed."""
        self._offered = button = QPushButton(words, self)
        button.setProperty("kind", "link")
        button.setFont(self._note.font)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(taken)
        margins = self.textMargins()
        self.setTextMargins(margins.left(), margins.top(), margins.right(), self._below() + 2)
        self._put()

    def _below(self) -> int:
        """The height of the lines below the figure."""
        pitch = self._note.pitch
        return round(pitch + (pitch + OFFER_GAP if self._offered is not None else 0))

    def _put(self) -> None:
        if self._offered is not None:
            top = self.textMargins().top() + FRAME + self._style.pitch + self._note.pitch
            height = round(self._note.pitch) + OFFER_GAP
            side = "right" if self._end != self.isRightToLeft() else "left"
            self._offered.setStyleSheet(f"text-align: {side};")
            self._offered.setGeometry(FRAME, round(top), self.width() - 2 * FRAME, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the second line in its place."""
        super().resizeEvent(event)
        self._put()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The figure, and how it is understood."""
        super().paintEvent(event)
        said = self._said
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self._note.font)
            painter.setPen(self._theme.colour(said.token))
            margins = self.textMargins()
            pitch = self._note.pitch
            top = margins.top() + FRAME + self._style.pitch
            aside = FRAME + INNER
            room = self.width() - margins.left() - margins.right() - 2 * aside
            line = QRectF(margins.left() + aside, top, room, pitch)
            if said.outcome is not None:
                rtl, side = self.isRightToLeft(), SIGN * pitch / 18
                left = line.right() - side if rtl else line.left()
                paint_outcome(
                    painter, said.outcome, self._theme.tokens, QRectF(left, top + (pitch - side) / 2, side, side)
                )
                line = line.adjusted(0, 0, -side - 5, 0) if rtl else line.adjusted(side + 5, 0, 0, 0)
            painter.drawText(line, self._side() | Qt.AlignmentFlag.AlignVCenter, self._say(said.words))

    def _ask(self, text: str) -> None:
        self._said = self._understand(text)
        self.setAccessibleDescription(self._say(self._said.words))
        if self.wanted_width() > self.width():
            self.grew.emit()
        self.update()
