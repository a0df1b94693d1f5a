"""The pages of the front matter: fields, dates, language, notes, and the table of abbreviations, by keys and clicks."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from rbb_editor import store
from rbb_editor.domain.entities import Abbreviation
from rbb_editor.domain.reading import Reader
from rbb_editor.edits import front
from rbb_editor.gui.front.model import Column
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.replace.opening import replacing_of
from rbb_editor.gui.tree.outline import ABBREVIATIONS, FRONT
from rbb_editor.project import Project
from tests.gui.conftest import press
from tests.gui.window.conftest import click, dialog_of, open_dialogs
from tests.made_up import small_report

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(open_window: Callable[..., MainWindow], make_file: Callable[..., Path]) -> MainWindow:
    """The report with one abbreviation, used nowhere, and one note."""
    return open_window(make_file("front.rbb", small_report()))


def page(window: MainWindow, node: str):
    window.workspace.choose_node(node)
    return window.workspace.centre._pages[node]


def test_undo_is_the_fields_while_typing_and_the_reports_after_it(window: MainWindow):
    field = page(window, FRONT).fields["author"]
    field.setFocus()
    press("Secretary", Qt.Key.Key_Return)
    assert window.project.report.info.author == "Secretary"
    press("X")
    press(Qt.Key.Key_Z, modifier=CONTROL)
    assert field.text() == "Secretary"
    assert window.project.report.info.author == "Secretary"
    press(Qt.Key.Key_Z, modifier=CONTROL)
    assert window.project.report.info.author == ""
    assert field.text() == ""


def test_the_summary_takes_lines_and_undoes_them_too(window: MainWindow):
    field = page(window, FRONT).fields["summary"]
    field.setFocus()
    press("One", Qt.Key.Key_Return, "Two")
    press(Qt.Key.Key_Return, modifier=CONTROL)
    assert window.project.report.info.summary == "One\nTwo"
    press(Qt.Key.Key_Z, modifier=CONTROL)
    assert window.project.report.info.summary == ""
    press(Qt.Key.Key_Y, modifier=CONTROL)
    assert field.toPlainText() == "One\nTwo"


def test_what_is_no_date_stays_and_is_told_in_place(window: MainWindow):
    form = page(window, FRONT)
    field, fault = form.fields["period_start"], form.faults["period_start"]
    field.setFocus()
    press("July", Qt.Key.Key_Tab)
    assert field.text() == "July"
    assert fault.isVisible()
    assert fault.text().startswith("This is no date")
    assert field.accessibleDescription() == fault.text()
    assert window.project.report.info.period_start == ""
    field.setFocus()
    field.selectAll()
    press("1.7.2016", Qt.Key.Key_Tab)
    assert not fault.isVisible()
    assert field.text() == "2016-07-01"
    assert window.project.report.info.period_start == "2016-07-01"


def test_a_period_that_ends_before_it_begins_is_told(window: MainWindow):
    form = page(window, FRONT)
    window.do(front.set_info(window.project.report, period_start="2017-07-01"))
    form.fields["period_end"].setFocus()
    press("30.6.2017", Qt.Key.Key_Tab)
    assert form.faults["period_end"].text() == "The period ends before it begins."
    assert window.project.report.info.period_end == "2017-06-30"


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("", ""), ("2016-07-01", "2016-07-01"), ("2016/7/1", "2016-07-01"), ("1.7.2016", "2016-07-01"),
        ("2016年7月1日", "2016-07-01"), ("2016-02-30", None), ("July 2016", None), ("1-7.2016", None),
    ],
)  # fmt: skip
def test_dates_as_people_write_them(typed: str, date: str | None):
    assert front.iso_date(typed) == date


def test_another_document_language_turns_the_table_round(window: MainWindow):
    box = page(window, FRONT).language
    box.setFocus()
    while box.currentData() != "ar":
        box.setCurrentIndex((box.currentIndex() + 1) % box.count())
    box.activated.emit(box.currentIndex())
    assert window.project.report.info.language == "ar"
    assert window.workspace.table.layoutDirection() == Qt.LayoutDirection.RightToLeft
    window.menus.actions["undo"].trigger()
    assert box.currentData() == "en"


def test_front_matter_that_changes_while_the_report_is_checked_leaves_the_open_cell_alone(window: MainWindow):
    window.workspace.show_cell("letters", None, "completed")
    press("12")
    window.project._read_by(
        Reader(window.project.language)
    )  # nothing is checked yet, as just after the opening of a large report
    assert not window.project.checker.complete
    window.do(front.set_info(window.project.report, author="Secretary"))
    assert window.workspace.table.open_editor.editor.text() == "12"


def test_notes_are_added_written_moved_and_deleted(window: MainWindow):
    form = page(window, FRONT)
    form.ensureWidgetVisible(form.notes.add)
    click(form.notes.add)
    press("Reissued.")
    press(Qt.Key.Key_Return, modifier=CONTROL)

    def notes() -> list[tuple[str, str]]:
        return [(note.mark, note.text) for note in window.project.report.info.notes]

    assert notes() == [("*", "Made up."), ("**", "Reissued.")]
    click(form.notes.rows[1][2][0])
    assert notes() == [("**", "Reissued."), ("*", "Made up.")]
    assert form.notes.rows[0][1].toPlainText() == "Reissued."
    assert not form.notes.rows[0][2][0].isEnabled()
    click(form.notes.rows[0][2][2])
    assert notes() == [("*", "Made up.")]
    assert len(form.notes.rows) == 1
    window.menus.actions["undo"].trigger()
    assert len(form.notes.rows) == 2


def shorts(window: MainWindow) -> list[str]:
    return [each.short for each in window.project.report.info.abbreviations]


def test_an_abbreviation_is_typed_in_place_and_nothing_typed_leaves_nothing(window: MainWindow, qtbot: QtBot):
    made = page(window, ABBREVIATIONS)
    QAbstractItemModelTester(made.model, QAbstractItemModelTester.FailureReportingMode.Fatal, made.model)
    made.table.setFocus()
    press(Qt.Key.Key_Insert)
    press("AU", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shorts(window) == ["MUM", "AU"])
    made.table.setFocus()
    press(Qt.Key.Key_Insert)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: made.model.rowCount() == 2)
    made.table.setCurrentIndex(made.model.index(1, Column.LONG))
    press(Qt.Key.Key_F2)
    press("African Union", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.project.report.info.abbreviations[1] == Abbreviation("AU", "African Union"))
    click(made.sort)
    assert shorts(window) == ["AU", "MUM"]
    made.table.setFocus()
    made.table.selectAll()
    press(Qt.Key.Key_Delete)
    assert shorts(window) == []
    window.menus.actions["undo"].trigger()
    assert shorts(window) == ["AU", "MUM"]


def test_the_first_abbreviation_is_current_and_framed_where_the_keyboard_comes_in(window: MainWindow):
    made = page(window, ABBREVIATIONS)
    window.commands.focus_outline()
    accent = window.theme.colour("accent")
    box = made.table.visualRect(made.model.index(0, Column.SHORT))

    def framed() -> bool:
        return made.table.viewport().grab(box).toImage().pixelColor(2, box.height() // 2) == accent

    assert not framed()
    press(Qt.Key.Key_Return)
    assert made.table.hasFocus()
    assert made.table.currentIndex() == made.model.index(0, Column.SHORT)
    assert framed()
    press(Qt.Key.Key_Right)
    assert not framed()


def test_uses_are_counted_and_lead_to_the_places(window: MainWindow, qtbot: QtBot):
    window.do(front.add_abbreviations(window.project.report, [("letters", "Letters"), ("ACABQ", "")]))
    made = page(window, ABBREVIATIONS)
    qtbot.waitUntil(lambda: made.model.uses(0) is not None)
    assert [made.model.uses(row) for row in (1, 2)] == [3, 0]
    assert made.model.index(2, Column.USES).data() == "not used"
    assert made.model.index(1, Column.USES).data() == "3 texts"
    click(made.table.viewport(), made.table.visualRect(made.model.index(1, Column.USES)).center())
    replacing = replacing_of(window)
    assert replacing.open
    query = replacing.view.query()
    assert (query.text, query.whole_word, query.match_case, query.pattern) == ("letters", True, True, False)


def test_a_list_is_pasted_out_of_excel_or_word(window: MainWindow):
    made = page(window, ABBREVIATIONS)
    QGuiApplication.clipboard().setText(
        "AU\tAfrican Union\r\nMUM\tMade-up Mission\r\nOIOS: Office of Internal Oversight\nDPKO – Department\n\n"
    )
    made.table.setFocus()
    window.menus.actions["paste"].trigger()
    assert [(each.short, each.long) for each in window.project.report.info.abbreviations] == [
        ("MUM", "Made-up Mission"),
        ("AU", "African Union"),
        ("OIOS", "Office of Internal Oversight"),
        ("DPKO", "Department"),
    ]
    assert window.status.currentMessage() == "3 abbreviations added; listed already: 1."
    assert made.table.currentIndex() == made.model.index(1, Column.SHORT)
    assert window.menus.actions["undo"].text() == "&Undo: Add 3 abbreviations"
    made.table.selectAll()
    window.menus.actions["copy_cells"].trigger()
    assert QGuiApplication.clipboard().text().startswith("MUM\tMade-up Mission\nAU\tAfrican Union")


def test_nothing_can_be_changed_where_it_is_only_read(open_window, make_file):
    window = open_window(make_file("kept.rbb", small_report()), read_only=True)
    before = window.project.report.snapshot()
    form = page(window, FRONT)
    form.fields["symbol"].setFocus()
    press("X", Qt.Key.Key_Return)
    assert not form.notes.add.isEnabled()
    made = page(window, ABBREVIATIONS)
    made.table.setFocus()
    press(Qt.Key.Key_Insert)
    press(Qt.Key.Key_Delete)
    made.paste()
    assert window.project.report == before


def no_room(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full from now on."""

    def refuse(*_: object) -> None:
        raise store.DiskFull(window.project.path)

    monkeypatch.setattr(window.project._store, "commit", refuse)


