"""Cells and rows to and from other programs, reports and windows: real clipboard data, one undo step, a look first."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton

from rbb_editor.domain.entities import Component, Output
from rbb_editor.domain.report import Report
from rbb_editor.edits import outputs
from rbb_editor.gui.dialogs.paste_preview import PastePreview
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.table.clip import MOST_IN_A_FIELD
from rbb_editor.gui.table.view import TableView
from rbb_editor.gui.transfer_types import OUTPUTS
from rbb_editor.project.sample import make_sample
from tests.gui.conftest import press
from tests.gui.test_clip import EXCEL, WORD
from tests.gui.window.conftest import click, dialog_of, open_dialogs, words_in
from tests.gui.window.test_rows import click_number, figures, order, undone

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def table(window: MainWindow) -> TableView:
    """The first accomplishment, its table with the keyboard."""
    assert window.workspace is not None
    window.workspace.choose_node("ea1")
    window.workspace.table.setFocus()
    return window.workspace.table


def put(text: str = "", html: str = "", outputs: bytes = b"") -> None:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    if outputs:
        data.setData(OUTPUTS, outputs)
    QGuiApplication.clipboard().setMimeData(data)


def start(window: MainWindow) -> Report:
    assert window.project is not None
    return window.project.report.snapshot()


def preview() -> PastePreview:
    found = dialog_of(PastePreview)
    assert isinstance(found, PastePreview)
    return found


def accept(dialog: PastePreview) -> None:
    click(next(each for each in dialog.findChildren(QPushButton) if each.property("primary")))


def test_figures_and_remarks_of_excel_in_one_step(window: MainWindow, table: TableView) -> None:
    before = start(window)
    table.show_cell("o1", "o1c0", "completed")
    put('90\t"90 activities\n6 ""virtual"""\n7\t7 visits.\n', "")
    press(Key.Key_V, modifier=CONTROL)
    dialog = preview()  # a reason that the pasted cells do not give never goes unseen
    assert "1 reason goes with the remarks" in words_in(dialog)
    assert start(window) == before
    accept(dialog)
    assert figures(window, "o1")[0] == Component("o1c0", "90", '90 activities\n6 "virtual"', "")
    assert (figures(window, "o2")[0].completed, figures(window, "o2")[0].remarks) == ("7", "7 visits.")
    assert undone(window, before)


def test_another_reason_in_the_pasted_remarks_needs_no_look(window: MainWindow, table: TableView) -> None:
    table.show_cell("o1", "o1c0", "completed")
    put('90\t"90 activities were held.\nThe higher output was due to additional requests."\n')
    press(Key.Key_V, modifier=CONTROL)
    assert open_dialogs(PastePreview) == []
    assert figures(window, "o1")[0] == Component(
        "o1c0", "90", "90 activities were held.", "The higher output was due to additional requests."
    )


def test_the_printed_cell_of_word_becomes_remarks_and_reason(window: MainWindow, table: TableView) -> None:
    before = start(window)
    table.show_cell("o3", None, "planned_text")
    put("broken by paragraphs", WORD)
    press(Key.Key_V, modifier=CONTROL)
    first, second = figures(window, "o3")
    assert (first.completed, first.remarks) == ("50", "50 briefings.")
    assert first.explanation == "The lower output was due to travel restrictions."
    assert second.completed == "51"
    assert order(window)[2] == "60 oral briefings and 51 weekly briefings"
    assert undone(window, before)


