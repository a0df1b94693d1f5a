"""The text of an editor to the letter: Qt's own `toPlainText` makes plain spaces of no-break ones."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor, QTextDocument

ENDS = str.maketrans("\u2028\u2029", "\n\n")


def text_in(document: QTextDocument) -> str:
    """The whole text, a line each for its paragraphs."""
    return document.toRawText().translate(ENDS)


def selected_in(cursor: QTextCursor) -> QMimeData:
    """What is selected, for the clipboard: as plain text, which is what is written here."""
    data = QMimeData()
    data.setText(cursor.selectedText().translate(ENDS))
    return data
