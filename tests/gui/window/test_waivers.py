"""Waivers in the inspector, by keys and clicks."""

from datetime import UTC, datetime

from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from rbb_editor.domain.entities import Waiver
from rbb_editor.edits import comments, outputs
from rbb_editor.gui.app import Program
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.panels.findings_model import Role
from rbb_editor.gui.panels.notes import NoteEdit
from rbb_editor.gui.table.columns import Field
from rbb_editor.project import Project
from tests.gui.conftest import focused, press, small_report
from tests.gui.window.conftest import click, of_kind, shortcut, to_cell

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_a_finding_is_waived_with_a_reason_and_the_waiver_withdrawn_by_keys(window: MainWindow, qtbot: QtBot):
    to_cell(window, "o2")
    before = window.project.checker.counts().total()
    shortcut(window, "waive")
    panel = window.workspace.findings
    qtbot.waitUntil(lambda: panel.form is not None and panel.form.reason.hasFocus())
    press(Qt.Key.Key_Return, modifier=CONTROL)  # no reason, no waiver
    assert of_kind(window, Waiver) == []
    press("Agreed with the office")
    press(Qt.Key.Key_Return, modifier=CONTROL)
    (waiver,) = of_kind(window, Waiver)
    assert (waiver.target, waiver.reason, waiver.author) == ("o2", "Agreed with the office", "Tester")
    assert window.project.checker.counts().total() == before - 1
    qtbot.waitUntil(lambda: panel.model.row_of(window.project.checker.of("o2")[0]) == panel.model.rowCount() - 1)
    last = panel.model.index(panel.model.rowCount() - 1)
    assert "Agreed with the office" in last.data(Qt.ItemDataRole.AccessibleTextRole)
    assert panel.form.isHidden()
    assert window.workspace.table.hasFocus()  # where the question was asked
    withdraw = link_of(window, panel.model.rowCount() - 1, "withdraw")
    click(panel.list.viewport(), withdraw)
    assert of_kind(window, Waiver) == []
    assert window.project.checker.counts().total() == before


def test_a_waived_finding_comes_back_with_its_reason_when_the_figure_changes(window: MainWindow, qtbot: QtBot):
    to_cell(window, "o2")
    shortcut(window, "waive")
    panel = window.workspace.findings
    qtbot.waitUntil(lambda: panel.form is not None and panel.form.reason.hasFocus())
    press("Agreed with the office")
    press(Qt.Key.Key_Return, modifier=CONTROL)
    (waiver,) = of_kind(window, Waiver)
    assert waiver.said
    to_cell(window, "o2")
    press("1")
    press(Qt.Key.Key_Return)
    (finding,) = [each for each in window.project.checker.of("o2") if each.rule == waiver.rule]
    assert (finding.waived, finding.lapsed) == (False, "Agreed with the office")
    qtbot.waitUntil(lambda: panel.model.row_of(finding) is not None)
    card = panel.model.index(panel.model.row_of(finding))
    assert "It was waived with other figures: “Agreed with the office”." in card.data(Role.EVIDENCE)
    shortcut(window, "undo")
    assert [each.waived for each in window.project.checker.of("o2") if each.rule == waiver.rule] == [True]


def test_a_waived_reason_is_not_asked_for_while_the_report_is_not_checked_yet(program: Program, make_file):
    report = small_report()
    for component in report.output("o2").components:
        change = comments.waive(
            report, "shortfall-unexplained", "o2", "Agreed", author="A", time=datetime.now(UTC), component=component.id
        )
        report.apply(change)
    window = program.new_window()
    window.show()
    window.files.take(make_file("waived.rbb", report))
    table = window.workspace.table
    table.show_cell("o2")
    row = table.currentIndex().row()
    assert not window.project.checker.of("o2")
    before = table.rowHeight(row)
    assert Field.EXPLANATION not in table.cells.parts(row)
    window.project.checker.run()
    table.table_model.refresh(frozenset({"o2"}))
    assert table.rowHeight(row) == before


def link_of(window: MainWindow, row: int, link: str):
    cards = window.workspace.findings.list
    index = cards.model().index(row, 0)
    cards.scrollTo(index)
    boxes = cards.delegate._boxes(index, QRectF(cards.visualRect(index)), right=cards.isRightToLeft())
    return next(box for each, box in boxes.items() if each == link).center().toPoint()


def test_the_waive_link_of_a_card_asks_and_escape_leaves(window: MainWindow, qtbot: QtBot):
    panel = window.workspace.findings
    qtbot.waitUntil(lambda: panel.model.rowCount() == 3)
    QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal, panel)
    click(panel.list.viewport(), link_of(window, 1, "waive"))
    qtbot.waitUntil(lambda: panel.form is not None and panel.form.reason.hasFocus())
    press("hm", Qt.Key.Key_Escape)
    assert panel.form.isHidden()
    assert of_kind(window, Waiver) == []
    assert panel.list.hasFocus()


def test_a_waiver_begun_in_the_table_leads_back_to_it(window: MainWindow):
    for done in (False, True):
        window.workspace.show_cell("o2", "o2c0", "remarks")
        shortcut(window, "waive")
        assert isinstance(focused(), NoteEdit)
        if done:
            press("Agreed with the office.")
        press(*([] if done else [Qt.Key.Key_Escape]))
        if done:
            press(Qt.Key.Key_Return, modifier=CONTROL)
        assert window.workspace.table.hasFocus()
        assert len(of_kind(window, Waiver)) == int(done)


def test_the_question_why_to_waive_goes_where_the_user_goes_on_without_a_word(window: MainWindow, qtbot: QtBot):
    for words, stays in (("", False), ("Agreed", True)):
        window.workspace.show_cell("o2", "o2c0", "remarks")
        shortcut(window, "waive")
        press(*([words] if words else []))
        shortcut(window, "table")
        press(Qt.Key.Key_Up)
        assert window.workspace.table.current().output == "o1"
        qtbot.waitUntil(lambda stays=stays: window.workspace.findings.form.isVisible() == stays)
    assert window.workspace.findings.form.reason.words() == "Agreed"


def test_a_reason_that_was_begun_is_kept_beside_another_and_makes_its_waiver_when_the_report_is_closed(
    window: MainWindow,
):
    path = window.project.path
    for output, words in (("o2", "Agreed with the office"), ("o3", "The office knows")):
        window.workspace.show_cell(output, f"{output}c0", "remarks")
        shortcut(window, "waive")
        press(words)
        shortcut(window, "table")
    window.workspace.show_cell("o2", "o2c0", "remarks")
    shortcut(window, "waive")
    press(".")
    assert window.workspace.findings.form.reason.words() == "Agreed with the office."
    assert window.close_project()
    with Project.open(path, author="Reader") as project:
        waivers = {each.target: each.reason for each in project.report.entities() if isinstance(each, Waiver)}
    assert waivers == {"o2": "Agreed with the office.", "o3": "The office knows"}


def test_of_two_findings_of_one_kind_the_one_that_was_asked_about_is_waived(window: MainWindow):
    window.do(outputs.set_planned_text(window.project.report, "o2", "The the visits of of 7 teams to 7 missions"))
    first, second = [each for each in window.project.checker.of("o2") if each.rule == "word-doubled"]
    panel = window.workspace.findings
    panel.waive(second)
    press("It is a quotation")
    press(Qt.Key.Key_Return, modifier=CONTROL)
    now = [each for each in window.project.checker.of("o2") if each.rule == "word-doubled"]
    assert [(each.message, each.waived) for each in now] == [(first.message, False), (second.message, True)]