def test_a_wording_is_never_replaced_without_a_look(window: MainWindow, table: TableView) -> None:
    before = start(window)
    table.show_cell("o2", None, "planned_text")
    put(html=EXCEL)
    press(Key.Key_V, modifier=CONTROL)
    dialog = preview()
    assert start(window) == before
    assert dialog.list.rowCount() >= 1
    dialog.reject()
    assert start(window) == before
    press(Key.Key_V, modifier=CONTROL)
    dialog = preview()
    click(dialog.add, QPoint(8, dialog.add.height() // 2))
    accept(dialog)
    assert order(window)[1:3] == ["10 visits to peacekeeping operations", "85 outreach activities"]
    assert len(order(window)) == 5
    assert undone(window, before)


def test_rows_below_the_end_are_offered_as_new_outputs(window: MainWindow, table: TableView) -> None:
    before = start(window)
    table.show_cell("o4", None, "planned_text")
    put("1 report to the General Assembly\t1\tIssued.\n3 seminars\t2\tTwo were held.\n\t1\tOne was not.\n")
    press(Key.Key_V, modifier=CONTROL)
    dialog = preview()
    assert dialog.further.isChecked()
    accept(dialog)
    assert order(window)[-2:] == ["1 report to the General Assembly", "3 seminars"]
    assert window.project is not None
    seminars = window.project.report.children("ea1")[-1]
    assert isinstance(seminars, Output)
    assert [each.completed for each in seminars.components] == ["2", "1"]
    assert undone(window, before)


def test_what_is_beyond_the_screen_is_shown_before_it_is_replaced(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path]
) -> None:
    window = open_window(make_file("large.rbb", make_sample(200, "en")))
    window.menus.actions["whole"].trigger()
    assert window.workspace is not None
    window.workspace.table.setFocus()
    before = start(window)
    put("\n".join(["7"] * 60))
    press(Key.Key_V, modifier=CONTROL)
    dialog = preview()
    assert start(window) == before
    assert dialog.list.rowCount() > 40
    accept(dialog)
    assert start(window) != before
    assert undone(window, before)


def test_cells_are_pasted_that_are_left_where_a_review_took_figures_away(window: MainWindow, table: TableView) -> None:
    """The question blocks its own window only; a returned file is reviewed in another one."""
    table.show_cell("o2", None, "planned_text")
    put("20 visits\t\t7\n60 oral briefings\t\t48\n\t\t52\n1 report\t\t2\n")
    press(Key.Key_V, modifier=CONTROL)
    dialog = preview()
    assert window.project is not None
    window.project.do(outputs.delete_component(window.project.report, "o3", "o3c1"))
    window.project.do(outputs.delete_outputs(window.project.report, ["o4"]))
    accept(dialog)
    assert order(window)[1:] == ["20 visits", "60 oral briefings"]
    assert [each.completed for id in ("o2", "o3") for each in figures(window, id)] == ["7", "48"]


def test_one_text_fills_all_selected_cells(window: MainWindow, table: TableView) -> None:
    before = start(window)
    table.show_cell("o1", "o1c0", "completed")
    press(Key.Key_Down, Key.Key_Down, modifier=SHIFT)
    put("12")
    press(Key.Key_V, modifier=CONTROL)
    assert [figures(window, id)[0].completed for id in ("o1", "o2", "o3", "o4")] == ["12", "12", "12", "1"]
    assert undone(window, before)


def test_a_planned_figure_that_is_none_is_left_and_said(window: MainWindow, table: TableView) -> None:
    table.show_cell("o1", "o1c0", "planned")
    put("many\t99\n10\t6\n")
    press(Key.Key_V, modifier=CONTROL)
    dialog = preview()
    accept(dialog)
    assert figures(window, "o1")[0].planned is None
    assert figures(window, "o1")[0].completed == "99"


def test_control_characters_are_cleaned(window: MainWindow, table: TableView) -> None:
    table.show_cell("o4", "o4c0", "remarks")
    put("Report\x00\x07 A/71/587\x0bok")
    press(Key.Key_V, modifier=CONTROL)
    assert figures(window, "o4")[0].remarks == "Report A/71/587\nok"


def test_a_million_cells_are_refused_and_the_window_lives(window: MainWindow, table: TableView) -> None:
    before = start(window)
    put("1\t2\t3\t4\n" * 250_000)
    press(Key.Key_V, modifier=CONTROL)
    message = dialog_of(QMessageBox)
    assert start(window) == before
    message.close()
    press(Key.Key_Down)
    assert not open_dialogs(QMessageBox)


def test_rows_go_to_another_window_with_all_their_figures(
    window: MainWindow, table: TableView, open_window: Callable[..., MainWindow], make_file: Callable[..., Path]
) -> None:
    click_number(window, "o1")
    click_number(window, "o3", CONTROL)
    press(Key.Key_C, modifier=CONTROL)
    other = open_window(make_file("other.rbb"))
    assert other.workspace is not None
    other.workspace.choose_node("ea2")
    other.workspace.table.setFocus()
    before = start(other)
    press(Key.Key_V, modifier=CONTROL)
    assert order(other, "ea2") == [
        "2 policies issued",
        "85 outreach activities",
        "60 oral briefings and 51 weekly briefings",
    ]
    assert other.project is not None
    pasted = other.project.report.children("ea2")[1]
    assert isinstance(pasted, Output)
    assert pasted.components[0].explanation == figures(window, "o1")[0].explanation
    assert pasted.id != "o1"
    assert other.workspace.table.selection.whole() == [node.id for node in other.project.report.children("ea2")[1:]]
    assert undone(other, before)


def test_cut_rows_go_and_come_back_elsewhere(window: MainWindow, table: TableView) -> None:
    click_number(window, "o2")
    press(Key.Key_X, modifier=CONTROL)
    assert len(order(window)) == 3
    assert window.workspace is not None
    window.workspace.choose_node("ea2")
    table.setFocus()
    press(Key.Key_V, modifier=CONTROL)
    assert order(window, "ea2") == ["2 policies issued", "10 visits to peacekeeping operations"]


def test_whole_rows_can_be_pasted_as_cells(window: MainWindow, table: TableView) -> None:
    click_number(window, "o1")
    press(Key.Key_C, modifier=CONTROL)
    table.show_cell("o4", "o4c0", "completed")
    window.menus.actions["paste_cells"].trigger()
    assert len(order(window)) == 4


def test_outputs_fill_an_empty_accomplishment(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], window: MainWindow, table: TableView
) -> None:
    click_number(window, "o3")
    press(Key.Key_C, modifier=CONTROL)
    assert window.workspace is not None
    assert window.project is not None
    window.workspace.choose_node("ea2")
    window.workspace.table.setFocus()
    window.menus.actions["delete_output"].trigger()
    window.workspace.centre.focus_table()
    window.menus.actions["paste"].trigger()
    assert order(window, "ea2") == ["60 oral briefings and 51 weekly briefings"]


