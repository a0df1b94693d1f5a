"""The window that benches look at: a large report open in it, all of it checked; how long it stands still."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from time import thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rbb_editor.gui.main_window import MainWindow
from rbb_editor.project import Project
from rbb_editor.project.sample import make_sample
from tests.gui.every_window import make_program, settle

OUTPUTS = 10_000
IDLE = 1000
"""Milliseconds for what is counted in idle moments, after the check."""
BEAT = 2
"""Milliseconds between two looks at how long an event has taken."""


def open_large(path: Path, *, whole: bool = False) -> MainWindow:
    """A window on the report in a file, checked and at rest; `whole`: the whole report in one table.

    Needs an application that the caller keeps; the settings lie beside the file.
    """
    program = make_program(path.parent)
    program.collect_garbage()
    window = program.new_window()
    window.resize(1440, 900)
    window.files.open_path(path)
    window.show()
    assert window.project is not None
    checker = window.project.checker
    settle(lambda: checker.complete)
    if whole:
        window.commands.show_report()
    QTest.qWait(IDLE)
    return window


@contextmanager
def large_window(*, whole: bool = False) -> Iterator[tuple[MainWindow, Path]]:
    """A window on `OUTPUTS` made-up outputs, as above, and the folder of their file."""
    app = application()  # noqa: F841  (kept until the end)
    with TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "large.rbb"
        Project.create(path, make_sample(OUTPUTS, "en"), author="Bench").close()
        window = open_large(path, whole=whole)
        yield window, folder
        window.close()


def application() -> QApplication:
    """The one of this process, made where there is none yet."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    return app


def longest(begin: Callable[[], object], done: Callable[[], bool]) -> float:
    """The longest single event from a beginning until something is done."""
    longest = timed(begin)
    while not done():
        longest = max(longest, timed(QApplication.processEvents))
        longest = max(longest, timed(lambda: QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)))
    return longest


def timed(work: Callable[[], object]) -> float:
    """What it takes of this thread at most between two events: work that waits for another thread lets some pass."""
    moments = [thread_time()]
    beat = QTimer()
    beat.setInterval(BEAT)
    beat.timeout.connect(lambda: moments.append(thread_time()))
    beat.start()
    work()
    beat.stop()
    moments.append(thread_time())
    return max(later - earlier for earlier, later in pairwise(moments))
