"""Long work that cannot leave the GUI thread, done in slices: the window stays usable, and the work can be stopped.

What draws with Qt's fonts is such work: they belong to the thread that made them. All other long work is a `Job`.
"""

from collections.abc import Callable, Generator

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

SLICE = 20
"""Milliseconds of work at a time."""
Steps = Generator[tuple[int, int], None, object]
"""Yields (done, total) between two steps; what it returns is the result."""


class Slices(QObject):
    """One piece of such work, with the signals of a `Job`; exactly one of the last three comes at its end."""

    progressed = Signal(object, object)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, begin: Callable[[], Steps], parent: QObject | None = None, *, writes: bool = False) -> None:
        """`writes`: see `Job`."""
        super().__init__(parent)
        self._begin = begin
        self.writes = writes
        self._steps: Steps | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def done(self) -> bool:
        """Whether the work has come to its end."""
        return self._steps is None

    def start(self) -> None:
        """Begins the work."""
        self._steps = self._begin()
        self._timer.start()

    def cancel(self) -> None:
        """Stops the work at once; it leaves nothing behind."""
        if self._steps is not None:
            self._end()
            self.cancelled.emit()

    def wait(self, most: float | None = None) -> None:
        """Nothing is left to wait for after `cancel`, and nothing to `leave`."""

    def leave(self) -> None:
        """See `wait`."""

    def _go_on(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        while self._steps is not None and clock.elapsed() < SLICE:
            try:
                done, total = next(self._steps)
            except StopIteration as end:
                self._end()
                self.finished.emit(end.value)
            except Exception as error:  # noqa: BLE001  (told, or raised again, by who hears of it)
                self._end()
                self.failed.emit(error)
            else:
                self.progressed.emit(done, total)

    def _end(self) -> None:
        self._timer.stop()
        steps, self._steps = self._steps, None
        if steps is not None:
            steps.close()
