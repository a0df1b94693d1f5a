"""Fields of the front matter: taken over when left; undo is the field's while typing and the report's after it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from rbb_editor.gui.guarded import PlainField, guard
from rbb_editor.gui.to_the_letter import text_in

CONTROL = Qt.KeyboardModifier.ControlModifier
STEPS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class LineField(QLineEdit):
    """A text of one line. `words` is what the report holds."""

    def __init__(self) -> None:
        super().__init__()
        guard(self)
        self._held = ""

    @property
    def words(self) -> str:
        """What is typed."""
        return self.text()

    def put(self, text: str | None) -> None:
        """Puts words here as if they were typed; None: what the report holds, in their place."""
        self.setText(self._held if text is None else text)

    def hold(self, text: str) -> None:
        """Takes what the report holds, unless something else was typed here, which may not be in it yet."""
        typed = self.words != self._held
        self._held, old = text, self._held
        if self.text() == text != old:  # just taken over: undo within the field begins anew
            at = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(at)
        elif self.text() != text and not typed:
            self.setText(text)
            self.setCursorPosition(0)  # a text that is longer than the field is seen from its beginning

    def settle(self) -> None:
        """What was typed is in the report, perhaps with fewer spaces: shows it so, or an undo would find it typed."""
        if self.words != self._held:
            at = self.cursorPosition() if self.hasFocus() else 0
            self.put(None)
            self.setCursorPosition(at)

    def event(self, event: QEvent) -> bool:
        """Leaves undo and redo to the report where nothing is typed."""
        if _is_step(event) and self.words == self._held:
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes back what was typed."""
        if event.key() == Qt.Key.Key_Escape and self.words != self._held:
            self.setText(self._held)
            self.editingFinished.emit()
        else:
            super().keyPressEvent(event)


class LongField(PlainField):
    """A text of several lines. `editingFinished()` as a line has it."""

    editingFinished = Signal()  # noqa: N815  (as QLineEdit calls it)

    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        self._held = ""
        self.setTabChangesFocus(True)
        self.setMinimumHeight(least)
        self.setMaximumHeight(most)

    @property
    def words(self) -> str:
        """What is typed."""
        return text_in(self.document())

    def put(self, text: str | None) -> None:
        """Puts words here as if they were typed; None: what the report holds, in their place."""
        self.setPlainText(self._held if text is None else text)

    def hold(self, text: str) -> None:
        """Takes what the report holds, unless something else was typed here, which may not be in it yet."""
        typed = self.words != self._held
        self._held, old = text, self._held
        if self.words == text != old:  # just taken over: undo within the field begins anew
            self.document().clearUndoRedoStacks()
        elif self.words != text and not typed:
            self.setPlainText(text)

    def settle(self) -> None:
        """What was typed is in the report, perhaps with fewer spaces: shows it so, or an undo would find it typed."""
        if self.words != self._held:
            cursor = self.textCursor()
            at = cursor.position()
            self.put(None)
            cursor.setPosition(min(at, self.document().characterCount() - 1))
            self.setTextCursor(cursor)

    def event(self, event: QEvent) -> bool:
        """Leaves undo and redo to the report where nothing is typed."""
        if _is_step(event) and self.words == self._held:
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving ends the typing."""
        super().focusOutEvent(event)
        if self.words != self._held:
            self.editingFinished.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter ends the typing, Esc takes it back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & CONTROL:
            self.editingFinished.emit()
        elif event.key() == Qt.Key.Key_Escape and self.words != self._held:
            self.setPlainText(self._held)
        else:
            super().keyPressEvent(event)


Field = LineField | LongField


def _is_step(event: QEvent) -> bool:
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return any(event.matches(step) for step in STEPS)
