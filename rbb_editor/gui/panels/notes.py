"""What notes of people are shown and written with: the field to write in, the sign of an author."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from rbb_editor.gui.guarded import PlainField
from rbb_editor.gui.look import fonts
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.to_the_letter import text_in

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
MOST_LINES = 8
SCROLLED, WHOLE = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff


class NoteEdit(PlainField):
    """A field of a line or more that grows with what is written.

    `sent()`: Ctrl+Enter. `cancelled()`: Esc.
    """

    sent = Signal()
    cancelled = Signal()

    def __init__(self, name: str, placeholder: str, lines: int = 1) -> None:
        super().__init__()
        self._least = lines
        self._fitting = False
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def words(self) -> str:
        """What is written, without white space around it."""
        return text_in(self.document()).strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter sends, Esc leaves."""
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.sent.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._fitting:  # its scroll bar comes or goes, which breaks the lines anew
            return
        self._fitting = True
        try:
            lines = max(self._least, self._lines())
            self.setVerticalScrollBarPolicy(SCROLLED if lines > MOST_LINES else WHOLE)
            lines = min(lines, MOST_LINES)
            height = lines * self.fontMetrics().lineSpacing() + 2 * round(self.document().documentMargin()) + 10
            if height != self.height():
                self.setFixedHeight(height)
        finally:
            self._fitting = False

    def _lines(self) -> int:
        """How many lines there are, as far as they matter. Qt counts a paragraph for one line until it is laid out."""
        layout, block, lines = self.document().documentLayout(), self.document().begin(), 0
        while block.isValid() and lines <= MOST_LINES:
            layout.blockBoundingRect(block)
            lines += block.layout().lineCount()
            block = block.next()
        return lines


class Author(QWidget):
    """The first letters of a name in a circle."""

    SIDE = 24

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        words = name.split()
        letters = [word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)]
        self._letters = "".join(letters).upper() or "?"
        self.setFixedSize(self.SIDE, self.SIDE)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """A circle."""
        return QSize(self.SIDE, self.SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draws it."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("hair"))
            circle = QRectF(0, 0, self.SIDE, self.SIDE)
            painter.drawEllipse(circle)
            painter.setPen(self._theme.colour("text2"))
            painter.setFont(fonts.font(10, fonts.SEMIBOLD))
            painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), self._letters)


def words(text: str, role: str = "", *, wrap: bool = True) -> QLabel:
    """Words of a report or of a person, never taken for markup."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wrap)
    if role:
        label.setProperty("role", role)
    return label


def ending(text: str) -> QLabel:
    """A hint at the end of a line, which gives way where there is little room."""
    label = words(text, "hint")
    label.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
    return label
