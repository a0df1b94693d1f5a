"""Outputs and figures added, split, joined, moved, deleted and changed together, by menu, keys and clicks."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from rbb_editor.domain.entities import Component, Output
from rbb_editor.domain.report import Report
from rbb_editor.edits.outputs import delete_outputs
from rbb_editor.gui.dialogs.change_selected import ChangeSelected
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.table.columns import Field, column_of
from rbb_editor.gui.table.editors.figure import FigureEdit
from rbb_editor.gui.table.editors.long_text import LongTextEdit
from rbb_editor.gui.transfer_types import OUTPUT_IDS
from tests.gui.conftest import focused, press
from tests.gui.window.conftest import click, dialog_of, shortcut

Key = Qt.Key
NONE, SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture(autouse=True)
def at_the_first_table(window: MainWindow) -> None:
    """The first accomplishment, its table with the keyboard."""
    assert window.workspace is not None
    window.workspace.choose_node("ea1")
    window.workspace.table.setFocus()


def order(window: MainWindow, parent: str = "ea1") -> list[str]:
    assert window.project is not None
    return [node.planned_text for node in window.project.report.children(parent) if isinstance(node, Output)]


def figures(window: MainWindow, id: str) -> tuple[Component, ...]:
    assert window.project is not None
    return window.project.report.output(id).components


def start(window: MainWindow) -> Report:
    assert window.project is not None
    return window.project.report.snapshot()


def undone(window: MainWindow, before: Report) -> bool:
    """Whether one undo brings everything back."""
    window.menus.actions["undo"].trigger()
    assert window.project is not None
    return window.project.report == before


def click_number(window: MainWindow, id: str, modifier: Qt.KeyboardModifier = NONE) -> None:
    assert window.workspace is not None
    table = window.workspace.table
    rect = table.visualRect(table.table_model.place(id, None, Field.NUMBER))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, modifier, rect.center())


def show(window: MainWindow, id: str, component: str | None = None, field: str = "completed") -> None:
    assert window.workspace is not None
    assert window.workspace.table.show_cell(id, component, field)


EIGHTY_FIVE, VISITS = "85 outreach activities", "10 visits to peacekeeping operations"
BRIEFINGS, REPORT = "60 oral briefings and 51 weekly briefings", "1 report to the General Assembly"


def test_rows_clicked_by_their_number_move_together_and_stay_selected(window: MainWindow) -> None:
    before = start(window)
    click_number(window, "o1")
    click_number(window, "o2", SHIFT)
    press(Key.Key_Down, modifier=ALT)
    assert order(window) == [BRIEFINGS, EIGHTY_FIVE, VISITS, REPORT]
    press(Key.Key_Down, modifier=ALT)
    assert order(window) == [BRIEFINGS, REPORT, EIGHTY_FIVE, VISITS]
    press(Key.Key_Down, modifier=ALT)
    assert order(window) == [BRIEFINGS, REPORT, EIGHTY_FIVE, VISITS], "there is no room to move"
    press(Key.Key_Up, modifier=ALT)
    press(Key.Key_Up, modifier=ALT)
    assert order(window) == [EIGHTY_FIVE, VISITS, BRIEFINGS, REPORT]
    for _ in range(4):
        window.menus.actions["undo"].trigger()
    assert window.project is not None
    assert window.project.report == before


def test_rows_apart_come_together_when_they_move(window: MainWindow) -> None:
    click_number(window, "o1")
    click_number(window, "o3", CONTROL)
    press(Key.Key_Down, modifier=ALT)
    assert order(window) == [VISITS, EIGHTY_FIVE, BRIEFINGS, REPORT]


def test_shift_space_and_arrows_select_whole_rows(window: MainWindow) -> None:
    assert window.workspace is not None
    show(window, "o1")
    press(Key.Key_Space, modifier=SHIFT)
    press(Key.Key_Down, Key.Key_Down, modifier=SHIFT)
    assert window.workspace.table.selection.whole() == ["o1", "o2", "o3"]
    press(Key.Key_Up, modifier=SHIFT)
    assert window.workspace.table.selection.whole() == ["o1", "o2"]
    before = start(window)
    window.menus.actions["delete_output"].trigger()
    assert order(window) == [BRIEFINGS, REPORT]
    assert undone(window, before)


def test_duplicated_outputs_stand_below_their_originals(window: MainWindow) -> None:
    before = start(window)
    click_number(window, "o1")
    click_number(window, "o3", CONTROL)
    window.menus.actions["duplicate"].trigger()
    assert order(window) == [EIGHTY_FIVE, EIGHTY_FIVE, VISITS, BRIEFINGS, BRIEFINGS, REPORT]
    assert undone(window, before)


def test_an_output_splits_at_its_second_figure(window: MainWindow) -> None:
    assert window.workspace is not None
    before = start(window)
    show(window, "o3", "o3c1")
    window.menus.actions["split_output"].trigger()
    assert order(window)[2:4] == [BRIEFINGS, BRIEFINGS]
    assert len(figures(window, "o3")) == 1
    assert isinstance(focused(), LongTextEdit), "the wording of the new one waits to be shortened"
    press(Key.Key_Escape)
    assert undone(window, before)


def test_the_wording_is_cut_at_the_cursor(window: MainWindow) -> None:
    show(window, "o3", "o3c0", "planned_text")
    press(Key.Key_F2)
    editor = focused()
    assert isinstance(editor, LongTextEdit)
    cursor = editor.textCursor()
    cursor.setPosition(len("60 oral briefings and"))
    editor.setTextCursor(cursor)
    press(Key.Key_Return, modifier=CONTROL | SHIFT)
    press(Key.Key_Escape)
    assert order(window)[2:4] == ["60 oral briefings and", "51 weekly briefings"]


def test_the_first_figure_cannot_be_split_off_and_says_so(window: MainWindow) -> None:
    show(window, "o1")
    before = start(window)
    window.menus.actions["split_output"].trigger()
    assert start(window) == before
    assert "split before its second" in window.statusBar().currentMessage()


def test_two_figures_in_one_cell_are_taken_apart(window: MainWindow) -> None:
    show(window, "o2")
    press("6 7", Key.Key_Return)
    show(window, "o2")
    window.menus.actions["split_figure"].trigger()
    assert [each.completed for each in figures(window, "o2")] == ["6", "7"]
    assert figures(window, "o2")[0].remarks == "6 visits were made."


def test_outputs_join_with_the_next_and_figures_too(window: MainWindow) -> None:
    before = start(window)
    show(window, "o1")
    window.menus.actions["join_outputs"].trigger()
    assert order(window) == [f"{EIGHTY_FIVE} {VISITS}", BRIEFINGS, REPORT]
    assert [each.completed for each in figures(window, "o1")] == ["101", "6"]
    show(window, "o1", "o1c0")
    window.menus.actions["join_figures"].trigger()
    assert [each.completed for each in figures(window, "o1")] == ["101 6"]
    window.menus.actions["undo"].trigger()
    assert undone(window, before)


def test_one_value_for_all_selected_figures(window: MainWindow) -> None:
    before = start(window)
    click_number(window, "o2")
    click_number(window, "o3", SHIFT)
    window.menus.actions["change_selected"].trigger()
    dialog = dialog_of(ChangeSelected)
    assert isinstance(dialog, ChangeSelected)
    reason = dialog.fields.button(2)
    click(reason, QPoint(8, reason.height() // 2))
    dialog.text.setFocus()
    QTest.keyClicks(dialog.text, "Travel was restricted.")
    click(next(each for each in dialog.findChildren(QPushButton) if each.text() == "Change"))
    assert {c.explanation for id in ("o2", "o3") for c in figures(window, id)} == {"Travel was restricted."}
    assert undone(window, before)


def test_the_field_that_the_keys_are_in_is_the_one_proposed(window: MainWindow) -> None:
    show(window, "o1")
    press(Key.Key_Right)
    press(Key.Key_Down, modifier=SHIFT)
    shortcut(window, "change_selected")
    assert dialog_of(ChangeSelected).fields.checkedId() == 1
    press("The same was done.", Key.Key_Tab, Key.Key_Return)
    assert [figures(window, id)[0].remarks for id in ("o1", "o2")] == ["The same was done."] * 2


def test_control_enter_ends_the_question_for_all_selected_rows(window: MainWindow) -> None:
    show(window, "o1")
    press(Key.Key_Down, modifier=SHIFT)
    shortcut(window, "change_selected")
    press("12")
    press(Key.Key_Return, modifier=CONTROL)
    assert [figures(window, id)[0].completed for id in ("o1", "o2")] == ["12", "12"]


def test_one_value_goes_to_the_figures_that_are_left_where_a_review_took_rows_away(window: MainWindow) -> None:
    """The question blocks its own window only; a returned file is reviewed in another one."""
    click_number(window, "o2")
    click_number(window, "o3", SHIFT)
    window.menus.actions["change_selected"].trigger()
    dialog = dialog_of(ChangeSelected)
    assert isinstance(dialog, ChangeSelected)
    assert window.project is not None
    window.project.do(delete_outputs(window.project.report, ["o3"]))
    QTest.keyClicks(dialog.text, "12")
    click(next(each for each in dialog.findChildren(QPushButton) if each.text() == "Change"))
    assert figures(window, "o2")[0].completed == "12"
    assert "o3" not in window.project.report


def test_control_enter_fills_the_selected_figures(window: MainWindow) -> None:
    before = start(window)
    show(window, "o1")
    press(Key.Key_Down, Key.Key_Down, modifier=SHIFT)
    press("12")
    press(Key.Key_Return, modifier=CONTROL)
    assert [figures(window, id)[0].completed for id in ("o1", "o2", "o3", "o4")] == ["12", "12", "12", "1"]
    assert undone(window, before)


def test_selected_rows_are_cleared_in_one_step(window: MainWindow) -> None:
    before = start(window)
    show(window, "o3", "o3c0")
    press(Key.Key_Down, modifier=SHIFT)
    window.menus.actions["clear_selected"].trigger()
    assert [(c.completed, c.remarks) for c in figures(window, "o3")] == [("", ""), ("", "")]
    assert figures(window, "o1")[0].completed == "101"
    assert undone(window, before)


def test_what_a_figure_counts_is_typed_in_its_row(window: MainWindow) -> None:
    assert window.workspace is not None
    show(window, "o3", "o3c1")
    press(Key.Key_L, modifier=CONTROL | SHIFT)
    assert isinstance(focused(), FigureEdit)
    press("weekly briefings", Key.Key_Return)
    assert figures(window, "o3")[1].label == "weekly briefings"
    model = window.workspace.table.table_model
    index = model.place("o3", "o3c1", Field.REMARKS)
    assert index.data().startswith("weekly briefings")
    assert index.column() == column_of(Field.LABEL)


def test_the_right_button_offers_the_commands_of_the_row_under_it(window: MainWindow) -> None:
    assert window.workspace is not None
    table = window.workspace.table
    rect = table.visualRect(table.table_model.place("o4", "o4c0", Field.COMPLETED))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.RightButton, NONE, rect.center())
    at = rect.center()
    QApplication.sendEvent(
        table.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, table.viewport().mapToGlobal(at))
    )
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = [action.objectName() for action in menu.actions()]
    assert {"duplicate", "split_output", "join_outputs", "delete_output", "paste"} <= set(names)
    menu.close()
    current = table.current()
    assert current is not None
    assert current.output == "o4"


def test_a_read_only_report_offers_no_change_of_rows(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path]
) -> None:
    window = open_window(make_file("held.rbb"), read_only=True)
    window.workspace.choose_node("ea1")
    for name in ("duplicate", "split_output", "join_outputs", "change_selected", "clear_selected", "label"):
        assert not window.menus.actions[name].isEnabled(), name


# dragging


def middle(window: MainWindow, id: str, field: Field = Field.NUMBER, share: float = 0.5) -> QPoint:
    assert window.workspace is not None
    table = window.workspace.table
    rect = table.visualRect(table.table_model.place(id, None, field))
    return QPoint(rect.center().x(), round(rect.top() + share * rect.height()))


def drag(window: MainWindow, id: str) -> QMimeData:
    """What is dragged when the number of a row is pressed and the mouse moves on."""
    assert window.workspace is not None
    table = window.workspace.table
    held: list[QMimeData] = []

    def catch(dragged: QDrag) -> None:
        data, copy = dragged.mimeData(), QMimeData()
        for kind in data.formats():
            copy.setData(kind, data.data(kind))
        held.append(copy)

    table.dragging.run = catch
    at = middle(window, id)
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(table.viewport(), left, NONE, at)
    for step in (3, 40):
        point = QPointF(at.x(), at.y() + step)
        event = QMouseEvent(QEvent.Type.MouseMove, point, table.viewport().mapToGlobal(point), left, left, NONE)
        QApplication.sendEvent(table.viewport(), event)
    QTest.mouseRelease(table.viewport(), left, NONE, at)
    assert len(held) == 1
    return held[0]


def let_go(window: MainWindow, data: QMimeData, at: QPoint) -> bool:
    """Drags `data` over the table and lets it go; whether it was taken."""
    assert window.workspace is not None
    viewport = window.workspace.table.viewport()
    actions, left = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(at, actions, data, left, NONE)
    QApplication.sendEvent(viewport, enter)
    move = QDragMoveEvent(at, actions, data, left, NONE)
    QApplication.sendEvent(viewport, move)
    drop = QDropEvent(QPointF(at), actions, data, left, NONE)
    QApplication.sendEvent(viewport, drop)
    return enter.isAccepted() and drop.isAccepted()


def test_rows_are_dragged_within_the_table(window: MainWindow) -> None:
    before = start(window)
    click_number(window, "o1")
    click_number(window, "o2", SHIFT)
    data = drag(window, "o1")
    assert data.hasFormat(OUTPUT_IDS)
    assert let_go(window, data, middle(window, "o4", share=0.9))
    assert order(window) == [BRIEFINGS, REPORT, EIGHTY_FIVE, VISITS]
    assert undone(window, before)


def test_a_row_is_dragged_to_the_top_and_into_another_accomplishment(window: MainWindow) -> None:
    assert window.workspace is not None
    window.menus.actions["whole"].trigger()
    assert let_go(window, drag(window, "o4"), middle(window, "o1", share=0.1))
    assert order(window)[0] == REPORT
    heading = window.workspace.table.rowViewportPosition(window.workspace.table.table_model.rows.first("ea2") or 0)
    assert let_go(window, drag(window, "o4"), QPoint(40, heading + 5))
    assert order(window, "ea2") == [REPORT, "2 policies issued"]


def test_a_press_without_a_drag_selects_the_one_row(window: MainWindow) -> None:
    assert window.workspace is not None
    click_number(window, "o1")
    click_number(window, "o3", SHIFT)
    click_number(window, "o2")
    assert window.workspace.table.selection.whole() == ["o2"]


def test_rows_of_another_report_are_added_where_they_are_let_go(
    window: MainWindow, open_window: Callable[..., MainWindow], make_file: Callable[..., Path]
) -> None:
    data = drag(window, "o3")
    other = open_window(make_file("other.rbb"))
    assert other.workspace is not None
    other.workspace.choose_node("ea1")
    before = start(other)
    assert let_go(other, data, middle(other, "o1", share=0.9))
    assert order(other)[:2] == [EIGHTY_FIVE, BRIEFINGS]
    assert len(order(other)) == 5
    assert undone(other, before)


def test_anything_else_dragged_over_the_table_is_left_to_the_window(window: MainWindow) -> None:
    data = QMimeData()
    data.setText("words")
    assert not let_go(window, data, middle(window, "o1"))


def test_a_dragged_row_shows_where_it_would_lie(window: MainWindow) -> None:
    assert window.workspace is not None
    table = window.workspace.table
    data = drag(window, "o1")
    plain = table.viewport().grab().toImage()
    at = middle(window, "o3", share=0.9)
    actions, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    QApplication.sendEvent(table.viewport(), QDragEnterEvent(at, actions, data, left, NONE))
    assert table.viewport().grab().toImage() != plain
    QApplication.sendEvent(table.viewport(), QDragLeaveEvent())
    assert table.viewport().grab().toImage() == plain


def test_undo_in_the_whole_report_stays_there(window: MainWindow) -> None:
    assert window.workspace is not None
    window.menus.actions["whole"].trigger()
    before = start(window)
    click_number(window, "o4")
    window.menus.actions["duplicate"].trigger()
    assert undone(window, before)
    assert window.workspace.centre.node == "report"
    window.menus.actions["redo"].trigger()
    assert window.workspace.centre.node == "report"


def test_the_current_cell_alone_is_no_whole_row(window: MainWindow) -> None:
    assert window.workspace is not None
    table = window.workspace.table
    show(window, "o1")
    assert table.selection.whole() == []
    assert table.selection.outputs() == ["o1"]
    press(Key.Key_A, modifier=CONTROL)
    assert table.selection.whole() == ["o1", "o2", "o3", "o4"]
