"""The text of an editor to the letter: Qt's own `toPlainText` makes plain spaces of no-break ones."""

from PySide6.QtGui import QTextDocument

ENDS = str.maketrans("\u2028\u2029", "\n\n")


def text_in(document: QTextDocument) -> str:
    """The whole text, a line each for its paragraphs."""
    return document.toRawText().translate(ENDS)
