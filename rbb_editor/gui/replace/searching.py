"""A search in small pieces between the key presses of who types what is looked for."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from rbb_editor.domain.wording import Hit
from rbb_editor.errors import UserError
from rbb_editor.project import Project
from rbb_editor.project.search import Query, scan

SLICE = 0.008
"""Seconds of searching before the window may paint and take keys again."""


class Searching(QObject):
    """`found(hits)`: all of them, at the end. `failed(Text)`: a regular expression is wrong or takes too long."""

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, project: Project, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self._left: Iterator[list[Hit]] = iter(())
        self._hits: list[Hit] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._advance)

    @property
    def running(self) -> bool:
        """Whether a search has not come to its end."""
        return self._timer.isActive()

    def begin(self, query: Query) -> None:
        """Starts anew; what was being searched is dropped."""
        self._timer.stop()
        self._hits = []
        try:
            self._left = scan(self._project.report, query)
        except UserError as error:
            self.failed.emit(error.text)
            return
        self._timer.start()

    def finish(self) -> None:
        """Searches to the end without a pause: the list must fit the report as it is now."""
        while self._timer.isActive():
            self._advance()

    def stop(self) -> None:
        """Searches no further."""
        self._timer.stop()

    def _advance(self) -> None:
        end = perf_counter() + SLICE
        try:
            for hits in self._left:
                self._hits += hits
                if perf_counter() > end:
                    return
        except UserError as error:
            self._timer.stop()
            self.failed.emit(error.text)
            return
        self._timer.stop()
        self.found.emit(self._hits)
