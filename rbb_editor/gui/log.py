"""The program's log file, of its own messages and Qt's. Opened for each line: most runs write none."""

import logging
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

NAME = "rbb-editor.log"
LIMIT = 1_000_000
"""Bytes after which the log is begun anew, the old one kept beside it."""
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Log:
    """The log in a folder, which is made when a line is written."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME

    def take_qt_messages(self) -> None:
        """What Qt has to say is written here from now on."""
        qInstallMessageHandler(self._qt_message)

    def write(self, kind: QtMsgType, message: str) -> None:
        """Adds a line (or several) with time and level."""
        level = LEVELS.get(kind, logging.WARNING)
        handler = self._opened()
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        handler.handle(logging.LogRecord(NAME, level, "", 0, message, (), None))
        handler.close()

    def _opened(self) -> logging.Handler:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if self.path.is_file() and self.path.stat().st_size > LIMIT:
                self.path.replace(self.path.with_suffix(".old.log"))
            return logging.FileHandler(self.path, encoding="utf-8")
        except OSError:  # a full disk or a lost folder must not hide what was to be told
            return logging.StreamHandler()

    def _qt_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        del context
        self.write(kind, f"Qt: {message}")
