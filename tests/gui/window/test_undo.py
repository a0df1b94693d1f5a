"""Undo and redo in the window: what they say, and where they lead."""

from PySide6.QtCore import Qt

from rbb_editor.domain.change import Change
from rbb_editor.domain.text import Text
from rbb_editor.edits import front, outputs
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.tree.outline import ABBREVIATIONS, FRONT
from tests.gui.conftest import press
from tests.gui.window.conftest import shortcut


def test_undo_and_redo_say_what_they_did(window: MainWindow):
    window.workspace.show_cell("o2", "o2c0", "completed")
    press("7", Qt.Key.Key_Return)
    shortcut(window, "undo")
    assert window.status.currentMessage() == "Undone: Edit completed figure – A 1.1, row 2"
    shortcut(window, "redo")
    assert window.status.currentMessage() == "Made again: Edit completed figure – A 1.1, row 2"


def test_a_name_of_a_change_with_an_ampersand_is_shown_as_it_is(window: MainWindow):
    undo = window.menus.actions["undo"]
    window.do(Change(Text.of("R&D & more"), outputs.set_completed(window.project.report, "o2", "o2c0", "7").pairs))
    assert undo.text() == "&Undo: R&&D && more – A 1.1, row 2"
    assert undo.toolTip().startswith("Undo: R&D & more – A 1.1, row 2")


def test_undo_of_a_deletion_takes_back_its_word_and_keeps_the_column(window: MainWindow):
    table = window.workspace.table
    window.workspace.show_cell("o2", "o2c0", "completed")
    shortcut(window, "delete_output")
    assert "brings it back" in window.status.currentMessage()
    shortcut(window, "undo")
    assert "brings it back" not in window.status.currentMessage()
    assert (table.current().output, table.current().field) == ("o2", "completed")
    assert table.hasFocus()


def test_undo_of_an_added_row_leads_back_to_the_row_it_was_added_at(window: MainWindow):
    table = window.workspace.table
    for action in ("duplicate", "add_output"):
        window.workspace.show_cell("o2", "o2c0", "completed")
        shortcut(window, action)
        press(Qt.Key.Key_Escape)
        assert table.current().output not in ("o1", "o2", "o3", "o4")
        shortcut(window, "undo")
        assert table.current().output == "o2"
        assert table.hasFocus()


def test_undo_of_the_front_matter_leads_to_its_field_from_anywhere(window: MainWindow):
    project = window.project
    project.do(front.set_info(project.report, agenda_item="150"))
    project.do(front.add_abbreviations(project.report, [("OIOS", "Office of Internal Oversight Services")]))
    window.workspace.show_cell("o2", "o2c0", "remarks")
    shortcut(window, "undo")
    assert window.workspace.centre.node == ABBREVIATIONS
    window.workspace.show_cell("o2", "o2c0", "remarks")
    shortcut(window, "undo")
    assert window.workspace.centre.node == FRONT
    assert window.workspace.centre._page(FRONT).fields["agenda_item"].hasFocus()
