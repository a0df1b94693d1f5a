"""What the robot asks of the program by its actions and settings."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rbb_editor import settings
from rbb_editor.gui.actions import SECTION_MENU
from tests.gui.robot import keys
from tests.gui.robot.mouse import LEFT, NEVER, NONE

if TYPE_CHECKING:
    from tests.gui.robot.robot import Robot

SELDOM = ("close", "sample", "new", "import", "export", "pdf", "check_report")
"""Actions that take long or away from the report: most of the time another one is taken."""
ARROWS = (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Return)
OUTLINE = tuple(id for id in SECTION_MENU if id is not None and id != "delete_section")
ROWS = ("add_output", "add_figure", "duplicate", "row_up", "row_down", "split_output", "split_figure", "join_outputs",
        "join_figures", "label", "read_planned", "change_selected", "clear_selected", "delete_figure", "comment",
        "waive", "mend", "profile")  # fmt: skip


def trigger(robot: "Robot") -> str:
    """An entry of a menu that can be used now."""
    if QApplication.activeModalWidget() is not None:
        return keys.key(robot)
    able = [id for id, action in robot.window.menus.actions.items() if action.isEnabled() and id not in NEVER]
    id = robot.chance.choice(able)
    if id in SELDOM and robot.chance.random() < 0.7:
        id = "undo" if "undo" in able else "find"
    robot.window.menus.actions[id].trigger()
    return id


def change_outline(robot: "Robot") -> str:
    """Something done to sections."""
    return _one_of(robot, OUTLINE)


def change_rows(robot: "Robot") -> str:
    """Something done to outputs and figures."""
    return _one_of(robot, ROWS)


def _one_of(robot: "Robot", ids: tuple[str, ...]) -> str:
    actions = robot.window.menus.actions
    able = [id for id in ids if actions[id].isEnabled()]
    if QApplication.activeModalWidget() is not None or not able:
        return keys.key(robot)
    id = robot.chance.choice(able)
    actions[id].trigger()
    return id


def undo_some(robot: "Robot") -> str:
    """Takes some steps back, and some of them forward."""
    back, on = robot.chance.randint(0, 6), robot.chance.randint(0, 4)
    if QApplication.activeModalWidget() is None:
        for id, times in (("undo", back), ("redo", on)):
            for _ in range(times):
                robot.window.menus.actions[id].trigger()
    return f"{back} {on}"


def look_for(robot: "Robot") -> str:
    """Looks for words in the whole report, and perhaps replaces them all."""
    if QApplication.activeModalWidget() is not None or robot.window.workspace is None:
        return keys.key(robot)
    robot.window.menus.actions["replace"].trigger()
    replacing = robot.window.workspace.replacing
    if replacing is None:
        return "not now"
    view = replacing.view
    wanted = robot.chance.choice(("the", "a", "报告", "report", r"\d+", "(", "会"))
    view.fields.wanted.clear()
    QTest.keyClicks(view.fields.wanted, wanted) if wanted.isascii() else view.fields.wanted.setText(wanted)
    return wanted


def look_at_it_all(robot: "Robot") -> str:
    """Opens the overview, and does something with its bars and its list of offices."""
    if QApplication.activeModalWidget() is not None or robot.window.workspace is None:
        return keys.key(robot)
    robot.window.menus.actions["overview"].trigger()
    seen = robot.window.workspace.at_a_glance
    if seen is None or not seen.open:
        return "not now"
    views = (seen.pane.departments.bars, seen.pane.years.bars, seen.pane.left.view)
    view = robot.chance.choice([each for each in views if each.isVisible()] or views)
    if robot.chance.random() < 0.5:
        QTest.mouseMove(view.viewport(), robot.within(view.viewport()))
        QTest.mouseClick(view.viewport(), LEFT, NONE, robot.within(view.viewport()))
        return f"click {view.accessibleName()}"
    view.setFocus()
    for _ in range(robot.chance.randint(1, 6)):
        if robot.program.windows:  # Return on the last entry of an open menu quits
            QTest.keyClick(robot.target(), robot.chance.choice(ARROWS))
    return f"keys {view.accessibleName()}"


def resize(robot: "Robot") -> str:
    """Another size of the window."""
    width, height = robot.chance.randint(800, 1700), robot.chance.randint(560, 1000)
    robot.window.resize(width, height)
    return f"{width}×{height}"


def speak(robot: "Robot") -> str:
    """Another language of the interface."""
    language = robot.chance.choice(("en", "zh"))
    robot.program.session.put(settings.LANGUAGE, language)
    robot.program.apply_settings()
    return language


def colours(robot: "Robot") -> str:
    """Light or dark."""
    theme = robot.chance.choice(("light", "dark"))
    robot.program.session.put(settings.THEME, theme)
    robot.program.apply_settings()
    return theme
