"""Spelling marks: in the editor while it rests, in the rows on demand; suggestions, own words and ignored ones."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from rbb_editor import settings
from rbb_editor.edits import front
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.session import Session
from rbb_editor.gui.spelling.marks import SpellMarks
from rbb_editor.gui.table.columns import Field
from rbb_editor.gui.table.editors.long_text import LongTextEdit
from rbb_editor.gui.tree.outline import FRONT
from rbb_editor.project import spelling
from tests.gui.conftest import press, small_report
from tests.gui.window.conftest import open_dialogs
from tests.hunspell import install

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script with a first line")
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, session: Session) -> Path:
    """A machine with Hunspell and an English dictionary; the program that ends it again."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.delenv("DICPATH", raising=False)
    monkeypatch.setattr(spelling, "PLACES", ())
    session.put(settings.SPELLING, True)
    return install(tmp_path / "bin", tmp_path / "data", "en_GB")


def open_remarks(window: MainWindow) -> LongTextEdit:
    window.workspace.edit_cell("o2", "o2c0", "remarks")
    editor = window.workspace.table.open_editor.editor
    assert isinstance(editor, LongTextEdit)
    return editor


def marked(editor: LongTextEdit) -> list[str]:
    return [each.cursor.selectedText() for each in editor.extraSelections()]


def menu_at(editor: LongTextEdit, word: str) -> dict[str, QAction]:
    """The menu of the right button on a word."""
    cursor = editor.textCursor()
    cursor.setPosition(editor.toPlainText().index(word) + 2)
    point = editor.cursorRect(cursor).center()
    marks = editor.findChild(SpellMarks)
    assert isinstance(marks, SpellMarks)
    menu = marks.menu(QPoint(point))  # not popped up: a screen that is none does not give the keyboard back
    return {action.text().replace("&", ""): action for action in menu.actions()}


def test_wrong_words_are_marked_but_for_the_one_being_typed(window: MainWindow, qtbot: QtBot) -> None:
    editor = open_remarks(window)
    press(" All missons recieved")
    qtbot.waitUntil(lambda: marked(editor) == ["missons"])
    press(" it.")
    qtbot.waitUntil(lambda: marked(editor) == ["missons", "recieved"])


def test_a_suggestion_is_put_in_and_undone_by_the_editor(window: MainWindow, qtbot: QtBot) -> None:
    editor = open_remarks(window)
    press(" Reports of missons.")
    qtbot.waitUntil(lambda: marked(editor) == ["missons"])
    menu_at(editor, "missons")["missions"].trigger()
    assert editor.toPlainText() == "6 visits were made. Reports of missions."
    qtbot.waitUntil(lambda: marked(editor) == [])
    editor.undo()
    assert "missons" in editor.toPlainText()


def test_own_words_and_ignored_ones_are_right(window: MainWindow, qtbot: QtBot, session: Session) -> None:
    editor = open_remarks(window)
    press(" Some missons xyzzyx came.")
    qtbot.waitUntil(lambda: marked(editor) == ["missons", "xyzzyx"])
    actions = menu_at(editor, "xyzzyx")
    assert not actions["No suggestion"].isEnabled()
    actions["Ignore until the report is closed"].trigger()
    qtbot.waitUntil(lambda: marked(editor) == ["missons"])
    menu_at(editor, "missons")["Add “missons” to my words"].trigger()
    qtbot.waitUntil(lambda: marked(editor) == [])
    assert session.get(settings.SPELLING_WORDS) == '{"en": ["missons"]}'


def test_the_marks_can_be_switched_off_where_they_are(window: MainWindow, qtbot: QtBot, session: Session) -> None:
    editor = open_remarks(window)
    press(" Reports of missons.")
    qtbot.waitUntil(lambda: marked(editor) == ["missons"])
    menu_at(editor, "missons")["Mark spelling"].trigger()
    qtbot.waitUntil(lambda: marked(editor) == [])
    assert session.get(settings.SPELLING) is False


def test_the_rows_show_marks_on_demand(window: MainWindow, qtbot: QtBot) -> None:
    open_remarks(window)
    press(" Reports of missons.")
    press(Qt.Key.Key_Return, modifier=CONTROL)
    table = window.workspace.table
    rect = table.visualRect(table.table_model.place("o2", "o2c0", Field.REMARKS))
    plain = table.grab(rect).toImage()
    window.menus.actions["spelling"].trigger()
    assert table.misspelled is not None
    qtbot.waitUntil(lambda: table.grab(rect).toImage() != plain)
    window.menus.actions["spelling"].trigger()
    qtbot.waitUntil(lambda: table.grab(rect).toImage() == plain)


def test_typing_is_not_held_up_by_a_hunspell_that_breaks_down(window: MainWindow, qtbot: QtBot, machine: Path) -> None:
    machine.write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
    editor = open_remarks(window)
    press(" Reports of missons.")
    qtbot.waitUntil(lambda: window.workspace.spelling._asking is None and window.workspace.spelling._language == "en")
    press(" More.")
    assert marked(editor) == []
    press(Qt.Key.Key_Return, modifier=CONTROL)
    assert window.project.report.output("o2").components[0].remarks.endswith("More.")


def test_without_a_dictionary_the_menu_says_what_to_install(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], qtbot: QtBot
) -> None:
    window = open_window(make_file("zh.rbb", small_report("zh")))
    editor = open_remarks(window)
    actions = menu_at(editor, "visits")
    assert not actions["There is no spelling check for this language."].isEnabled()
    press(Qt.Key.Key_Escape)
    window.menus.actions["spelling"].trigger()
    (box,) = open_dialogs(QMessageBox)
    assert "no spelling check" in box.text()
    box.close()


def test_the_front_matter_has_marks_from_the_moment_it_is_seen(window: MainWindow, qtbot: QtBot):
    project = window.project
    project.do(front.set_info(project.report, summary="It was recieved.", agenda_title="All missons"))
    window.workspace.choose_node(FRONT)
    page = window.workspace.centre._page(FRONT)
    summary, title = page.fields["summary"], page.fields["agenda_title"]
    qtbot.waitUntil(lambda: (marked(summary), marked(title)) == (["recieved"], ["missons"]))
    menu_at(summary, "recieved")["received"].trigger()
    assert summary.toPlainText() == "It was received."
    press(Qt.Key.Key_Tab)
    assert project.report.info.summary == "It was received."
    qtbot.waitUntil(lambda: marked(summary) == [])


def test_a_note_that_is_added_has_marks_too(window: MainWindow, qtbot: QtBot):
    window.workspace.choose_node(FRONT)
    window.project.do(front.add_note(window.project.report))
    text = window.workspace.centre._page(FRONT).notes.rows[-1][1]
    text.setFocus()
    press("The missons here")
    qtbot.waitUntil(lambda: marked(text) == ["missons"])
