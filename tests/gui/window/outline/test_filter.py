"""The filter above the outline."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rbb_editor.gui.main_window import MainWindow
from tests.gui.conftest import press


def test_the_filter_keeps_hits_and_what_is_above_them(window: MainWindow):
    window.menus.actions["outline_filter"].trigger()
    press("stamps")
    view = window.workspace.outline
    shown = [id for id in ("A", "a", "a11", "b", "b11", "B", "B11") if shows(view, id)]
    assert shown == ["A", "b", "b11"]
    press(Qt.Key.Key_Down)
    assert view.hasFocus()
    assert view.current() == "b"
    window.menus.actions["outline_filter"].trigger()
    press(Qt.Key.Key_Escape)
    assert all(shows(view, id) for id in ("A", "a", "a11", "b", "b11", "B", "B11"))
    assert view.hasFocus()


def test_a_filter_without_hits_says_how_to_go_on(window: MainWindow):
    window.menus.actions["outline_filter"].trigger()
    press("nothing like it")
    assert window.workspace.pane.none.isVisible()
    press(Qt.Key.Key_Escape)
    assert not window.workspace.pane.none.isVisible()


def test_what_was_open_before_the_filter_is_open_after_it(window: MainWindow):
    view = window.workspace.outline
    view.collapseAll()
    window.workspace.choose_node("B")
    window.menus.actions["outline_filter"].trigger()
    press("stick")
    assert shows(view, "b11")
    press(Qt.Key.Key_Escape)
    assert not view.isExpanded(view.index_of("A"))


def test_the_filter_follows_edits_and_gives_way_to_what_is_looked_for(window: MainWindow, qtbot: QtBot):
    from rbb_editor.edits import sections

    view = window.workspace.outline
    window.menus.actions["outline_filter"].trigger()
    press("stamps")
    window.do(sections.rename(window.project.report, "B11", "Parcels bear stamps"))
    qtbot.waitUntil(lambda: shows(view, "B11"))
    window.workspace.choose_node("a11")
    assert window.workspace.pane.field.text() == ""
    assert shows(view, "a11")


def shows(view, id: str) -> bool:
    index = view.index_of(id)
    while index.isValid():
        if view.isRowHidden(index.row(), index.parent()):
            return False
        index = index.parent()
        if index.isValid() and not view.isExpanded(index):
            return False
    return True
