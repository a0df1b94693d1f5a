"""Dragging end to end: press, move, over the place, let go; only the waiting for the mouse is ours."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.table.model import NUMBER_COLUMN

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
BOTH = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction


def drag(widget: QWidget, at: QPoint) -> None:
    """Presses, moves far enough for a drag, and lets the button go."""
    QTest.mousePress(widget, LEFT, NONE, at)
    for step in (10, 40):
        to = QPointF(at + QPoint(step, step // 2))
        there = QPointF(widget.mapToGlobal(to))
        QApplication.sendEvent(
            widget, QMouseEvent(QEvent.Type.MouseMove, to, there, Qt.MouseButton.NoButton, LEFT, NONE)
        )
    QTest.mouseRelease(widget, LEFT, NONE, at)


@pytest.fixture
def let_go(monkeypatch: pytest.MonkeyPatch) -> Callable[[QWidget, Callable[[], QPoint]], list[bool]]:
    """Says where the next drag is let go: `accepted` tells of each move and of the drop whether it was taken."""

    def over(widget: QWidget, place: Callable[[], QPoint]) -> list[bool]:
        accepted: list[bool] = []

        def run(dragged: QDrag, *_: object) -> Qt.DropAction:
            at, data = place(), dragged.mimeData()
            enter = QDragEnterEvent(at, BOTH, data, LEFT, NONE)
            QApplication.sendEvent(widget, enter)
            move = QDragMoveEvent(at, BOTH, data, LEFT, NONE)
            QApplication.sendEvent(widget, move)
            accepted.append(move.isAccepted())
            widget.repaint()  # the line or frame where it would land
            if not move.isAccepted():
                return Qt.DropAction.IgnoreAction
            drop = QDropEvent(QPointF(at), BOTH, data, LEFT, NONE)
            QApplication.sendEvent(widget, drop)
            accepted.append(drop.isAccepted())
            return drop.dropAction()

        monkeypatch.setattr(QDrag, "exec", run)
        return accepted

    return over


def number(window: MainWindow, output: str) -> QPoint:
    """The middle of the number of an output in the table."""
    table = window.workspace.table
    at = table.table_model.rows.first(output)
    return table.visualRect(table.table_model.index(at, NUMBER_COLUMN)).center()


def node(window: MainWindow, id: str, share: float = 0.5) -> Callable[[], QPoint]:
    """A point of a node of the outline, at a share of its height."""

    def place() -> QPoint:
        rect = window.workspace.outline.visualRect(window.workspace.model.index_of(id))
        return QPoint(rect.center().x(), round(rect.top() + share * rect.height()))

    return place


def order(window: MainWindow, parent: str) -> list[str]:
    return [child.id for child in window.project.report.children(parent)]


@pytest.fixture
def opened(window: MainWindow) -> MainWindow:
    """The window with the first accomplishment and an open outline."""
    window.workspace.outline.expandAll()
    window.workspace.choose_node("ea1")
    QApplication.processEvents()
    return window


def test_rows_let_go_on_another_accomplishment_of_the_outline_move_there(opened: MainWindow, let_go):
    table, outline = opened.workspace.table, opened.workspace.outline
    QTest.mouseClick(table.viewport(), LEFT, NONE, number(opened, "o1"))
    QTest.mouseClick(table.viewport(), LEFT, Qt.KeyboardModifier.ControlModifier, number(opened, "o3"))
    before = opened.project.report.snapshot()
    accepted = let_go(outline.viewport(), node(opened, "ea2"))
    drag(table.viewport(), number(opened, "o3"))
    assert accepted == [True, True]
    assert order(opened, "ea1") == ["o2", "o4"]
    assert {*order(opened, "ea2")} == {"o1", "o3", "o5"}
    opened.undo()
    assert opened.project.report == before


def test_rows_are_refused_where_no_output_stands(opened: MainWindow, let_go):
    table, outline = opened.workspace.table, opened.workspace.outline
    before = opened.project.report.snapshot()
    accepted = let_go(outline.viewport(), node(opened, "d"))
    drag(table.viewport(), number(opened, "o1"))
    assert accepted == [False]
    assert "Outputs go into an expected accomplishment" in opened.statusBar().currentMessage()
    assert opened.project.report == before


def test_a_row_let_go_in_the_table_moves_among_its_neighbours(opened: MainWindow, let_go):
    table = opened.workspace.table
    below = number(opened, "o4") + QPoint(0, 30)
    accepted = let_go(table.viewport(), lambda: below)
    drag(table.viewport(), number(opened, "o1"))
    assert accepted == [True, True]
    assert order(opened, "ea1") == ["o2", "o3", "o4", "o1"]


def test_a_section_is_dragged_before_another(opened: MainWindow, let_go):
    outline = opened.workspace.outline
    accepted = let_go(outline.viewport(), node(opened, "ea1", 0.1))
    drag(outline.viewport(), node(opened, "ea2")())
    assert accepted == [True, True]
    assert order(opened, "d") == ["ea2", "ea1"]
