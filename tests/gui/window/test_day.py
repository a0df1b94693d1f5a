"""A day's drafting: what was in the way of a drafter, a reviewer and a submitting officer, by keys and clicks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from rbb_editor.domain.entities import Level
from rbb_editor.edits import front, sections
from rbb_editor.gui.dialogs.shortcuts import ShortcutList
from rbb_editor.gui.dialogs.word_choices import WordChoices
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.tree.outline import ABBREVIATIONS
from rbb_editor.project.word_choices import Choices
from tests.gui.conftest import focused, press
from tests.gui.window.conftest import click, dialog_of, open_dialogs, shortcut

CONTROL = Qt.KeyboardModifier.ControlModifier


def commit(text: str) -> None:
    """What an input method gives without composing it first: a full-width sign, a dictated word."""
    done = QInputMethodEvent()
    done.setCommitString(text)
    QApplication.sendEvent(focused(), done)


@pytest.mark.parametrize("field", ["completed", "planned", "remarks", "explanation", "planned_text"])
def test_what_an_input_method_gives_at_once_begins_the_cell_with_its_first_sign(window: MainWindow, field: str):
    table = window.workspace.table
    window.workspace.show_cell("o1", "o1c0", field)
    before = table.table_model.text(table.standing.spot().row, table.standing.spot().field)
    commit("，")
    commit("是")
    typed = table.open_editor.editor.text()
    assert typed == ("，是" if field in ("completed", "planned") else before + "，是")
    press(Qt.Key.Key_Escape)


def test_esc_in_the_table_ends_the_search_and_keeps_the_row(window: MainWindow, qtbot: QtBot):
    shortcut(window, "find")
    press("visits", Qt.Key.Key_Return)
    table = window.workspace.table
    qtbot.waitUntil(table.hasFocus)
    press(Qt.Key.Key_F3)
    assert table.current().output == "o2"
    press(Qt.Key.Key_Escape)
    assert window.workspace.centre.header.search.text() == ""
    assert len({row.id for row in table.table_model.rows.rows}) == 4
    assert table.current().output == "o2"
    assert table.hasFocus()


def test_enter_in_the_outline_goes_to_the_rows_of_the_node(window: MainWindow):
    shortcut(window, "outline")
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert window.workspace.centre.node == "ea2"
    assert window.workspace.table.hasFocus()


def test_esc_in_the_outline_shows_all_again_then_goes_to_the_table(window: MainWindow):
    shortcut(window, "outline_filter")
    press("Rapid", Qt.Key.Key_Down)
    outline, pane = window.workspace.outline, window.workspace.pane
    assert outline.hasFocus()
    assert pane.filter.active
    press(Qt.Key.Key_Escape)
    assert not pane.filter.active
    assert outline.hasFocus()
    press(Qt.Key.Key_Escape)
    assert window.workspace.table.hasFocus()


def test_delete_on_the_wording_of_a_planned_output_says_why_nothing_happens(window: MainWindow):
    window.workspace.show_cell("o2", "o2c0", "planned_text")
    press(Qt.Key.Key_Delete)
    assert window.project.can_undo is None
    assert "F2 edits it" in window.status.currentMessage()


@pytest.mark.parametrize(("action", "field"), [("filter_reason", "explanation"), ("filter_empty", "completed")])
def test_a_filter_of_what_is_missing_stands_where_it_is_to_be_typed(window: MainWindow, action: str, field: str):
    window.workspace.choose_node("d")
    window.workspace.show_cell("o1", "o1c0", "planned_text")
    shortcut(window, action)
    table = window.workspace.table
    assert table.current().field == field
    press("A", "b")
    assert str(table.open_editor.field) == field
    press(Qt.Key.Key_Escape)


def test_the_list_of_keys_holds_every_key_and_can_be_searched(window: MainWindow):
    shortcut(window, "keys")
    listed = dialog_of(ShortcutList)
    assert isinstance(listed, ShortcutList)
    keys = {keys.text() for _, keys in listed.lines}
    actions = window.menus.actions.values()
    native = QKeySequence.SequenceFormat.NativeText
    assert {each.shortcut().toString(native) for each in actions if each.shortcuts()} <= keys
    assert listed.search.hasFocus()
    press("whole row")
    assert [keys.text() for name, keys in listed.lines if name.isVisible()] == ["Shift+Space"]
    heads = [head.text() for head, _ in listed._heads if head.isVisible()]
    assert heads == ["In the table"]
    press(Qt.Key.Key_A, modifier=CONTROL)
    press("ctrl+shift+j")
    assert [name.text() for name, _ in listed.lines if name.isVisible()] == ["Join outputs"]
    press("zzz")
    assert not any(name.isVisible() for name, _ in listed.lines)
    press(Qt.Key.Key_Escape)
    assert not open_dialogs(ShortcutList)


def test_a_click_on_a_chip_leaves_the_keyboard_in_the_rows(window: MainWindow):
    table, chips = window.workspace.table, window.workspace.centre.header.chips
    window.workspace.show_cell("o1", "o1c0", "completed")
    chip = next(each for each in chips.findChildren(QPushButton) if "Short" in each.text())
    click(chip)
    assert table.hasFocus()
    assert {row.id for row in table.table_model.rows.rows} == {"o2", "o3"}
    press(Qt.Key.Key_Down)
    assert table.current().output == "o3"
    assert chip.toolTip() == "Show only what fell short (Ctrl+3)"


def test_enter_presses_the_button_of_an_empty_accomplishment(window: MainWindow):
    window.do(sections.add_section(window.project.report, Level.ACCOMPLISHMENT, "d", "ea2", title="New"))
    new = next(each.id for each in window.project.report.sections("d") if each.title == "New")
    window.workspace.choose_node(new)
    shortcut(window, "table")
    assert focused().text() == "Add a planned output"
    press(Qt.Key.Key_Return)
    press("3 workshops", Qt.Key.Key_Tab)
    assert [each.planned_text for each in window.project.report.outputs(new)] == ["3 workshops"]


def test_a_few_departments_are_chosen_quickly_and_none_is_not_all(window: MainWindow, qtbot: QtBot):
    window.do(sections.add_section(window.project.report, Level.DEPARTMENT, None, "d", title="Second"))
    asked = WordChoices(window, window.project, window.say, window.program.session)
    decided: list[Choices] = []
    asked.decided.connect(decided.append)
    asked.open()
    asked.activateWindow()
    qtbot.waitUntil(asked.departments.hasFocus)
    click(asked.none)
    assert not asked.export.isEnabled()
    asked.departments.setFocus()
    press(Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert [choices.departments for choices in decided] == [frozenset({window.project.report.sections()[1].id})]


def test_tab_out_of_a_new_short_form_leads_to_its_long_one(window: MainWindow):
    project = window.project
    project.do(front.add_abbreviations(project.report, [("OIOS", "Office of Internal Oversight Services")]))
    window.workspace.choose_node(ABBREVIATIONS)
    shortcut(window, "table")
    press(Qt.Key.Key_Insert)
    press("UNX", Qt.Key.Key_Tab)
    QApplication.processEvents()
    press("United Nations X", Qt.Key.Key_Return)
    QApplication.processEvents()  # Qt takes it over in the next event
    listed = [(each.short, each.long) for each in project.report.info.abbreviations]
    assert listed == [("OIOS", "Office of Internal Oversight Services"), ("UNX", "United Nations X")]


def test_adding_an_abbreviation_twice_goes_on_in_the_row_that_is_being_typed(window: MainWindow):
    window.workspace.choose_node(ABBREVIATIONS)
    shortcut(window, "table")
    press(Qt.Key.Key_Insert)
    editor = focused()
    page = window.workspace.centre._page(ABBREVIATIONS)
    page.add.click()
    assert focused() is editor
    assert page.model.rowCount() == 1
