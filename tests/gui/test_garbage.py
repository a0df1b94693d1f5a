"""Garbage is collected in the window's thread and between events only: Qt allows no other."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rbb_editor.gui.garbage import Garbage

MANY = 3_000
"""More values than Python waits for until it collects by itself."""


class Ring(QObject):
    """A thing of Qt that nothing but itself holds, and that tells in which thread it went."""

    def __init__(self, went: list[str]) -> None:
        super().__init__()
        self._ring = [self]
        self._went = went

    def __del__(self) -> None:
        self._went.append(threading.current_thread().name)


@pytest.fixture
def garbage(qapp: QApplication) -> Iterator[Garbage]:
    gc.collect()
    gc.enable()
    made = Garbage()
    yield made
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.unfreeze()


def litter(went: list[str]) -> None:
    for _ in range(5):
        Ring(went)


def make_many(kept: list[list[int]]) -> None:
    kept += [[number] for number in range(MANY)]


def test_a_worker_thread_never_destroys_what_is_qts(garbage: Garbage, qtbot: QtBot):
    went: list[str] = []
    litter(went)
    kept: list[list[int]] = []
    worker = threading.Thread(target=make_many, args=(kept,), name="worker")
    worker.start()
    worker.join()
    assert went == []
    qtbot.waitUntil(lambda: len(went) == 5)
    assert set(went) == {threading.main_thread().name}


def test_a_painting_is_never_interrupted_by_it(garbage: Garbage, qtbot: QtBot):
    went: list[str] = []
    seen: list[int] = []
    kept: list[list[int]] = []

    class Painted(QWidget):
        def paintEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt)
            litter(went)
            make_many(kept)
            seen.append(len(went))

    widget = Painted()
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0] == 0
    qtbot.waitUntil(lambda: len(went) >= 5)


def test_what_a_closed_report_leaves_goes_although_it_was_there_at_the_start(qapp: QApplication, qtbot: QtBot):
    went: list[str] = []
    held = [Ring(went)]
    made = Garbage()  # from now on what there is, is not looked at
    try:
        held.clear()
        gc.collect()
        assert went == []
        made.report_closed()
        made.collect()
        assert len(went) == 1
    finally:
        made.deleteLater()
        gc.unfreeze()
