"""What people expect of any window of today: UX.md, "Conventions to keep", where no other file here shows it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rbb_editor.gui.actions import ACTIONS
from rbb_editor.gui.app import Program
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.project.sample import make_sample
from tests.gui.conftest import focused, press
from tests.gui.window.conftest import shortcut

STANDARD = {"new", "open", "copy", "close", "quit", "undo", "redo", "cut", "copy_cells", "paste", "find", "replace",
            "find_next", "find_previous", "print", "settings", "keys"}  # fmt: skip


def test_the_keys_of_the_platform_do_what_they_do_everywhere(window: MainWindow):
    standard = [action for action in ACTIONS if isinstance(action.keys, QKeySequence.StandardKey)]
    assert {action.id for action in standard} >= STANDARD
    for action in standard:
        bound = window.menus.actions[action.id].shortcuts()
        assert bound
        assert [keys for keys in QKeySequence.keyBindings(action.keys) if keys not in bound] == []


def test_quit_closes_every_window_and_saves_what_is_typed(
    program: Program, open_window: Callable[..., MainWindow], make_file: Callable[..., Path]
):
    first, second = open_window(make_file("one.rbb")), open_window(make_file("two.rbb"))
    second.workspace.show_cell("o2", None, "completed")
    press("9")
    project = second.project
    second.menus.actions["quit"].trigger()
    assert program.windows == []
    assert not first.isVisible()
    assert project.report.output("o2").components[0].completed == "9"


def test_the_next_problem_comes_into_sight_with_its_question(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path]
):
    """The row grows when it becomes current: that is before it is scrolled to."""
    window = open_window(make_file(report=make_sample(60, "en")), 1024, 700)
    table = window.workspace.table
    seen = 0
    for _ in range(12):
        press(Qt.Key.Key_F8)
        row = table.currentIndex().row()
        top, height, room = table.rowViewportPosition(row), table.rowHeight(row), table.viewport().height()
        if row >= 0 and height <= room:
            seen += 1
            assert top >= 0
            assert top + height <= room
    assert seen > 4


def test_escape_leads_from_the_inspector_back_to_the_table(window: MainWindow, qtbot: QtBot):
    window.workspace.show_cell("o2", None, "completed")
    press(Qt.Key.Key_F7)
    assert window.workspace.inspector.isAncestorOf(focused())
    press(Qt.Key.Key_Escape)
    assert window.workspace.table.hasFocus()


def test_the_keyboard_stays_with_the_table_when_the_inspector_folds_away(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path]
):
    window = open_window(make_file(), 1024, 700)
    window.menus.actions["check"].trigger()
    window.workspace.findings.list.setFocus()
    assert window.workspace.inspector.isAncestorOf(QApplication.focusWidget())
    window.workspace.side.close_overlay()
    assert window.workspace.table.hasFocus()


def test_closing_one_of_two_windows_leaves_no_empty_one(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], program: Program, qtbot: QtBot
):
    path = make_file("second.rbb")
    first, second = open_window(make_file()), open_window(path)
    second.workspace.show_cell("o2", "o2c0", "completed")
    press("77")
    shortcut(second, "close")
    qtbot.waitUntil(lambda: program.windows == [first])
    first.activateWindow()
    qtbot.waitUntil(first.isActiveWindow)
    shortcut(first, "close")
    assert first.isVisible()
    assert first.project is None
    first.files.take(path)
    assert first.project.report.output("o2").components[0].completed == "77"


def test_a_report_opens_again_in_the_view_it_was_closed_in(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], qtbot: QtBot
):
    path = make_file()
    window = open_window(path)
    window.menus.actions["page_view"].trigger()
    assert window.workspace.paging.open
    window.menus.actions["close"].trigger()
    window.files.open_recent(str(path))
    qtbot.waitUntil(lambda: window.workspace.paging is not None and window.workspace.paging.open)
    window.menus.actions["edit_view"].trigger()
    window.menus.actions["close"].trigger()
    window.files.open_recent(str(path))
    qtbot.waitUntil(window.workspace.table.hasFocus)
    assert window.workspace.paging is None
