"""A window with two departments, the first with two offices, to work on their outline."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from rbb_editor.gui.main_window import MainWindow
from tests.made_up import small_report

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(open_window: Callable[..., MainWindow], make_file: Callable[..., Path]) -> MainWindow:
    """Two departments, the first with two offices; all nodes open, the keyboard in the outline."""
    made = open_window(make_file("offices.rbb", small_report()))
    made.workspace.outline.expandAll()
    made.workspace.choose_node("a")
    made.commands.focus_outline()
    return made


def ids(window: MainWindow, parent: str | None) -> list[str]:
    return [section.id for section in window.project.report.sections(parent)]


def numbers(window: MainWindow, parent: str | None) -> list[str]:
    return [section.number for section in window.project.report.sections(parent)]


class Mouse:
    """Drags over an outline as Qt reports it: enter, moves, drop."""

    def __init__(self, window: MainWindow, data: QMimeData, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.view = window.workspace.outline
        self.data = data
        self.modifiers = modifiers
        self.actions = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def at(self, node: str, share: float) -> QPoint:
        rect = self.view.visualRect(self.view.index_of(node))
        return QPoint(rect.center().x(), rect.top() + round(share * (rect.height() - 1)))

    def over(self, point: QPoint) -> bool:
        left, viewport = Qt.MouseButton.LeftButton, self.view.viewport()
        enter = QDragEnterEvent(point, self.actions, self.data, left, self.modifiers)
        QApplication.sendEvent(viewport, enter)
        move = QDragMoveEvent(point, self.actions, self.data, left, self.modifiers)
        QApplication.sendEvent(viewport, move)
        return enter.isAccepted() and move.isAccepted()

    def drop(self, point: QPoint) -> bool:
        taken = self.over(point)
        if taken:
            left = Qt.MouseButton.LeftButton
            event = QDropEvent(QPointF(point), self.actions, self.data, left, self.modifiers)
            QApplication.sendEvent(self.view.viewport(), event)
            return event.isAccepted()
        QApplication.sendEvent(self.view.viewport(), QDragLeaveEvent())
        return False


def dragged(window: MainWindow, id: str) -> QMimeData:
    return window.workspace.outline.dragging.data(id)
