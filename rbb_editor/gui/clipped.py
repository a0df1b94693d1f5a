"""What lies on the clipboard."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication


def clipped() -> QMimeData:
    """What was copied last; data of no kind where nothing was, or where the program that held it is gone."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return data if data is not None else QMimeData()
