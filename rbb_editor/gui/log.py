"""The program's log file, of its own messages and Qt's. Opened for each line: most runs write none."""

import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

NAME = "rbb-editor.log"
LIMIT = 1_000_000
"""Bytes after which the log is begun anew, the old one kept beside it."""
LEVELS = {
    QtMsgType.QtDebugMsg: "DEBUG",
    QtMsgType.QtInfoMsg: "INFO",
    QtMsgType.QtWarningMsg: "WARNING",
    QtMsgType.QtCriticalMsg: "ERROR",
    QtMsgType.QtFatalMsg: "CRITICAL",
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
        time = datetime.now().astimezone().isoformat(" ", "milliseconds")
        line = f"{time} {LEVELS.get(kind, 'WARNING')} {message}"
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if self.path.is_file() and self.path.stat().st_size > LIMIT:
                self.path.replace(self.path.with_suffix(".old.log"))
            with self.path.open("a", encoding="utf-8", errors="backslashreplace") as file:
                print(line, file=file)
        except OSError:  # a full disk or a lost folder must not hide what was to be told
            print(line, file=sys.stderr)  # noqa: T201

    def _qt_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        del context
        self.write(kind, f"Qt: {message}")
