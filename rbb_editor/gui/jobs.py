"""Long work off the GUI thread: a function of (progress) on a worker thread, its result brought back by a signal.

The function gets values (a snapshot, a path), never a live report or a widget, and asks no questions.
"""

import threading
import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from rbb_editor.progress import Cancelled, Progress

PATIENCE = 300
"""Milliseconds of work before it is shown how far it is: what is quick leaves no flicker."""
GIVE_UP = 2_000
"""Milliseconds after a cancel in which work is to hear of it: it hears nothing while it waits for a drive."""
INTERVAL = 0.04
"""Seconds between two reports of progress that reach the window."""


class Job(QObject):
    """One piece of long work. Exactly one of `finished(result)`, `failed(exception)`, `cancelled()` comes at its end.

    The signals arrive in the thread that made the job. `progressed(done, total)` comes at most every `INTERVAL`.
    """

    progressed = Signal(object, object)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(
        self,
        work: Callable[[Progress], object],
        parent: QObject | None = None,
        *,
        may_be_left: bool = False,
        writes: bool = False,
        too_late: Callable[[object], object] | None = None,
    ) -> None:
        """`may_be_left`: nothing is lost where it is left before its end: it reads, or writes a file that appears whole
        or not at all. `writes`: such a file is wanted, also where its window is closed meanwhile. `too_late`: what is
        done, on the thread of the work, with a result that comes when it was left.
        """
        super().__init__(parent)
        self._work = work
        self._too_late = too_late
        self._may_be_left = may_be_left
        self.writes = writes
        self.left = False
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="rbb-editor job", daemon=may_be_left)
        self._last = 0.0
        self._end: Callable[[], object] | None = None
        self._ending = threading.Lock()

    def start(self) -> None:
        """Begins the work."""
        self._thread.start()

    def cancel(self) -> None:
        """Asks the work to stop; it does at its next report of progress and leaves nothing behind.

        Work that may be left, and reports nothing for long, is.
        """
        self._stop.set()
        if self._may_be_left and not self.done:
            QTimer.singleShot(GIVE_UP, self, self.leave)

    def leave(self) -> None:
        """Ends without the work, which may wait for a drive without end: it counts as cancelled."""
        self._stop.set()
        if self._come_to_end(partial(_raise, Cancelled())):
            self.left = True
            self.cancelled.emit()

    def wait(self, most: float | None = None) -> None:
        """Blocks until the worker is done, or for `most` seconds; one that was left is not waited for."""
        if self._thread.is_alive() and not self.left:
            self._thread.join(most)

    @property
    def done(self) -> bool:
        """Whether the work has come to its end; the signal of that may still be on its way."""
        return self._end is not None

    def result(self) -> object:
        """What the work returned, waited for where it is not done; raises what it raised, Cancelled too."""
        self.wait()
        assert self._end is not None
        return self._end()

    def _run(self) -> None:
        """On the worker thread. Whatever it raises is carried to the GUI thread, which knows errors from bugs."""
        try:
            result = self._work(self._progress)
        except Cancelled as stop:
            if self._come_to_end(partial(_raise, stop)):
                self.cancelled.emit()
        except Exception as error:  # noqa: BLE001  (raised again in the GUI thread unless it is the user's)
            if self._come_to_end(partial(_raise, error)):
                self.failed.emit(error)
        else:
            if self._come_to_end(lambda: result):
                self.finished.emit(result)
            elif self._too_late is not None:
                self._too_late(result)

    def _come_to_end(self, end: Callable[[], object]) -> bool:
        """Whether this is the first end, which counts: it may be left at the very moment at which it is done."""
        with self._ending:
            if self._end is not None:
                return False
            self._end = end
        return True

    def _progress(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self._last >= INTERVAL:
            self._last = now
            self.progressed.emit(done, total)


def _raise(error: Exception) -> object:
    raise error
