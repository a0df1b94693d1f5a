"""A disk on which long work waits until the user has seen how far it is, and what the user may do then."""

import threading
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from rbb_editor.gui.dialogs.waiting import WaitingDialog

Act = Callable[[WaitingDialog], object]


class SlowDisk:
    """`free`: it waits no more. `seen`: the words that the user has seen meanwhile."""

    def __init__(self) -> None:
        self.free = threading.Event()
        self.seen: list[str] = []
        self._timer = QTimer()
        self._timer.setInterval(5)
        self._timer.timeout.connect(self._look)
        self._act: Act = lambda dialog: None
        self.free.set()

    def then(self, act: Act) -> None:
        """What the user does as soon as there is a progress to see."""
        self._act = act
        self.free.clear()
        self._timer.start()

    def wait(self) -> None:
        """Until the user has done it."""
        assert self.free.wait(30), "nobody saw how far it is"

    def end(self) -> None:
        """Nothing waits any more."""
        self.free.set()
        self._timer.stop()

    def _look(self) -> None:
        for dialog in QApplication.topLevelWidgets():
            if not isinstance(dialog, WaitingDialog) or not dialog.isVisible():
                continue
            if not dialog.isActiveWindow():  # the desktop gives it the keyboard a moment later
                dialog.activateWindow()
                return
            self._timer.stop()
            self.seen += [label.text() for label in dialog.findChildren(QLabel)]
            self._act(dialog)
            self.free.set()


def by_key(dialog: QWidget) -> None:
    """Cancels."""
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def by_button(dialog: WaitingDialog) -> None:
    """Cancels."""
    QTest.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)


def by_cross(dialog: QWidget) -> None:
    """Cancels."""
    assert not dialog.close(), "it stays until the work has stopped"


def let_go_on(_dialog: WaitingDialog) -> None:
    """Just waits."""


def to_keyboard(window: QWidget, qtbot: QtBot) -> None:
    """Waits until the keyboard is back in the window, to which the desktop gives it."""
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