def test_spoilt_rows_are_pasted_as_their_text(window: MainWindow, table: TableView) -> None:
    table.show_cell("o4", "o4c0", "completed")
    put("7", outputs=b"{not json")
    press(Key.Key_V, modifier=CONTROL)
    assert figures(window, "o4")[0].completed == "7"


def test_what_is_copied_is_text_table_and_outputs(window: MainWindow, table: TableView) -> None:
    click_number(window, "o3")
    press(Key.Key_C, modifier=CONTROL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().splitlines()[0].split("\t") == [
        "3",
        "60 oral briefings and 51 weekly briefings",
        "60",
        "50",
        "50 briefings.",
    ]
    assert 'x:num="51"' in data.html()
    assert data.hasFormat(OUTPUTS)


def test_a_read_only_report_can_be_copied_from_only(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path]
) -> None:
    window = open_window(make_file("held.rbb"), read_only=True)
    window.workspace.choose_node("ea1")
    window.workspace.table.setFocus()
    before = start(window)
    press(Key.Key_C, modifier=CONTROL)
    assert QGuiApplication.clipboard().text() == "101"
    put("7")
    press(Key.Key_V, modifier=CONTROL)
    assert start(window) == before
    for dialog in open_dialogs(QMessageBox):
        dialog.close()


def test_an_empty_clipboard_pastes_nothing(window: MainWindow, table: TableView) -> None:
    before = start(window)
    QGuiApplication.clipboard().clear()
    table.show_cell("o1", "o1c0", "completed")
    press(Key.Key_V, modifier=CONTROL)
    press(Key.Key_V, modifier=CONTROL | SHIFT)
    assert start(window) == before


@pytest.mark.parametrize("in_editor", [False, True])
def test_a_text_longer_than_a_field_is_refused_with_a_sentence(window: MainWindow, in_editor: bool):
    window.workspace.show_cell("o1", "o1c0", "remarks")
    if in_editor:
        press(Qt.Key.Key_F2)
    QGuiApplication.clipboard().setText("x" * (MOST_IN_A_FIELD + 1))
    press(Qt.Key.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)
    assert "Nothing was pasted" in dialog_of(QMessageBox).text()
    dialog_of(QMessageBox).reject()
    assert window.project.can_undo is None
    assert (window.workspace.table.open_editor is not None) is in_editor
