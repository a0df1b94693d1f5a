"""What the robot carries about with the mouse: rows, sections, files and words, over the table, outline and window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from rbb_editor.gui.table.model import NUMBER_COLUMN
from tests.gui.robot.keys import PASTES
from tests.gui.robot.mouse import shown_nodes

if TYPE_CHECKING:
    from rbb_editor.gui.workspace import Workspace
    from tests.gui.robot.robot import Robot

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
BOTH = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
FAR = 40
"""Pixels after which a press that moves is a drag."""


def carry_rows(robot: "Robot") -> str:
    """Rows of the table, taken by their number."""
    place = _place(robot)
    if place is None or not place.table.isVisible():
        return "no table"
    table = place.table
    at = table.rowAt(robot.within(table.viewport()).y())
    if at < 0:
        return "no row"
    spot = table.visualRect(table.model().index(at, NUMBER_COLUMN)).center()
    _carry(table.viewport(), spot)
    return f"row {at}"


def carry_section(robot: "Robot") -> str:
    """A section of the outline."""
    place = _place(robot)
    if place is None or not (nodes := shown_nodes(place.outline)[2:]):
        return "no section"
    chosen = robot.chance.choice(nodes)
    name = str(chosen.data())
    _carry(place.outline.viewport(), place.outline.visualRect(chosen).center())
    return name


def drop_something(robot: "Robot") -> str:
    """A file or some words from elsewhere."""
    data = QMimeData()
    if robot.chance.random() < 0.5:
        data.setUrls([QUrl.fromLocalFile(str(robot.path))])
    else:
        data.setText(robot.chance.choice(PASTES))
    _drop(robot, data)
    return "words" if data.hasText() else "a file"


def let_go(robot: "Robot", drag: QDrag) -> Qt.DropAction:
    """In the place of a drag that waits for a mouse: it goes over some places and is let go somewhere."""
    robot.seen["something carried"] += 1
    return _drop(robot, drag.mimeData())


def _place(robot: "Robot") -> "Workspace | None":
    busy = QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None
    return None if busy else robot.window.workspace


def _carry(widget: QWidget, at: QPoint) -> None:
    """Presses and moves far enough for a drag, which is let go by `let_go`; then the button is up."""
    QTest.mousePress(widget, LEFT, NONE, at)
    for step in (FAR // 2, FAR):
        to = QPointF(at + QPoint(step, step // 4))
        there = QPointF(widget.mapToGlobal(to))
        QApplication.sendEvent(
            widget, QMouseEvent(QEvent.Type.MouseMove, to, there, Qt.MouseButton.NoButton, LEFT, NONE)
        )
    QTest.mouseRelease(widget, LEFT, NONE, at)


def _drop(robot: "Robot", data: QMimeData) -> Qt.DropAction:
    place = robot.window.workspace
    targets: list[QWidget] = [robot.window]
    if place is not None:
        targets += [each.viewport() for each in (place.table, place.outline) if each.isVisible()] * 2
    target = robot.chance.choice(targets)
    modifier = robot.chance.choice((NONE, NONE, Qt.KeyboardModifier.ControlModifier))
    at = robot.within(target)
    enter = QDragEnterEvent(at, BOTH, data, LEFT, modifier)
    enter.setAccepted(False)
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return Qt.DropAction.IgnoreAction
    for _ in range(robot.chance.randint(1, 3)):
        at = robot.within(target)
        QApplication.sendEvent(target, QDragMoveEvent(at, BOTH, data, LEFT, modifier))
        QApplication.processEvents()
    if robot.chance.random() < 0.2:
        QApplication.sendEvent(target, QDragLeaveEvent())
        return Qt.DropAction.IgnoreAction
    let_go_there = QDropEvent(QPointF(at), BOTH, data, LEFT, modifier)
    QApplication.sendEvent(target, let_go_there)
    robot.seen[f"dropped on {type(target.parent() or target).__name__}: {let_go_there.isAccepted()}"] += 1
    return let_go_there.dropAction()
