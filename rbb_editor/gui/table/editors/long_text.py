"""The editor of long text: opens over its cell, grows with what is written, Ctrl+Enter ends it, Esc cancels."""

from collections.abc import Callable

from PySide6.QtCore import QMargins, QMimeData, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent, QTextBlockFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextEdit, QWidget

from rbb_editor.gui.guarded import takes
from rbb_editor.gui.look.fonts import HINT_PX, NOTE_PX
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.table.lay import Style
from rbb_editor.gui.to_the_letter import selected_in, text_in

FOOT = 30
JUDGED_AT_ONCE = 4_000
"""Characters of a text that is judged at every key; a longer one when the keys rest."""
KEYS_APART = " · "
"""What stands between the keys that the foot names."""
REST = 400
"""Milliseconds without a key that are rest."""
Note = tuple[str, str, str]
"""What the foot says of the text: the token of its colour, its icon ("" = none), its words."""


class LongTextEdit(QTextEdit):
    """Edits several lines of plain text in the type of the cells, with a foot line below.

    `grew`: the height it wants has changed.
    """

    grew = Signal()

    def __init__(self, parent: QWidget, theme: Theme, style: Style, note_style: Style, *, rtl: bool, pad: int) -> None:
        super().__init__(parent)
        self._theme = theme
        self._style, self._note_style = style, note_style
        self._judge: Callable[[str], Note | None] = lambda _: None
        self._keys = ""
        self._wanted = 0
        self.untouched: str | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._judge_now)
        self.setProperty("kind", "cell")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFont(style.font)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
        self.setLayoutDirection(option.textDirection())
        self._pad = pad
        self.setViewportMargins(QMargins(pad, pad, pad, 0))
        self.document().documentLayout().documentSizeChanged.connect(self._resized)
        self.textChanged.connect(self._judge_again)

    def start(self, text: str, *, prefilled: bool = False) -> None:
        """Begins with `text`, the cursor at its end; a prefilled text counts as nothing until it is touched."""
        block = QTextBlockFormat()
        block.setLineHeight(self._style.pitch, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.setBlockFormat(block)  # before the text, which is laid out once then
        cursor.insertText(text)
        self.document().clearUndoRedoStacks()
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.untouched = text if prefilled else None
        self._judge_again()

    def explain(self, keys: str, judge: Callable[[str], Note | None]) -> None:
        """Opens the foot: the keys that end the editor, and what `judge` says of the text while it is written."""
        self._keys, self._judge = keys, judge
        self.setViewportMargins(QMargins(self._pad, self._pad, self._pad, FOOT))
        self._judge_again()

    def text(self) -> str:
        """The text as it stands; "" where it is the prefilled one."""
        text = text_in(self.document())
        return "" if self.untouched is not None and text.strip() == self.untouched.strip() else text

    def replace_all(self, text: str) -> None:
        """Puts another text in, as one step that the editor's own undo takes back."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.setFocus()

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied, to the letter."""
        return selected_in(self.textCursor())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Takes in what is pasted or dropped."""
        if takes(self, source):
            super().insertFromMimeData(source)

    def wanted_height(self) -> int:
        """The height that shows the whole text."""
        margins = self.viewportMargins()
        lines = max(self.document().size().height(), 2 * self._style.pitch)
        return round(lines) + margins.top() + margins.bottom() + 2 * 2 + (0 if self._keys else self._pad)

    def foot_rect(self) -> QRect:
        """Where the foot lies."""
        return QRect(2, self.height() - FOOT - 2, self.width() - 4, FOOT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the foot at the bottom."""
        super().resizeEvent(event)
        if self._keys:
            self._foot().setGeometry(self.foot_rect())

    def _foot(self) -> "_Foot":
        foot = self.findChild(_Foot)
        if foot is None:
            foot = _Foot(self, self._theme, self._note_style)
            foot.setGeometry(self.foot_rect())
            foot.show()
        return foot

    def _judge_again(self) -> None:
        if not self._keys:
            return
        if self.document().characterCount() <= JUDGED_AT_ONCE:
            self._judge_now()
        else:
            self._rest.start()

    def _judge_now(self) -> None:
        self._foot().say(self._judge(self.text()), self._keys)

    def _resized(self) -> None:
        wanted = self.wanted_height()
        if wanted != self._wanted:
            self._wanted = wanted
            self.grew.emit()


class _Foot(QWidget):
    """The line below the text: what is said of it at the start, the keys at the end."""

    def __init__(self, parent: QWidget, theme: Theme, style: Style) -> None:
        super().__init__(parent)
        self._theme, self._style = theme, style
        self._note: Note | None = None
        self._keys = ""

    def say(self, note: Note | None, keys: str) -> None:
        """Shows other words."""
        self._note, self._keys = note, keys
        self.setAccessibleName(note[2] if note else keys)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draws the line."""
        with QPainter(self) as painter:
            painter.setFont(self._style.font)
            painter.fillRect(0, 0, self.width(), 1, self._theme.colour("hair"))
            room = self.rect().adjusted(10, 0, -10, 0)
            rtl = self.isRightToLeft()
            start, end = (
                (Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft)
                if rtl
                else (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
            )
            middle = Qt.AlignmentFlag.AlignVCenter
            used = 0
            if self._note is not None:
                token, icon, words = self._note
                used = painter.fontMetrics().horizontalAdvance(words) + 24
                text = QRect(room)
                if icon:
                    left = room.right() - 14 if rtl else room.left()
                    painter.drawPixmap(
                        left, (self.height() - 14) // 2, self._theme.pixmap(icon, token, 14, self.devicePixelRatioF())
                    )
                    text = room.adjusted(0, 0, -20, 0) if rtl else room.adjusted(20, 0, 0, 0)
                    used += 20
                painter.setPen(self._theme.colour(token))
                painter.drawText(text, start | middle, words)
            hint = QFont(self._style.font)
            hint.setPixelSize(max(1, round(hint.pixelSize() * HINT_PX / NOTE_PX)))
            painter.setFont(hint)
            keys = self._keys
            while keys and painter.fontMetrics().horizontalAdvance(keys) > room.width() - used:
                keys = keys.rpartition(KEYS_APART)[0]  # the last one gives way: half a word says nothing
            painter.setPen(QColor(self._theme.tokens.text3))
            painter.drawText(room, end | middle, keys)
