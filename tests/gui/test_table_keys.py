"""The table under the hands of a user: moving by keys, the clipboard, right to left."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rbb_editor.domain.report import Report
from rbb_editor.gui.table.view import TableView
from rbb_editor.project import Project
from tests.gui.conftest import figure, focused, place, press, small_report

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


# moving


def test_a_table_just_opened_stands_at_the_first_completed_figure(table: TableView) -> None:
    assert place(table) == ("o1", "o1c0", "completed")


def test_tab_goes_through_what_is_filled_in(table: TableView) -> None:
    seen = []
    for _ in range(9):
        seen.append((place(table)[1], place(table)[2]))
        press(Key.Key_Tab)
    assert seen == [
        ("o1c0", "completed"),
        ("o1c0", "remarks"),
        ("o1c0", "explanation"),
        ("o2c0", "completed"),
        ("o2c0", "remarks"),
        ("o2c0", "explanation"),
        ("o3c0", "completed"),
        ("o3c0", "remarks"),
        ("o3c0", "explanation"),
    ]


def test_tab_leads_from_the_wording_to_the_completed_figure(table: TableView) -> None:
    for field in ("planned_text", "planned"):  # the planned figure is read from the text
        table.show_cell("o2", "o2c0", field)
        press(Key.Key_Tab)
        assert place(table) == ("o2", "o2c0", "completed")


def test_from_the_signs_of_a_row_it_is_selected_and_its_reason_typed(table: TableView) -> None:
    for field in ("findings", "comments"):
        table.show_cell("o2", "o2c0", field)
        assert place(table) == ("o2", "o2c0", field)
        press(Key.Key_Space, modifier=SHIFT)
        assert table.selection.whole() == ["o2"]
        table.show_cell("o2", "o2c0", field)
        press(Key.Key_F2, modifier=SHIFT)
        assert table.open_editor is not None
        assert table.open_editor.field == "explanation"
        press(Key.Key_Escape)


def test_shift_tab_goes_the_same_way_back(table: TableView) -> None:
    table.show_cell("o3", "o3c0", "completed")
    press(Key.Key_Backtab, modifier=SHIFT)
    assert place(table) == ("o2", "o2c0", "explanation")
    press(Key.Key_Backtab, modifier=SHIFT)
    assert place(table) == ("o2", "o2c0", "remarks")


def test_tab_leaves_the_table_at_its_end(table: TableView) -> None:
    table.show_cell("o4", "o4c0", "remarks")
    press(Key.Key_Tab)
    assert place(table) == ("o4", "o4c0", "remarks")


def test_arrows_move_between_cells_and_between_the_parts_of_the_remarks(table: TableView) -> None:
    press(Key.Key_Right)
    assert place(table)[2] == "remarks"
    press(Key.Key_Down)
    assert place(table) == ("o1", "o1c0", "explanation")
    press(Key.Key_Down)
    assert place(table) == ("o2", "o2c0", "remarks")
    press(Key.Key_Up)
    assert place(table) == ("o1", "o1c0", "explanation")
    press(Key.Key_Left, Key.Key_Left, Key.Key_Left)
    assert place(table) == ("o1", "o1c0", "planned_text")


def test_the_planned_text_is_one_cell_for_all_its_figures(table: TableView) -> None:
    table.show_cell("o3", "o3c1", "completed")
    press(Key.Key_Left, Key.Key_Left)
    assert place(table) == ("o3", "o3c0", "planned_text")
    press(Key.Key_Down)
    assert place(table) == ("o4", "o4c0", "planned_text")
    press(Key.Key_Up)
    assert place(table) == ("o3", "o3c0", "planned_text")


def test_home_end_and_with_control(table: TableView) -> None:
    press(Key.Key_End)
    assert place(table) == ("o1", "o1c0", "remarks")
    press(Key.Key_Home)
    assert place(table) == ("o1", "o1c0", "planned_text")
    press(Key.Key_End, modifier=CONTROL)
    assert place(table) == ("o4", "o4c0", "remarks")
    press(Key.Key_Home, modifier=CONTROL)
    assert place(table) == ("o1", "o1c0", "planned_text")


def test_heading_rows_are_passed_over(table: TableView) -> None:
    table.set_scope("d")
    assert place(table) == ("o1", "o1c0", "completed")
    table.show_cell("o4", "o4c0", "completed")
    press(Key.Key_Down)
    assert place(table) == ("o5", "o5c0", "completed")
    press(Key.Key_PageUp)
    assert place(table) == ("o1", "o1c0", "completed")


def test_a_click_on_a_heading_row_asks_for_its_accomplishment(table: TableView, qtbot: QtBot) -> None:
    table.set_scope("d")
    with qtbot.waitSignal(table.scope_wanted) as wanted:
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, table.rowViewportPosition(0) + 9))
    assert wanted.args == ["ea1"]


# clipboard


def test_copy_and_paste_of_one_cell(table: TableView, project: Project) -> None:
    press(Key.Key_C, modifier=CONTROL)
    assert QGuiApplication.clipboard().text() == "101"
    press(Key.Key_Down)
    press(Key.Key_V, modifier=CONTROL)
    assert figure(project, "o2").completed == "101"


def test_copied_cells_are_a_table(table: TableView) -> None:
    table.show_cell("o1", "o1c0", "planned")
    for key in (Key.Key_Right, Key.Key_Down):
        press(key, modifier=SHIFT)
    press(Key.Key_C, modifier=CONTROL)
    assert QGuiApplication.clipboard().text() == "85\t101\n10\t6"
    assert "<td" in QGuiApplication.clipboard().mimeData().html()


def test_pasted_figures_fill_the_column_in_one_step(table: TableView, project: Project) -> None:
    QGuiApplication.clipboard().setText("1\n2\n3\n")
    press(Key.Key_V, modifier=CONTROL)
    assert [figure(project, "o1").completed, figure(project, "o2").completed, figure(project, "o3").completed] == list(
        "123"
    )
    project.undo()
    assert figure(project, "o1").completed == "101"
    assert figure(project, "o3").completed == "50"


def test_lines_pasted_into_remarks_stay_one_text(table: TableView, project: Project) -> None:
    table.show_cell("o3", "o3c1", "remarks")
    QGuiApplication.clipboard().setText("First.\nSecond.")
    press(Key.Key_V, modifier=CONTROL)
    assert figure(project, "o3", 1).remarks == "First.\nSecond."


# right to left


def test_right_to_left_mirrors_table_and_arrows(
    show_table: Callable[..., TableView], open_project: Callable[[Report], Project]
) -> None:
    table = show_table(open_project(small_report("ar")))
    table.set_scope("ea1")
    assert table.isRightToLeft()
    place_of = table.table_model.place
    number, remarks = place_of("o1", "o1c0", "number"), place_of("o1", "o1c0", "remarks")
    assert table.visualRect(number).left() > table.visualRect(remarks).left()
    press(Key.Key_Left)
    assert place(table)[2] == "remarks"
    press(Key.Key_F2)
    assert focused().layoutDirection() is Qt.LayoutDirection.RightToLeft
