"""The editor of a figure: one line, and under it at once how the figure was understood."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from rbb_editor.domain.values import Outcome
from rbb_editor.gui.look.signs import paint_outcome
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.table.lay import Style
from rbb_editor.gui.table.metrics import SIGN


@dataclass(frozen=True, slots=True)
class Understood:
    """What a typed figure means: the words under it, their colour, and the outcome it would give, if any."""

    words: str
    token: str
    outcome: Outcome | None = None


class FigureEdit(QLineEdit):
    """Edits one figure; `understand` is asked at every key."""

    def __init__(
        self, parent: QWidget, theme: Theme, style: Style, note: Style, understand: Callable[[str], Understood]
    ) -> None:
        super().__init__(parent)
        self._theme, self._style, self._note = theme, style, note
        self._understand = understand
        self._said = understand("")
        self.setProperty("kind", "cell")
        self.setFont(style.font)
        self.textChanged.connect(self._ask)

    def place_text(self, pad_x: int, pad_y: int, *, end: bool) -> None:
        """Puts the text where the cell has it: `pad` from the edges of the editor, at its end for planned figures."""
        self.setTextMargins(pad_x - 2, pad_y, pad_x - 2, round(self._note.pitch) + 2)
        side = Qt.AlignmentFlag.AlignTrailing if end else Qt.AlignmentFlag.AlignLeading
        self.setAlignment(side | Qt.AlignmentFlag.AlignTop)

    def wanted_height(self, pad_y: int) -> int:
        """The height for the figure and the line under it."""
        return round(self._style.pitch + self._note.pitch) + 2 * pad_y

    def paintEvent(self, event: QPaintEvent) -> None:
        """The figure, and how it is understood."""
        super().paintEvent(event)
        said = self._said
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._note.font)
        painter.setPen(self._theme.colour(said.token))
        margins = self.textMargins()
        pitch = self._note.pitch
        top = self.height() - margins.bottom() - margins.top() / 2
        line = QRectF(margins.left() + 2, top, self.width() - margins.left() - margins.right() - 4, pitch)
        rtl = self.isRightToLeft()
        at_right = bool(self.alignment() & Qt.AlignmentFlag.AlignTrailing) != rtl
        words = line
        if said.outcome is not None and not at_right:
            side = SIGN * pitch / 18
            left = line.right() - side if rtl else line.left()
            paint_outcome(painter, said.outcome, self._theme.tokens, QRectF(left, top + (pitch - side) / 2, side, side))
            words = line.adjusted(0, 0, -side - 5, 0) if rtl else line.adjusted(side + 5, 0, 0, 0)
        right = at_right or rtl
        side_flag = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, side_flag | Qt.AlignmentFlag.AlignVCenter, said.words)

    def _ask(self, text: str) -> None:
        self._said = self._understand(text)
        self.setAccessibleDescription(self._said.words)
        self.update()
