"""Cells of the table edited as a user does: typing, ending an edit, what is lost by nothing, figures as understood."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from rbb_editor.domain.report import Report
from rbb_editor.gui.table.columns import Field
from rbb_editor.gui.table.editors.figure import FigureEdit
from rbb_editor.gui.table.editors.long_text import LongTextEdit
from rbb_editor.gui.table.moves import Spot
from rbb_editor.gui.table.rows import Filter
from rbb_editor.gui.table.view import TableView
from rbb_editor.project import Project
from rbb_editor.project.sample import make_sample
from tests.gui.conftest import compose, figure, focused, place, press, small_report
from tests.rules.rows import Cell, report_of

Key = Qt.Key

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


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


def test_figures_that_answer_a_count_together_are_told_with_their_total(
    open_project: Callable[[Report], Project], show_table: Callable[[Project], TableView]
) -> None:
    cells: list[Cell] = [("26", "26 reports were issued"), ("4", "4 reports were reissued")]
    table = show_table(open_project(report_of("en", ("30 reports on budgets", cells))))
    table.set_scope("a11")
    assert table.table_model.index(0, 3).data() == "26\nmet, 30 in all"
    table.show_cell("o0", "0.0", "completed")
    press("27")
    assert focused().accessibleDescription() == "1 over, 31 in all"
    press(Key.Key_Return)
    assert table.table_model.index(0, 3).data() == "27\n1 over, 31 in all"


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


def test_the_line_below_a_text_is_drawn_without_the_keys_where_there_is_no_room_for_them(table: TableView) -> None:
    table.show_cell("o2", "o2c0", "remarks")
    press(Key.Key_F2)
    editor = focused()
    assert isinstance(editor, LongTextEdit)
    foot = editor._foot()
    foot.resize(60, foot.height())  # less than what is said of the text
    assert not foot.grab().isNull()


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
    assert place(table)[2] == "completed"


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


def test_a_read_only_report_cannot_be_typed_into(
    table: TableView, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Project, "read_only", property(lambda self: True))
    press("5")
    assert QApplication.focusWidget() is table
    press(Key.Key_F2)
    assert QApplication.focusWidget() is table


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


def test_an_editor_of_a_figure_is_wide_enough_for_all_it_says(table: TableView) -> None:
    table.show_cell("o2", "o2c0", "completed")
    press("a figure that is none")
    editor = focused()
    assert isinstance(editor, FigureEdit)
    assert editor.accessibleDescription() == "text · cannot compare"
    assert editor.width() >= editor.wanted_width() > 148
    press(Key.Key_Escape)
    table.show_cell("o2", "o2c0", "planned")
    press("12", Key.Key_Return)
    table.show_cell("o2", "o2c0", "planned")
    press(Key.Key_F2)
    button = focused().findChild(QPushButton)
    assert button.fontMetrics().horizontalAdvance(button.text()) <= button.width()


def test_a_word_typed_on_a_text_goes_on_behind_it(table: TableView, project: Project) -> None:
    before = figure(project, "o1").remarks
    table.show_cell("o1", "o1c0", "remarks")
    press("More were asked for.")
    press(Key.Key_Return, modifier=CONTROL)
    assert figure(project, "o1").remarks == f"{before} More were asked for."
    press(";")
    press(Key.Key_Return, modifier=CONTROL)
    assert figure(project, "o1").remarks == f"{before} More were asked for.;"
    press("x", Key.Key_Escape)
    assert figure(project, "o1").remarks == f"{before} More were asked for.;"
    press("(")
    press(Key.Key_Return, modifier=CONTROL)
    press("two)")
    press(Key.Key_Return, modifier=CONTROL)
    assert figure(project, "o1").remarks == f"{before} More were asked for.;(two)"
