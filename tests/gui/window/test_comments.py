"""Comments in the window, by keys and clicks."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from rbb_editor import store
from rbb_editor.domain.entities import Comment
from rbb_editor.edits import comments, outputs
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.table.annotations import comments_on
from rbb_editor.project import Project
from tests.gui.conftest import compose, focused, press
from tests.gui.window.conftest import button, click, dialog_of, of_kind, shortcut, to_cell, words_in

CONTROL = Qt.KeyboardModifier.ControlModifier

SHIFT = Qt.KeyboardModifier.ShiftModifier

NOW = datetime(2026, 11, 20, 10, 12, tzinfo=UTC)


def commented(window: MainWindow, output: str, text: str, quote: str = "", author: str = "Reviewer") -> str:
    component = window.project.report.output(output).components[0].id
    change = comments.add_comment(
        window.project.report, output, text, author=author, time=NOW, component=component, field="remarks", quote=quote
    )
    window.project.do(change)
    return change.pairs[0].id


def test_nothing_of_it_is_made_before_it_is_shown(window: MainWindow):
    to_cell(window, "o2")
    press("7", Qt.Key.Key_Return)
    QApplication.processEvents()
    assert window.workspace.review.comments is None
    assert window.workspace.review.history is None
    assert window.workspace.findings.form is None


def test_a_comment_on_selected_words_by_keys_alone(window: MainWindow, qtbot: QtBot):
    to_cell(window, "o1", "o1c0", "remarks")
    press(Qt.Key.Key_F2)
    editor = window.workspace.table.editing.now.editor
    press(Qt.Key.Key_Home, modifier=CONTROL)
    press(Qt.Key.Key_Right, modifier=CONTROL | SHIFT)
    press(Qt.Key.Key_Right, modifier=CONTROL | SHIFT)
    assert editor.textCursor().selectedText().strip() == "101 activities"
    shortcut(window, "comment")
    panel = window.workspace.review.comments
    qtbot.waitUntil(panel.new.hasFocus)
    assert "101 activities" in words_in(panel)
    press("Where?")
    press(Qt.Key.Key_Return, modifier=CONTROL)
    (comment,) = of_kind(window, Comment)
    assert (comment.target, comment.component, comment.field) == ("o1", "o1c0", "remarks")
    assert (comment.quote, comment.text, comment.author) == ("101 activities", "Where?", "Tester")
    qtbot.waitUntil(lambda: len(panel.cards) == 1)
    assert panel.new.toPlainText() == ""
    assert panel.cards[0].is_selected()
    bar = window.workspace.inspector.bar
    assert bar.tabText(bar.currentIndex()) == "Comments 1"
    assert len(comments_on(window.workspace.table.table_model, 0)) == 1  # the table marks it
    shortcut(window, "undo")
    qtbot.waitUntil(lambda: panel.cards == [])
    assert bar.tabText(bar.currentIndex()) == "Comments"


def test_chinese_is_typed_through_an_input_method(window: MainWindow, qtbot: QtBot):
    to_cell(window, "o1")
    shortcut(window, "comment")
    qtbot.waitUntil(window.workspace.review.comments.new.hasFocus)
    compose("何时？")
    press(Qt.Key.Key_Return, modifier=CONTROL)
    assert [comment.text for comment in of_kind(window, Comment)] == ["何时？"]


def test_a_thread_is_answered_resolved_and_opened_again(window: MainWindow, qtbot: QtBot):
    id = commented(window, "o1", "Where?", "101 activities")
    to_cell(window, "o1", "o1c0", "remarks")
    shortcut(window, "comments")
    panel = window.workspace.review.comments
    qtbot.waitUntil(lambda: len(panel.cards) == 1 and panel.cards[0].answer is not None)
    assert "Reviewer" in words_in(panel.cards[0])
    assert "Where?" in panel.cards[0].accessibleName()
    assert panel.cards[0].hasFocus()
    press(Qt.Key.Key_Tab)
    qtbot.waitUntil(panel.cards[0].answer.hasFocus)
    press("In Entebbe.")
    press(Qt.Key.Key_Return, modifier=CONTROL)
    qtbot.waitUntil(lambda: len(panel.cards) == 1 and len(panel.cards[0].said.answers) == 1)
    (answer,) = panel.cards[0].said.answers
    assert (answer.answers, answer.text, answer.author) == (id, "In Entebbe.", "Tester")
    assert panel.cards[0].answer.toPlainText() == ""
    click(button(panel.cards[0], "Resolve"))
    qtbot.waitUntil(lambda: bool(panel.cards) and panel.cards[0].said.root.resolved)
    assert "0 open · 1 resolved" in words_in(panel)
    button(panel.cards[0], "Reopen").setFocus()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(panel.cards) and not panel.cards[0].said.root.resolved)


def test_only_ones_own_comments_can_be_deleted(window: MainWindow, qtbot: QtBot):
    commented(window, "o1", "Not mine")
    mine = commented(window, "o2", "Mine", author="Tester")
    to_cell(window, "o2")
    shortcut(window, "comments")
    panel = window.workspace.review.comments
    qtbot.waitUntil(lambda: len(panel.cards) == 2)
    theirs, own = panel.cards
    assert "Delete" not in [each.text() for each in theirs.findChildren(QPushButton)]
    click(button(own, "Delete"))
    assert mine not in window.project.report
    qtbot.waitUntil(lambda: len(panel.cards) == 1)


def test_a_thread_and_its_cell_choose_one_another(window: MainWindow, qtbot: QtBot):
    commented(window, "o1", "First")
    commented(window, "o4", "Second", "A/71/587")
    to_cell(window, "o1")
    shortcut(window, "comments")
    panel = window.workspace.review.comments
    qtbot.waitUntil(lambda: [card.is_selected() for card in panel.cards] == [True, False])
    click(panel.cards[1], panel.cards[1].rect().topLeft() + panel.cards[1].rect().center() / 50)
    current = window.workspace.table.current()
    assert (current.output, current.field) == ("o4", "remarks")
    to_cell(window, "o1")
    qtbot.waitUntil(lambda: [card.is_selected() for card in panel.cards] == [True, False])
    panel.cards[1].setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(window.workspace.table.hasFocus)
    assert window.workspace.table.current().output == "o4"


def test_what_is_being_written_survives_another_change(window: MainWindow, qtbot: QtBot):
    commented(window, "o1", "First")
    to_cell(window, "o1")
    shortcut(window, "comments")
    panel = window.workspace.review.comments
    qtbot.waitUntil(lambda: bool(panel.cards) and panel.cards[0].answer is not None)
    panel.cards[0].answer.setFocus()
    press("half a sen")
    panel.new.setPlainText("something")
    commented(window, "o2", "From elsewhere")
    qtbot.waitUntil(lambda: len(panel.cards) == 2)
    assert panel.cards[0].answer.toPlainText() == "half a sen"
    assert focused() is panel.cards[0].answer
    to_cell(window, "o4")
    QApplication.processEvents()
    assert panel.new.toPlainText() == "something"
    click(panel.send)
    assert {comment.target for comment in of_kind(window, Comment) if comment.text == "something"} == {"o1"}


def test_what_is_written_and_not_sent_is_sent_when_the_report_is_closed(window: MainWindow, qtbot: QtBot):
    asked = commented(window, "o1", "Why?")
    commented(window, "o1", "And when?")
    to_cell(window, "o1")
    shortcut(window, "comments")
    panel = window.workspace.review.comments
    qtbot.waitUntil(lambda: len(panel.cards) == 2)
    card = next(each for each in panel.cards if each.said.root.id == asked)
    click(card)
    card.answer.setFocus()
    press("Owing to")
    window.workspace.choose_node("ea2")  # other threads are listed, and those of before again
    QApplication.processEvents()
    window.workspace.choose_node("ea1")
    QApplication.processEvents()
    panel.new.setFocus()
    press("To be looked at")
    path = window.project.path
    window.close()
    with Project.open(path, author="Reader") as project:
        said = {each.text: each for each in project.report.entities() if isinstance(each, Comment)}
    assert said["Owing to"].answers == asked
    assert said["To be looked at"].author == "Tester"


def test_what_is_written_and_cannot_be_sent_keeps_the_report_open(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
):
    def refuse(*_: object) -> None:
        raise store.DiskFull(window.project.path)

    to_cell(window, "o1")
    shortcut(window, "comments")
    panel = window.workspace.review.comments
    panel.new.setFocus()
    press("To be looked at")
    with monkeypatch.context() as full:
        full.setattr(window.project._store, "commit", refuse)
        assert not window.close()
        dialog_of(QMessageBox).reject()
        assert panel.new.words() == "To be looked at"
    assert window.close()


def test_nothing_can_be_written_in_a_report_opened_for_reading(
    program, open_window: Callable[..., MainWindow], make_file: Callable[..., Path], qtbot: QtBot
):
    path = make_file()
    window = open_window(path, read_only=True)
    shortcut(window, "comments")
    assert not window.workspace.review.comments.new.isVisible()
    assert not window.menus.actions["waive"].isEnabled()
    assert not window.menus.actions["comment"].isEnabled()


@pytest.mark.parametrize("key", ["comments", "history"])
def test_the_rail_of_a_small_window_opens_it(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], qtbot: QtBot, key: str
):
    window = open_window(make_file(), 1024, 700)
    commented(window, "o1", "Where?")
    rail = window.workspace.side.rail
    qtbot.waitUntil(lambda: rail._buttons["comments"].text() == "1")
    assert rail._buttons["comments"].accessibleName() == "Comments: 1"
    click(rail._buttons[key])
    assert window.workspace.inspector.isVisible()
    panel = getattr(window.workspace.review, key)
    qtbot.waitUntil(lambda: len(panel.cards) >= 1)


@pytest.mark.parametrize("key", ["comments", "history"])
def test_every_control_has_a_name(window: MainWindow, qtbot: QtBot, key: str):
    commented(window, "o1", "Where?", author="Tester")
    to_cell(window, "o1")
    shortcut(window, key)
    panel = getattr(window.workspace.review, key)
    qtbot.waitUntil(lambda: len(panel.cards) >= 1)
    for widget in panel.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.accessibleName() or getattr(widget, "text", lambda: "")(), widget


def test_words_that_stand_twice_are_quoted_with_their_neighbours(window: MainWindow, qtbot: QtBot):
    place = window.workspace
    window.project.do(outputs.set_remarks(window.project.report, "o2", "o2c0", "6 visits 😀 in May, 6 in June 2024"))
    place.edit_cell("o2", "o2c0", "remarks")
    editor = place.table.open_editor.editor
    cursor = editor.textCursor()
    cursor.setPosition(editor.toPlainText().rindex("6") + 1)  # the sign in front counts as two
    cursor.movePosition(cursor.MoveOperation.NextCharacter, cursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    window.menus.actions["comment"].trigger()
    press("Why?")
    press(Qt.Key.Key_Return, modifier=CONTROL)
    (comment,) = [each for each in window.project.report.about("o2") if isinstance(each, Comment)]
    assert comment.quote == "6 in"


def test_a_comment_says_when_its_words_are_gone(window: MainWindow, qtbot: QtBot):
    commented(window, "o2", "Which?", quote="6 visits")
    to_cell(window, "o2", field="remarks")
    shortcut(window, "comments")
    panel = window.workspace.review.comments
    qtbot.waitUntil(lambda: len(panel.cards) == 1)
    assert panel.cards[0].changed.isHidden()
    window.project.do(outputs.set_remarks(window.project.report, "o2", "o2c0", "Seven visits were made."))
    qtbot.waitUntil(lambda: not panel.cards[0].changed.isHidden())
    window.undo()
    qtbot.waitUntil(panel.cards[0].changed.isHidden)


def test_a_comment_begun_in_the_table_leads_back_to_it(window: MainWindow):
    window.workspace.show_cell("o2", "o2c0", "remarks")
    shortcut(window, "comment")
    press("Which ones?")
    press(Qt.Key.Key_Return, modifier=CONTROL)
    assert [each.text for each in of_kind(window, Comment)] == ["Which ones?"]
    assert window.workspace.table.hasFocus()
    press(Qt.Key.Key_Up)
    assert window.workspace.table.current().output == "o1"


def test_with_the_keys_in_the_outline_the_comment_is_on_the_section(window: MainWindow, qtbot: QtBot):
    to_cell(window, "o1")
    shortcut(window, "outline")
    assert window.workspace.outline.hasFocus()
    shortcut(window, "comment")
    panel = window.workspace.review.comments
    assert panel.new.hasFocus()
    window.workspace.refresh_inspector()
    press("All of it?")
    press(Qt.Key.Key_Return, modifier=CONTROL)
    (comment,) = of_kind(window, Comment)
    assert (comment.target, comment.component, comment.field) == ("ea1", None, None)
    assert window.workspace.outline.hasFocus()


def test_tab_leads_to_the_answer_before_what_deletes_the_words(window: MainWindow, qtbot: QtBot):
    commented(window, "o1", "Where?", author="Tester")
    to_cell(window, "o1", "o1c0", "remarks")
    shortcut(window, "comments")
    press(Qt.Key.Key_Tab)
    press("In Entebbe, and later in Goma.")
    assert [each.text for each in of_kind(window, Comment)] == ["Where?"]
    press(Qt.Key.Key_Return, modifier=CONTROL)
    panel = window.workspace.review.comments
    qtbot.waitUntil(lambda: len(panel.cards[0].said.answers) == 1)
    assert panel.cards[0].answer.hasFocus()
    assert button(panel.cards[0], "Resolve")
    press(Qt.Key.Key_Tab)
    assert focused().text() == "Resolve"
    press(Qt.Key.Key_Tab)
    assert focused().text() == "Delete"
