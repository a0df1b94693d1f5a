"""A day's drafting: what was in the way of a drafter, a reviewer and a submitting officer, by keys and clicks."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Comment, Level, Waiver
from rbb_editor.domain.text import Text
from rbb_editor.edits import front, outputs, sections
from rbb_editor.gui.app import Program
from rbb_editor.gui.dialogs.import_review import ImportReview
from rbb_editor.gui.dialogs.shortcuts import ShortcutList
from rbb_editor.gui.dialogs.word_choices import WordChoices
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.panels import status
from rbb_editor.gui.panels.findings_model import Role
from rbb_editor.gui.panels.notes import NoteEdit
from rbb_editor.gui.panels.problems import Listed
from rbb_editor.gui.tree.outline import ABBREVIATIONS, FRONT
from rbb_editor.gui.written import tell_written
from rbb_editor.project import Project
from rbb_editor.project.word_choices import Choices
from tests.gui.conftest import focused, press
from tests.gui.window.conftest import click, dialog_of, open_dialogs

CONTROL = Qt.KeyboardModifier.ControlModifier


def shortcut(window: MainWindow, id: str) -> None:
    """Presses the keys of an action."""
    QTest.keySequence(focused(), window.menus.actions[id].shortcut())
    QApplication.processEvents()


def commit(text: str) -> None:
    """What an input method gives without composing it first: a full-width sign, a dictated word."""
    done = QInputMethodEvent()
    done.setCommitString(text)
    QApplication.sendEvent(focused(), done)


def of_kind(window: MainWindow, kind: type) -> list:
    return [entity for entity in window.project.report.entities() if isinstance(entity, kind)]


# typing


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


# searching


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


# the outline


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


# a word about a row


def test_a_comment_begun_in_the_table_leads_back_to_it(window: MainWindow):
    window.workspace.show_cell("o2", "o2c0", "remarks")
    shortcut(window, "comment")
    press("Which ones?")
    press(Qt.Key.Key_Return, modifier=CONTROL)
    assert [each.text for each in of_kind(window, Comment)] == ["Which ones?"]
    assert window.workspace.table.hasFocus()
    press(Qt.Key.Key_Up)
    assert window.workspace.table.current().output == "o1"


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


# from problem to problem


def test_the_way_through_the_problems_says_where_it_begins_again(window: MainWindow):
    window.workspace.show_cell("o1", "o1c0", "completed")
    assert not window.status.currentMessage()
    seen = []
    while not window.status.currentMessage():
        press(Qt.Key.Key_F8)
        seen.append(window.workspace.table.current())
        assert len(seen) < 30
    assert "first one of the report follows" in window.status.currentMessage()
    assert seen[-1] == seen[0]
    window.status.clearMessage()
    press(Qt.Key.Key_F8, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert "last one of the report follows" in window.status.currentMessage()


# what the status bar says


def test_the_length_is_told_when_all_is_checked_and_follows_what_is_typed(window: MainWindow, qtbot: QtBot):
    length = window.status.length
    qtbot.waitUntil(lambda: length.text().endswith(" words"))
    before = int(length.text().split()[0])
    window.workspace.show_cell("o4", "o4c0", "remarks")
    press(Qt.Key.Key_F2, " and two annexes", Qt.Key.Key_Tab)
    assert int(length.text().split()[0]) == before + 3
    assert "8,500" in length.toolTip()
    shortcut(window, "undo")
    assert int(length.text().split()[0]) == before


def test_nothing_found_yet_is_not_told_as_nothing_to_do(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], program: Program
):
    window = program.new_window()
    window.files.take(make_file())
    link = window.status.links["shortfall-unexplained"]
    assert not window.project.checker.complete
    assert link.text() == "Being checked…"
    window.project.checker.run()
    window.workspace.bridge.checked.emit(True)
    assert link.text() == "2 shortfalls without a reason"


# what was written


class Desktop(QObject):
    """Stands for the desktop that opens files."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


