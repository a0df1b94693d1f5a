"""What the robot does with the mouse, short of carrying something about."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.gui.robot.keys import MODIFIERS

if TYPE_CHECKING:
    from rbb_editor.gui.tree.view import OutlineView
    from tests.gui.robot.robot import Robot

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
PATIENCE = 50
"""Milliseconds that a menu may wait for a person."""
NEVER = frozenset({"print", "quit"})
"""Actions that ask the computer for something that it has not got, or end the program."""


def click(robot: "Robot") -> str:
    """A click anywhere."""
    widget, at = robot.spot()
    modifier = robot.chance.choice(MODIFIERS[:12])
    QTest.mouseClick(widget, LEFT, modifier, at)
    return f"{type(widget).__name__} {at.x()},{at.y()} {modifier.name}"


def double_click(robot: "Robot") -> str:
    """A double click anywhere."""
    widget, at = robot.spot()
    QTest.mouseDClick(widget, LEFT, NONE, at)
    return type(widget).__name__


def context_menu(robot: "Robot") -> str:
    """The right button anywhere, often on a row or a section."""
    widget, at = robot.spot()
    place = robot.window.workspace
    if place is not None and QApplication.activeModalWidget() is None and robot.chance.random() < 0.5:
        widget = robot.chance.choice((place.table.viewport(), place.outline.viewport()))
        at = robot.within(widget)
    asked = QTimer()  # some menus of Qt's own wait until they are closed
    asked.setSingleShot(True)
    asked.timeout.connect(_close_menu)
    asked.start(PATIENCE)
    QApplication.sendEvent(widget, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(at)))
    asked.stop()
    return type(widget.parent() or widget).__name__


def _close_menu() -> None:
    if (menu := QApplication.activePopupWidget()) is not None:
        menu.close()


def wheel(robot: "Robot") -> str:
    """Turns the wheel."""
    widget, at = robot.spot()
    turn = QPoint(0, robot.chance.choice((-240, -120, 120, 240)))
    QApplication.sendEvent(
        widget,
        QWheelEvent(QPointF(at), QPointF(widget.mapToGlobal(at)), QPoint(), turn, Qt.MouseButton.NoButton,
                    robot.chance.choice(MODIFIERS), Qt.ScrollPhase.NoScrollPhase, False),
    )  # fmt: skip
    return type(widget).__name__


def drag(robot: "Robot") -> str:
    """Presses, moves and lets go, anywhere."""
    widget, at = robot.spot()
    QTest.mousePress(widget, LEFT, NONE, at)
    for _ in range(robot.chance.randint(1, 4)):
        to = at + QPoint(robot.chance.randint(-60, 60), robot.chance.randint(-120, 120))
        QTest.mouseMove(widget, to)
    QTest.mouseRelease(widget, LEFT, NONE, to)
    return type(widget).__name__


def shown_nodes(outline: "OutlineView") -> list[QModelIndex]:
    """The nodes of the outline that are in sight."""
    found, index = [], outline.indexAt(QPoint(4, 4))
    while index.isValid() and outline.visualRect(index).top() < outline.viewport().height():
        found.append(index)
        index = outline.indexBelow(index)
    return found


def choose_node(robot: "Robot") -> str:
    """A click on a node of the outline that is in sight: a page of the front matter or a section."""
    place = robot.window.workspace
    if place is None or QApplication.activeModalWidget() is not None or not (nodes := shown_nodes(place.outline)):
        return "no node"
    chosen = robot.chance.choice(nodes[:2] if robot.chance.random() < 0.2 else nodes)
    rect = place.outline.visualRect(chosen)
    at = rect.center() if robot.chance.random() < 0.8 else QPoint(rect.left() - 6, rect.center().y())  # the chevron
    QTest.mouseClick(place.outline.viewport(), LEFT, NONE, at)
    return str(chosen.data())


def choose_cell(robot: "Robot") -> str:
    """A click on a cell of the table, perhaps with Shift or Ctrl; then perhaps something is typed into it."""
    place = robot.window.workspace
    if place is None or QApplication.activeModalWidget() is not None or not place.table.isVisible():
        return "no table"
    table = place.table
    modifier = robot.chance.choice((NONE, NONE, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier))
    QTest.mouseClick(table.viewport(), LEFT, modifier, robot.within(table.viewport()))
    if robot.chance.random() < 0.4:
        QTest.keyClick(robot.target(), robot.chance.choice("123yx"))
    return f"row {table.currentIndex().row()} {modifier.name}"


def open_menu(robot: "Robot") -> str:
    """A click on a menu of the menu bar."""
    if QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None:
        return pick_from_menu(robot)
    bar = robot.window.menuBar()
    chosen = robot.chance.choice(bar.actions())
    QTest.mouseClick(bar, LEFT, NONE, bar.actionGeometry(chosen).center())
    return chosen.text()


def pick_from_menu(robot: "Robot") -> str:
    """A click on an entry of the menu that is open, or on a further menu of it."""
    menu = QApplication.activePopupWidget()
    if not isinstance(menu, QMenu):
        return "no menu"
    able = [each for each in menu.actions() if each.isEnabled() and not each.isSeparator()]
    able = [each for each in able if each.objectName() not in NEVER]
    if not able:
        return "nothing to pick"
    chosen = robot.chance.choice(able)
    QTest.mouseClick(menu, LEFT, NONE, menu.actionGeometry(chosen).center())
    return chosen.text()
