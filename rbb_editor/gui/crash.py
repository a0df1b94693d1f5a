"""A bug of ours: the report is written to the disk first, then the user is told in a sentence, once a minute."""

import sys
import threading
import time
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QObject, QtMsgType, Signal

from rbb_editor import __version__
from rbb_editor.gui.log import Log

QUIET = 60.0
"""Seconds in which no second crash dialog is shown; every crash is logged."""
LAST_LINES = 60


def versions() -> str:
    """Program, Python, Qt and system in a line: the head of every diagnostic. Holds no word of a report."""
    import platform

    from PySide6.QtCore import QLibraryInfo

    qt = QLibraryInfo.version().toString()
    return (
        f"RBB Editor {__version__} · Python {platform.python_version()} · Qt {qt} · "
        f"PySide {pyside_version} · {platform.platform()}"
    )


def diagnostic(path: Path) -> str:
    """What a bug report needs: versions, and the last lines of the log. Holds no word of a report."""
    lines = path.read_text("utf-8", errors="replace").splitlines()[-LAST_LINES:] if path.is_file() else []
    return "\n".join([versions(), *lines])


class CrashReporter(QObject):
    """Catches what nothing else caught, in any thread, and tells it once.

    `crashed(diagnostic: str)` is emitted at most every `QUIET` seconds, in the GUI thread.
    """

    crashed = Signal(str)
    _noticed = Signal(str)

    def __init__(self, log: Log, parent: QObject | None = None, *, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._log = log
        self._clock = clock
        self._last: float | None = None
        self._noticed.connect(self._tell)

    def install(self) -> None:
        """Becomes the exception hook of the process."""
        sys.excepthook = self.report
        threading.excepthook = self._report_thread

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Logs an exception and has it shown."""
        sys.__excepthook__(kind, error, trace)  # to whoever started the program in a terminal
        if issubclass(kind, KeyboardInterrupt):
            return
        lines = "".join(traceback.format_exception(kind, error, trace))
        diagnostic = f"{versions()}\n{datetime.now(UTC).isoformat(timespec='seconds')}\n\n{lines}"
        self._log.write(QtMsgType.QtCriticalMsg, f"crash\n{diagnostic}")
        self._noticed.emit(diagnostic)

    def _report_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.report(args.exc_type, args.exc_value, args.exc_traceback)

    def _tell(self, diagnostic: str) -> None:
        now = self._clock()
        if self._last is None or now - self._last >= QUIET:
            self._last = now
            self.crashed.emit(diagnostic)
