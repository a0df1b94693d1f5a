"""What happens to a report as Qt signals: the one place where the window listens to its `Project`."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer, Signal

from rbb_editor.project import Project, warm_up

CHUNK = 20
"""Outputs checked at a time while the whole report is checked in idle moments: a few milliseconds."""

BREATH = 50
"""Milliseconds after which the check begins, so that the first picture stands before it."""
REST = 400
"""Milliseconds after the first paint that are left to it alone."""
KEYBOARD_RESTS = 600
"""Milliseconds after the last change in which the rules over the whole report are called again."""
TELL_EVERY = 50
"""Chunks after which the views are told in between: three times a second or so."""


class Bridge(QObject):
    """Forwards the project's messages, and lets it check the whole report in idle moments.

    `happened(Happened)`: the report or its findings changed. `checked(whole: bool)`: more of the report, or all of it,
    has been checked.
    """

    happened = Signal(object)
    checked = Signal(bool)

    def __init__(self, project: Project, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self._stop: Callable[[], None] = project.subscribe(self.happened.emit)
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(KEYBOARD_RESTS)
        self._resting.timeout.connect(self._settle)
        self.happened.connect(self._resting.start)
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._chunks = 0
        self._held = False
        self._idle.timeout.connect(self._advance)

    def check_in_idle_moments(self) -> None:
        """Checks what is not checked yet, a chunk whenever the window has nothing else to do.

        A moment later what writing needs is loaded, so that the first change is as quick as the others.
        """
        if not self._project.read_only:
            QTimer.singleShot(REST, self, self._warm_up)
        QTimer.singleShot(BREATH, self._idle, self._begin)

    def _begin(self) -> None:
        if not self._held:
            self._idle.start()

    def _warm_up(self) -> None:
        threading.Thread(target=warm_up, name="rbb-editor warm-up", daemon=True).start()

    @contextmanager
    def resting(self) -> Iterator[None]:
        """Leaves the computer to something else meanwhile."""
        self._held = True
        self._idle.stop()
        try:
            yield
        finally:
            self._held = False
            if not self._project.checker.complete:
                self._idle.start()

    def close(self) -> None:
        """Stops listening."""
        self._idle.stop()
        self._resting.stop()
        self._stop()

    def _settle(self) -> None:
        """The keyboard rests: the rules over the whole report are called again."""
        if self._project.checker.settle():
            self.checked.emit(True)

    def _advance(self) -> None:
        whole = self._project.checker.advance(CHUNK)
        self._chunks += 1
        if whole:
            self._idle.stop()
        if whole or self._chunks % TELL_EVERY == 0:
            self.checked.emit(whole)
