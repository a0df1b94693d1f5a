"""What the cells have in common that are typed into in a single line."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStyledItemDelegate, QWidget


class LineDelegate(QStyledItemDelegate):
    """Enter takes over what is typed at once.

    Qt does so a moment later: by then the next key may have closed the line and opened another one, which the view
    would no longer take for one that is typed into.
    """

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter ends the line; all else is Qt's."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and isinstance(editor, QWidget)
        ):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, self.EndEditHint.SubmitModelCache)
            return True
        return super().eventFilter(editor, event)
