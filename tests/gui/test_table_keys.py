"""The table under the hands of a user: moving, typing, ending an edit, clipboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from rbb_editor.domain.entities import Component
from rbb_editor.domain.report import Report
from rbb_editor.gui.table.columns import Field
from rbb_editor.gui.table.editors.figure import FigureEdit
from rbb_editor.gui.table.editors.long_text import LongTextEdit
from rbb_editor.gui.table.editors.offers import Offers
from rbb_editor.gui.table.moves import Spot
from rbb_editor.gui.table.rows import Filter
from rbb_editor.gui.table.view import TableView
from rbb_editor.project import Project
from rbb_editor.project.sample import make_sample
from tests.gui.conftest import compose, focused, press, small_report

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def place(view: TableView) -> tuple[str, str, str]:
    current = view.current()
    assert current is not None
    return current.output, current.component, current.field


def figure(project: Project, id: str, at: int = 0) -> Component:
    return project.report.output(id).components[at]


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


# typing


def test_typing_replaces_a_figure_and_enter_goes_down(table: TableView, project: Project) -> None:
    press("90")
    assert isinstance(focused(), FigureEdit)
    press(Key.Key_Return)
    assert figure(project, "o1").completed == "90"
    assert place(table) == ("o2", "o2c0", "completed")
    assert table.hasFocus()


def test_what_a_figure_means_is_said_while_it_is_typed(table: TableView) -> None:
    table.show_cell("o2", "o2c0", "completed")
    press("12")
    assert focused().accessibleDescription() == "2 over"
    press(Key.Key_Backspace)
    assert focused().accessibleDescription() == "9 short"


@pytest.mark.parametrize("typed", ["2 091", "70%", "Yes"])
def test_figures_are_taken_as_typed(table: TableView, project: Project, typed: str) -> None:
    press(typed, Key.Key_Tab)
    assert figure(project, "o1").completed == typed
    assert place(table) == ("o1", "o1c0", "remarks")


def test_escape_leaves_everything_as_it_was(table: TableView, project: Project) -> None:
    press("7", Key.Key_Escape)
    assert figure(project, "o1").completed == "101"
    assert project.can_undo is None
    assert table.hasFocus()


def test_f2_opens_a_figure_with_what_it_holds(table: TableView) -> None:
    press(Key.Key_F2)
    editor = focused()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "101"


def test_typing_into_remarks_adds_to_them(table: TableView, project: Project) -> None:
    press(Key.Key_Tab)
    press(" More")
    assert isinstance(focused(), LongTextEdit)
    press(Key.Key_Return)
    press("still the same cell")
    press(Key.Key_Return, modifier=CONTROL)
    assert figure(project, "o1").remarks == "101 activities were conducted. More\nstill the same cell"
    assert place(table) == ("o1", "o1c0", "remarks")


def test_chinese_through_an_input_method(
    show_table: Callable[..., TableView], open_project: Callable[..., Project]
) -> None:
    project = open_project(small_report("zh"))
    table = show_table(project)
    table.set_scope("ea1")
    compose("是")
    press(Key.Key_Return)
    assert figure(project, "o1").completed == "是"
    table.show_cell("o3", "o3c1", "remarks")
    compose("作了 51 次情况通报")
    press(Key.Key_Return, modifier=CONTROL)
    assert figure(project, "o3", 1).remarks == "作了 51 次情况通报"


def test_delete_clears_a_figure(table: TableView, project: Project) -> None:
    press(Key.Key_Delete)
    assert figure(project, "o1").completed == ""
    project.undo()
    assert figure(project, "o1").completed == "101"


def test_delete_leaves_the_planned_text_alone(table: TableView, project: Project) -> None:
    table.show_cell("o1", None, "planned_text")
    press(Key.Key_Delete)
    assert project.report.output("o1").planned_text == "85 outreach activities"


def test_the_planned_text_is_edited_in_place(table: TableView, project: Project) -> None:
    table.show_cell("o1", None, "planned_text")
    press(Key.Key_F2, ", approximately")
    press(Key.Key_Tab)
    assert project.report.output("o1").planned_text == "85 outreach activities, approximately"
    assert place(table)[2] == "planned"


@pytest.mark.parametrize(("typed", "shown"), [("90", "90"), (">=600", "≥\u00a0600"), ("6-8", "6–8"), ("-", "—")])
def test_a_planned_figure_is_overridden(table: TableView, project: Project, typed: str, shown: str) -> None:
    table.show_cell("o1", "o1c0", "planned")
    press(typed, Key.Key_Return)
    assert figure(project, "o1").planned is not None
    index = table.table_model.place("o1", "o1c0", "planned")
    assert index.data() == f"{shown}\nby hand"


def test_clearing_a_planned_figure_reads_it_from_the_text_again(table: TableView, project: Project) -> None:
    table.show_cell("o1", "o1c0", "planned")
    press("90", Key.Key_Return)
    table.show_cell("o1", "o1c0", "planned")
    press(Key.Key_Delete)
    assert figure(project, "o1").planned is None


def test_what_is_no_planned_figure_is_not_taken(table: TableView, project: Project) -> None:
    table.show_cell("o1", "o1c0", "planned")
    press("many", Key.Key_Return)
    assert isinstance(focused(), FigureEdit)
    assert focused().accessibleDescription() == "not understood"
    press(Key.Key_Escape)
    assert figure(project, "o1").planned is None


# the reason


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


# nothing is lost


def test_focus_loss_commits(table: TableView, project: Project, qtbot: QtBot) -> None:
    other = QLineEdit()
    qtbot.addWidget(other)
    other.show()
    press("88")
    other.activateWindow()
    other.setFocus()
    qtbot.waitUntil(lambda: figure(project, "o1").completed == "88")


def test_another_scope_filter_or_hiding_commits(table: TableView, project: Project) -> None:
    press("88")
    table.set_scope("ea2")
    assert figure(project, "o1").completed == "88"
    table.set_scope("ea1")
    press("89")
    table.set_filter(Filter(text="visits"))
    assert figure(project, "o1").completed == "89"
    press("5")
    table.hide()
    assert figure(project, "o2").completed == "5"


def test_a_click_elsewhere_commits(table: TableView, project: Project) -> None:
    press("88")
    rect = table.visualRect(table.table_model.place("o3", "o3c0", "completed"))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert figure(project, "o1").completed == "88"
    assert place(table) == ("o3", "o3c0", "completed")


def test_an_edit_elsewhere_in_the_row_leaves_the_open_editor_alone(table: TableView, project: Project) -> None:
    from rbb_editor.edits import outputs

    press("88")
    project.do(outputs.set_remarks(project.report, "o1", "o1c0", "Said by someone else."))
    editor = focused()
    assert isinstance(editor, FigureEdit)
    assert editor.text() == "88"
    press(Key.Key_Return)
    assert figure(project, "o1").completed == "88"


def test_what_cannot_be_written_stays_in_its_editor(
    table: TableView, project: Project, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rbb_editor.errors import UserError

    def full(change: object) -> None:
        raise UserError("The disk is full.")

    monkeypatch.setattr(project, "do", full)
    press("88")
    with qtbot.waitSignal(table.failed) as failed:
        press(Key.Key_Return)
    assert str(failed.args[0]) == "The disk is full."
    editor = focused()
    assert isinstance(editor, FigureEdit)
    assert editor.text() == "88"
    assert table.commit_pending() is False
    monkeypatch.undo()
    assert table.commit_pending() is True
    assert figure(project, "o1").completed == "88"


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


def test_a_read_only_report_cannot_be_typed_into(
    table: TableView, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Project, "read_only", property(lambda self: True))
    press("5")
    assert QApplication.focusWidget() is table
    press(Key.Key_F2)
    assert QApplication.focusWidget() is table


# reasons used elsewhere


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


# figures as they are understood


@pytest.mark.parametrize(
    ("language", "typed", "said"),
    [
        ("en", "2,091", "2,006 over"),
        ("en", "2 091", "2,091 · 2,006 over"),
        ("en", "yes", "Yes · met"),
        ("en", "70%", "cannot compare"),
        ("en", "as many as there were", "text · cannot compare"),
        ("zh", "是", "met"),
        ("zh", "全部", "text · cannot compare"),
        ("zh", "２０９１", "2\u00a0091 · 2\u00a0006 over"),
    ],
)
def test_what_is_typed_is_said_as_it_is_understood(
    show_table: Callable[..., TableView],
    open_project: Callable[..., Project],
    language: str,
    typed: str,
    said: str,
) -> None:
    table = show_table(open_project(small_report(language)))
    table.set_scope("ea1")
    press(Key.Key_F2)
    editor = focused()
    assert isinstance(editor, FigureEdit)
    editor.selectAll()
    compose(typed)
    assert editor.accessibleDescription() == said


def test_a_planned_figure_set_by_hand_goes_back_with_one_click(table: TableView, project: Project) -> None:
    table.show_cell("o1", "o1c0", "planned")
    press("90", Key.Key_Return)
    table.show_cell("o1", "o1c0", "planned")
    index = table.table_model.place("o1", "o1c0", "planned")
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "From the text: 85"
    press(Key.Key_F2)
    button = focused().findChild(QPushButton)
    assert button is not None
    assert button.text() == "From the text: 85"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert figure(project, "o1").planned is None
    assert table.hasFocus()


def test_an_open_editor_stays_over_its_cell_when_the_window_shrinks(
    show_table: Callable[..., TableView], open_project: Callable[[Report], Project]
) -> None:
    view = show_table(open_project(make_sample(60, "en")), width=1200, height=800)
    view.set_scope(None)
    view.standing.go(view.standing.moves().by_rows(view.standing.moves().settle(Spot(1, Field.COMPLETED)), 30))
    press(Key.Key_F2)
    view.resize(620, 400)
    QApplication.processEvents()
    editor = view.open_editor
    assert editor is not None
    cell = view.visualRect(view.currentIndex())
    assert view.viewport().rect().intersects(cell)
    assert editor.editor.geometry().intersects(cell)