@pytest.fixture
def desktop(qapp: QApplication) -> Iterator[Desktop]:
    made = Desktop()
    QDesktopServices.setUrlHandler("file", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("file")


def test_what_was_exported_can_be_opened_at_once(window: MainWindow, qtbot: QtBot, tmp_path: Path, desktop: Desktop):
    path = tmp_path / "sent.xlsx"
    assert not window.menus.actions["open_written"].isEnabled()
    window.files.export_path(path)
    qtbot.waitUntil(lambda: window.status.currentMessage().startswith("Written"), timeout=20_000)
    click(window.status.written)
    assert desktop.opened == [str(path)]
    shortcut(window, "open_written")
    assert desktop.opened == [str(path)] * 2
    path.unlink()
    shortcut(window, "open_written")
    assert desktop.opened == [str(path)] * 2
    message = dialog_of(QMessageBox)
    assert "no longer there" in message.text()
    press(Qt.Key.Key_Return)
    assert not open_dialogs(QMessageBox)


def test_the_file_written_last_can_be_opened_for_its_own_minute(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(status, "OFFERED", 1)
    tell_written(window, tmp_path / "first.pdf")
    over: list[bool] = []
    QTimer.singleShot(2, lambda: over.append(True))
    monkeypatch.setattr(status, "OFFERED", 60_000)
    tell_written(window, tmp_path / "second.pdf")
    qtbot.waitUntil(lambda: bool(over))
    assert window.status.written.isVisible()


# the review of an import


CUT = (
    "A. Department of Field Missions\n"
    "Expected accomplishment 1.1: Improved reporting to the Security Council\n"
    "Planned outputs\tCompleted (number or yes/no)\tRemarks\n"
    "12 reports of the Secretary-General\t12\tThe reports were\n"
    "--\t--\t--\n"
    "\t\tissued.\n"
    "60 oral briefings and 51 weekly briefings\t50 51\t50 were given\n"
)


@pytest.fixture
def review(open_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot) -> ImportReview:
    """The review of a text that needed several repairs."""
    source = tmp_path / "last year.txt"
    source.write_text(CUT, encoding="utf-8")
    open_window().files.take(source)
    qtbot.waitUntil(lambda: bool(open_dialogs(ImportReview)), timeout=20_000)
    made = dialog_of(ImportReview)
    assert isinstance(made, ImportReview)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_enter_on_a_repair_goes_to_the_next_and_imports_nothing(review: ImportReview):
    notes, total = review.notes, len(review._imported.notes)
    assert total > 2
    seen = [review.view.sentence.text()]
    for at in range(2, total + 1):
        press(Qt.Key.Key_Return)
        assert notes.position() == at
        seen.append(review.view.sentence.text())
    assert review.isVisible()
    assert len(set(seen)) > 1
    press(Qt.Key.Key_Return)  # behind the last one the button is next
    assert review.go.hasFocus()
    window = review._window
    press(Qt.Key.Key_Return)
    assert window.project is not None


def test_control_enter_imports_from_the_list(review: ImportReview):
    window = review._window
    press(Qt.Key.Key_Return, modifier=CONTROL)
    assert window.project is not None


def test_a_repair_is_told_whole_in_the_tip_of_its_line(review: ImportReview):
    items = review.notes._items
    assert all(item.text(0) in item.toolTip(0) or "&" in item.toolTip(0) for item in items)


# the history


def test_the_history_says_which_findings_a_change_closed(window: MainWindow, qtbot: QtBot):
    window.workspace.show_cell("o2", "o2c0", "explanation")
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_A, modifier=CONTROL)
    press("The lower output was due to the closure of the airport.")
    press(Qt.Key.Key_Return, modifier=CONTROL)
    shortcut(window, "history")
    panel = window.workspace.review.history

    def shown() -> list[str]:
        return [label.text() for label in panel.cards[0].findChildren(QLabel) if label.isVisible()]

    qtbot.waitUntil(lambda: "Closed 1 finding: Shortfall without a reason" in shown())
    assert "Closed 1 finding" in panel.cards[0].accessibleName()
    shortcut(window, "undo")
    qtbot.waitUntil(lambda: "Brought up 1 finding: Shortfall without a reason" in shown())


# undo, and what it leaves


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


def test_delete_on_the_wording_of_a_planned_output_says_why_nothing_happens(window: MainWindow):
    window.workspace.show_cell("o2", "o2c0", "planned_text")
    press(Qt.Key.Key_Delete)
    assert window.project.can_undo is None
    assert "F2 edits it" in window.status.currentMessage()


# filters


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


# the list of keys


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


# the findings of the front matter


def test_on_the_front_matter_its_own_findings_come_first(window: MainWindow, qtbot: QtBot):
    project = window.project
    project.do(front.add_abbreviations(project.report, [("UNX", "One"), ("UNX", "Two")]))
    window.workspace.choose_node(FRONT)
    model = window.workspace.findings.model
    qtbot.waitUntil(lambda: str(model.index(0).data()).startswith("Front matter"))
    heads = [
        str(model.index(row).data()) for row in range(model.rowCount()) if model.index(row).data(Role.FINDING) is None
    ]
    assert [head.split("  ")[0] for head in heads] == ["Front matter", "In the report"]
    first = model.index(1).data(Role.FINDING)
    assert first.target == "report"
    others = [
        model.index(row).data(Role.FINDING) for row in range(model.rowCount()) if not model.index(row).data(Role.HERE)
    ]
    assert all(each.target != "report" for each in others if each is not None)


# chips and buttons


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


# what a Word file shows


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


# the list of findings


def test_f7_stands_on_a_finding_so_that_enter_goes_to_it(window: MainWindow):
    window.workspace.show_cell("o1", "o1c0", "planned_text")
    shortcut(window, "check")
    cards = window.workspace.findings.list
    assert cards.hasFocus()
    wanted = cards.currentIndex().data(Role.FINDING)
    assert wanted is not None
    press(Qt.Key.Key_Return)
    assert window.workspace.table.current().output == wanted.target
    assert window.workspace.table.hasFocus()


def test_while_the_report_is_checked_its_panel_says_so_within_its_margins(window: MainWindow):
    panel = window.workspace.findings
    panel.show_findings(Listed((), (), False), "ea1", "", 0, complete=False)
    assert panel._empty.text() == "The report is being checked."
    assert panel._empty.margin() == 16
    assert panel._total.text() == ""


# a mirrored interface


def test_a_sentence_that_begins_with_a_latin_name_runs_as_a_mirrored_interface_does(window: MainWindow):
    for right in (False, True):
        window.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
        window.status.showMessage("report.rbb has been written.")
        assert window.status.currentMessage().startswith("\u200f") == right
        window.tell(Text.of("report.rbb is open already."))
        message = dialog_of(QMessageBox)
        assert message.text().startswith("\u200f") == right
        message.close()
        QApplication.processEvents()


# the front matter


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