def told() -> None:
    """Exactly one message is open; it is left."""
    box = dialog_of(QMessageBox)
    assert "is full" in box.text()
    box.reject()


@pytest.mark.parametrize("name", ["author", "summary"])
def test_what_cannot_be_written_keeps_the_window_and_the_page_open(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, name: str
):
    field = page(window, FRONT).fields[name]
    field.setFocus()
    with monkeypatch.context() as patch:
        no_room(window, patch)
        press("Secretary", Qt.Key.Key_Tab)
        told()
        assert field.words == "Secretary"
        window.workspace.choose_node("a")
        told()
        assert window.workspace.centre.node == FRONT
        assert not window.close()
        told()
    assert field.words == "Secretary"
    path = window.project.path
    assert window.close()
    with Project.open(path, author="Reader") as project:
        assert getattr(project.report.info, name) == "Secretary"


def test_a_note_that_cannot_be_written_stays_in_its_field(window: MainWindow, monkeypatch: pytest.MonkeyPatch):
    text = page(window, FRONT).notes.rows[0][1]
    text.setFocus()
    with monkeypatch.context() as patch:
        no_room(window, patch)
        press("See the resolution. ")
        assert not window.close()
        told()
    assert window.workspace.finish()
    assert window.project.report.info.notes[0].text == "See the resolution. Made up."


