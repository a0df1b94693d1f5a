"""The reason that a row asks for: its opening, kinds of causes, reasons that stand elsewhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rbb_editor.gui.table.columns import Field
from rbb_editor.gui.table.editors.long_text import LongTextEdit
from rbb_editor.gui.table.editors.offers import Offers
from rbb_editor.gui.table.view import TableView
from rbb_editor.project import Project
from tests.gui.conftest import figure, focused, place, press

Key = Qt.Key

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_a_missing_reason_is_asked_for_with_the_stock_opening(table: TableView, project: Project) -> None:
    table.show_cell("o2", "o2c0", "explanation")
    press(Key.Key_F2)
    editor = focused()
    assert isinstance(editor, LongTextEdit)
    assert editor.toPlainText() == "The lower output was due to "
    press("travel restrictions.")
    press(Key.Key_Tab)
    assert figure(project, "o2").explanation == "The lower output was due to travel restrictions."
    assert place(table) == ("o3", "o3c0", "completed")


@pytest.mark.parametrize("end", [Key.Key_Tab, Key.Key_Escape])
def test_an_untouched_opening_is_not_saved(table: TableView, project: Project, end: Qt.Key) -> None:
    table.show_cell("o2", "o2c0", "explanation")
    press(Key.Key_F2, end)
    assert figure(project, "o2").explanation == ""
    assert project.can_undo is None


def test_a_click_into_the_answer_opens_it(table: TableView) -> None:
    table.show_cell("o2", "o2c0", "completed")
    index = table.table_model.place("o2", "o2c0", "remarks")
    answer = table.cells.shape(index.row(), Field.REMARKS).answer
    assert answer is not None
    box = table.painter.place(table.visualRect(index), answer)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert isinstance(focused(), LongTextEdit)
    assert place(table) == ("o2", "o2c0", "explanation")


def test_a_kind_of_cause_writes_its_stock_phrase(table: TableView, project: Project) -> None:
    table.show_cell("o2", "o2c0", "completed")
    index = table.table_model.place("o2", "o2c0", "remarks")
    cause, box, _ = table.cells.shape(index.row(), Field.REMARKS).chips[0]
    assert cause == "cause_demand"
    at = table.painter.place(table.visualRect(index), box).center().toPoint()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    press(Key.Key_Return, modifier=CONTROL)
    assert figure(project, "o2").explanation == "The lower output was due to lower demand"


def test_shift_f2_edits_the_reason_from_anywhere_in_the_row(table: TableView, project: Project) -> None:
    press(Key.Key_F2, modifier=SHIFT)
    press(" Indeed.")
    press(Key.Key_Return, modifier=CONTROL)
    assert figure(project, "o1").explanation.endswith("increased demand. Indeed.")


def ask(table: TableView, project: Project) -> LongTextEdit:
    """The open editor under the question of o2, another shortfall already explained."""
    from rbb_editor.edits import outputs

    project.do(outputs.set_explanation(project.report, "o3", "o3c0", "The lower output was due to fewer requests."))
    table.show_cell("o2", "o2c0", "explanation")
    press(Key.Key_F2)
    editor = focused()
    assert isinstance(editor, LongTextEdit)
    return editor


def offered(table: TableView) -> list[str]:
    lists = [each for each in table.findChildren(Offers) if each.isVisible()]
    return [lists[0].item(at).text() for at in range(lists[0].count())] if lists else []


def test_reasons_used_elsewhere_are_offered_while_typing_and_taken_with_the_keyboard(
    table: TableView, project: Project
) -> None:
    editor = ask(table, project)
    assert offered(table) == []
    press("few")
    assert offered(table) == ["… fewer requests."]
    assert focused() is editor, "the keyboard stays in the text"
    press(Key.Key_Down, Key.Key_Return)
    assert editor.toPlainText() == "The lower output was due to fewer requests."
    assert offered(table) == []
    press(Key.Key_Return, modifier=CONTROL)
    assert figure(project, "o2").explanation == "The lower output was due to fewer requests."


def test_escape_closes_the_offers_first_and_leaves_the_reason_for_later_then(
    table: TableView, project: Project
) -> None:
    editor = ask(table, project)
    press("few", Key.Key_Escape)
    assert offered(table) == []
    assert focused() is editor
    press(Key.Key_Escape)
    assert table.hasFocus()
    assert figure(project, "o2").explanation == ""


def test_an_offer_not_chosen_does_not_stand_in_the_way(table: TableView, project: Project) -> None:
    ask(table, project)
    press("few", Key.Key_Tab)
    assert figure(project, "o2").explanation == "The lower output was due to few"


def test_control_space_offers_what_is_used_most_and_a_click_takes_it(table: TableView, project: Project) -> None:
    editor = ask(table, project)
    press(Key.Key_Space, modifier=CONTROL)
    (offers,) = [each for each in table.findChildren(Offers) if each.isVisible()]
    QApplication.processEvents()
    rect = offers.visualItemRect(offers.item(0))
    QTest.mouseClick(offers.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert editor.toPlainText().endswith("fewer requests.")
    assert focused() is editor


def test_earlier_reasons_come_first_where_something_holds_them(table: TableView, project: Project) -> None:
    ask(table, project)
    table.earlier = lambda output, component: [f"Last year: {output} {component}"]
    press(Key.Key_Space, modifier=CONTROL)
    assert offered(table)[0] == "Last year (Ctrl+L): Last year: o2 o2c0"
