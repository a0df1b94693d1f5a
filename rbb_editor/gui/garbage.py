"""Python's cyclic garbage is collected by the window's own thread, between two events, and never at any other moment.

Left to itself the collector runs wherever the next value happens to be made: on a worker thread, where it would destroy
models, layouts and widgets that Qt allows only the window's thread to touch, or in the middle of a painting. Such a
crash comes once in many hours and is never explained.
"""

import gc

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

EVERY, SOON = 1000, 200
"""Milliseconds between two looks at how much there may be to collect; after a look that took long, the next is soon."""
LONG = 10
"""Milliseconds: so much is being made that less at a time is to be looked at, and nothing a second time."""


class Garbage(QObject):
    """Collects from now on, as often as Python would. To be made and kept in the window's thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # what the start made stays: no later collection looks at it again, so that each is short
        self._all = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collects the generations that are due.

        What a collection of the oldest one leaves, or one that took long, is not looked at again until a report is
        closed: each stays short.
        """
        clock = QElapsedTimer()
        clock.start()
        counts, limits = gc.get_count(), gc.get_threshold()
        due = [age for age in range(3) if counts[age] > limits[age] or self._all]
        if due:
            gc.collect(max(due))
            if max(due) == 2 or clock.elapsed() > LONG:
                gc.freeze()
                self._all = self._all and max(due) < 2
        self._timer.setInterval(SOON if clock.elapsed() > LONG else EVERY)

    def report_closed(self) -> None:
        """A report and all that showed it are gone: everything is looked at again at the next turn."""
        gc.unfreeze()
        self._all = True