def test_an_abbreviation_that_cannot_be_written_is_on_the_clipboard(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
):
    made = page(window, ABBREVIATIONS)
    made.table.setFocus()
    made.table.setCurrentIndex(made.model.index(0, Column.LONG))
    press(Qt.Key.Key_F2)
    with monkeypatch.context() as patch:
        no_room(window, patch)
        press("United Nations", Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(open_dialogs(QMessageBox)))
        told()
    assert QGuiApplication.clipboard().text() == "United Nations"


def test_words_that_could_not_be_written_are_kept_whatever_else_changes(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
):
    """Also while another window has the keyboard: no field has it then."""
    form = page(window, FRONT)
    title, text = form.fields["title"], form.notes.rows[0][1]
    title.setFocus()
    press(Qt.Key.Key_A, modifier=CONTROL)
    press("A title")
    with monkeypatch.context() as patch:
        no_room(window, patch)
        text.setFocus()
        told()
        press("See the resolution. ")
        form.fields["session"].setFocus()
        told()
    form.fields["session"].clearFocus()
    window.do(front.set_info(window.project.report, author="Secretary"))  # somebody else's, merged in
    assert (title.words, text.words) == ("A title", "See the resolution. Made up.")
    assert window.workspace.finish()
    info = window.project.report.info
    assert (info.title, info.author, info.notes[0].text) == ("A title", "Secretary", "See the resolution. Made up.")


def test_spaces_that_are_not_kept_are_gone_when_a_field_is_left(window: MainWindow):
    form = page(window, FRONT)
    form.fields["author"].setFocus()
    press("  Secretary  ", Qt.Key.Key_Tab)
    assert window.project.report.info.author == form.fields["author"].words == "Secretary"
    form.fields["author"].setFocus()
    press(" ", Qt.Key.Key_Tab)
    assert form.fields["author"].words == "Secretary"


@pytest.mark.parametrize("name", ["author", "summary"])
def test_undo_takes_back_words_that_were_typed_with_spaces_behind_them(window: MainWindow, name: str):
    field = page(window, FRONT).fields[name]
    field.setFocus()
    press("Secretary  ")
    window.undo()  # in the menu: the keyboard stays in the field
    assert (getattr(window.project.report.info, name), field.words) == ("", "")
    window.redo()
    press(" and others", Qt.Key.Key_Tab)
    assert "and others" in getattr(window.project.report.info, name)


def test_a_note_that_is_being_typed_goes_with_its_place(window: MainWindow):
    form = page(window, FRONT)
    click(form.notes.add)
    press("The second note  ")
    click(form.notes.rows[1][2][0])  # up; the keyboard stays in the field
    notes = [note.text for note in window.project.report.info.notes]
    assert notes == ["The second note", "Made up."]
    assert [text.words for _, text, _ in form.notes.rows] == notes
    assert window.workspace.finish()
    assert [note.text for note in window.project.report.info.notes] == notes


def test_a_note_does_not_move_or_go_while_what_is_typed_in_it_cannot_be_written(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
):
    form = page(window, FRONT)
    click(form.notes.add)
    press("The second note")
    with monkeypatch.context() as patch:
        no_room(window, patch)
        for button in form.notes.rows[1][2][0], form.notes.rows[1][2][2]:
            click(button)
            told()
    assert [text.words for _, text, _ in form.notes.rows] == ["Made up.", "The second note"]
    assert window.workspace.finish()
    assert [note.text for note in window.project.report.info.notes] == ["Made up.", "The second note"]
