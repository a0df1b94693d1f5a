"""The history in the inspector, by keys and clicks."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from rbb_editor.domain.places import section_words
from rbb_editor.domain.profile import RuleSetting
from rbb_editor.edits import checks, comments, front, outputs, sections
from rbb_editor.edits.replacing import Replacement, replace_hits
from rbb_editor.errors import UserError
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.project import Project
from rbb_editor.project.past import Past
from rbb_editor.project.search import Query, find
from tests.gui.conftest import focused, press
from tests.gui.window.conftest import button, click, shortcut, to_cell, words_in


def test_the_history_of_a_row_shows_words_struck_out_and_put_in(window: MainWindow, qtbot: QtBot):
    window.project.do(outputs.set_remarks(window.project.report, "o2", "o2c0", "7 visits were paid."))
    window.project.do(outputs.set_completed(window.project.report, "o1", "o1c0", "102"))
    to_cell(window, "o2")
    shortcut(window, "history")
    panel = window.workspace.review.history
    qtbot.waitUntil(lambda: len(panel.cards) == 2)
    name = panel.cards[0].accessibleName()
    assert "Tester, Edit remarks" in name
    assert "struck out: 6" in name
    assert "put in: paid" in name
    assert "line-through" in words_in(panel.cards[0])
    assert "Report created" in panel.cards[1].accessibleName()
    click(panel.scopes.button(1))
    assert len(panel.cards) == 3
    assert "Row 1" in words_in(panel.cards[0])


def test_the_history_tells_what_became_of_the_checks(window: MainWindow, qtbot: QtBot):
    off, strict = RuleSetting("report-long", on=False), RuleSetting("excess-unexplained", severity="error")
    window.do(checks.set_profile(window.project.report, [off, strict]))
    window.workspace.choose_node("front")
    shortcut(window, "history")
    qtbot.waitUntil(lambda: "Checks of this report" in words_in(window.workspace.review.history))
    said = window.workspace.review.history.cards[0].accessibleName()
    assert "struck out: Check" in said
    assert "put in: Must be corrected" in said
    assert "switched off" in said


def test_every_entry_of_the_history_says_where(window: MainWindow, qtbot: QtBot):
    report = window.project.report
    accomplishment = report.output("o1").parent
    place = section_words(report, accomplishment, window.project.language)
    for made in (
        outputs.add_output(report, accomplishment, None),
        front.set_info(report, summary="Work went on."),
    ):
        assert window.do(made)
    now = datetime.now(UTC)
    assert window.do(comments.add_comment(report, accomplishment, "Which one?", author="Reviewer", time=now))
    assert window.do(outputs.delete_outputs(report, ["o2"]))
    assert window.do(sections.delete(report, [report.section(accomplishment).parent or accomplishment]))
    shortcut(window, "history")
    panel = window.workspace.review.history
    panel.scopes.button(2).click()
    qtbot.waitUntil(lambda: len(panel.cards) == 6)
    deleted, row, comment, summary, added, created = (card.accessibleName() for card in panel.cards)
    assert place in deleted
    assert f"{place}, a row that is no longer there · Planned output" in row
    assert f"{place} · Comment" in comment
    assert "Front matter · Summary" in summary
    assert place in added
    assert "Report created" in created
    window.undo()
    window.undo()
    window.workspace.choose_node(accomplishment)
    panel.scopes.button(1).click()
    number = report.number_of(report.output("o2"))
    qtbot.waitUntil(lambda: f"Row {number} · Planned output" in panel.cards[0].accessibleName())


def test_in_the_history_of_a_row_the_other_rows_of_a_change_are_named(window: MainWindow, qtbot: QtBot):
    report = window.project.report
    one = outputs.set_completed(report, "o1", "o1c0", "90")
    assert window.do(one.then(outputs.set_completed(report, "o2", "o2c0", "9")))
    to_cell(window, "o2")
    shortcut(window, "history")
    panel = window.workspace.review.history
    qtbot.waitUntil(lambda: len(panel.cards) == 2)
    said = panel.cards[0].accessibleName()
    assert ", Completed figure, struck out: 6, put in: 9, Row 1 · Completed figure, struck out: 101" in said


def test_why_a_change_is_not_taken_back_is_read_whole(window: MainWindow, qtbot: QtBot):
    window.project.do(outputs.set_completed(window.project.report, "o2", "o2c0", "9"))
    to_cell(window, "o2")
    shortcut(window, "history")
    panel = window.workspace.review.history
    qtbot.waitUntil(lambda: len(panel.cards) == 2)
    panel.cards[0].setFocus(Qt.FocusReason.TabFocusReason)
    said = panel.cards[0].way_back
    qtbot.waitUntil(lambda: said.height() >= said.heightForWidth(said.width()) > 0)
    assert said.text().startswith("The latest change")


def test_the_history_follows_what_is_changed(window: MainWindow, qtbot: QtBot):
    to_cell(window, "o2")
    shortcut(window, "history")
    panel = window.workspace.review.history
    qtbot.waitUntil(lambda: len(panel.cards) == 1)
    window.workspace.centre.focus_table()
    press("10", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(panel.cards) >= 1 and window.workspace.table.current().output == "o3")
    to_cell(window, "o2")
    qtbot.waitUntil(lambda: len(panel.cards) == 2)
    shortcut(window, "undo")
    qtbot.waitUntil(lambda: len(panel.cards) == 3 and panel.cards[1].isVisible())
    assert "Undone: Edit completed figure" in panel.cards[0].accessibleName()


def test_an_older_change_is_taken_back_alone(window: MainWindow, qtbot: QtBot):
    project = window.project
    project.do(outputs.set_remarks(project.report, "o2", "o2c0", "7 visits."))
    project.do(outputs.set_completed(project.report, "o2", "o2c0", "7"))
    to_cell(window, "o2")
    shortcut(window, "history")
    panel = window.workspace.review.history
    qtbot.waitUntil(lambda: len(panel.cards) == 3 and panel.cards[1].isVisible())
    panel.cards[1].setFocus(Qt.FocusReason.TabFocusReason)
    card = panel.cards[1]
    qtbot.waitUntil(lambda: card.way_back is not None and card.way_back.isVisible())
    click(button(card, "Take back"))
    component = project.report.output("o2").components[0]
    assert (component.remarks, component.completed) == ("6 visits were made.", "7")
    assert project.history(1)[0].label.in_english() == "Take back: Edit remarks"
    qtbot.waitUntil(lambda: len(panel.cards) == 4)
    assert window.menus.actions["undo"].text() == "&Undo: Take back: Edit remarks – A 1.1, row 2"
    shortcut(window, "undo")
    assert project.report.output("o2").components[0].remarks == "7 visits."


def test_what_was_changed_again_is_not_taken_back_and_says_so(window: MainWindow, qtbot: QtBot):
    for text in ("7 visits.", "8 visits."):
        window.project.do(outputs.set_remarks(window.project.report, "o2", "o2c0", text))
    to_cell(window, "o2")
    shortcut(window, "history")
    panel = window.workspace.review.history
    qtbot.waitUntil(lambda: len(panel.cards) == 3 and panel.cards[1].isVisible())
    panel.cards[1].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: "cannot be taken back by itself" in words_in(panel.cards[1]))
    panel.cards[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: "Undo takes it back" in words_in(panel.cards[0]))
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(window.workspace.table.hasFocus)
    assert window.workspace.table.current().field == "remarks"


def test_a_long_journal_is_read_in_pages(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], qtbot: QtBot
):
    path = make_file()
    with Project.open(path, author="Tester") as project:
        for number in range(70):
            project.do(outputs.set_completed(project.report, "o2", "o2c0", str(number)))
    window = open_window(path)
    to_cell(window, "o2")
    shortcut(window, "history")
    panel = window.workspace.review.history
    qtbot.waitUntil(lambda: len(panel.cards) >= 30 and not panel._reading.isActive())
    assert len(panel.cards) < 70
    click(panel.older)
    qtbot.waitUntil(lambda: len(panel.cards) == 71)
    assert panel.older.isHidden()


def test_a_journal_that_cannot_be_read_is_said_in_its_place(window: MainWindow, monkeypatch: pytest.MonkeyPatch):
    def fails(*_: object) -> None:
        raise UserError("The drive of {file} is gone.", file="small.rbb")

    monkeypatch.setattr(Past, "page", fails)
    shortcut(window, "history")
    assert "The drive of small.rbb is gone." in words_in(window.workspace.review.history)


def test_everything_that_a_change_did_can_be_looked_at(window: MainWindow, qtbot: QtBot):
    report = window.project.report
    hits = find(report, Query("s"))
    assert len({hit.place for hit in hits}) > 6
    window.project.do(replace_hits(report, hits, Replacement("ß"), planned=True))
    window.menus.actions["history"].trigger()
    history = window.workspace.review.history
    history.scopes.button(2).click()
    (card,) = [each for each in history.cards if each.more is not None]
    before = len(card.findChildren(QLabel))
    card.setFocus()
    click(card.more)
    qtbot.waitUntil(lambda: card.more is None)
    assert len(card.findChildren(QLabel)) > before + 4
    assert "viß" in words_in(card)


def test_a_report_closed_while_its_history_is_being_read_is_closed_calmly(window: MainWindow, qtbot: QtBot):
    for number in range(130):
        change = outputs.set_remarks(window.project.report, "o1", "o1c0", f"{number} times")
        assert window.do(change)
    window.workspace.side.reveal("history")
    window.workspace.refresh_inspector()
    panel = window.workspace.review.history
    panel.scopes.button(1).click()
    qtbot.waitUntil(lambda: len(panel.cards) > 20)
    panel.older.click()
    with qtbot.captureExceptions() as caught:
        window.menus.actions["close"].trigger()
        QApplication.processEvents()  # what was taken out of the window is still there
    assert window.project is None
    assert caught == []


CONTROL = Qt.KeyboardModifier.ControlModifier


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


def test_a_change_is_looked_at_and_taken_back_with_the_keyboard_alone(window: MainWindow, qtbot: QtBot):
    for output, figure in (("o2", "41"), ("o1", "42"), ("o2", "43")):
        to_cell(window, output)
        press(figure, Qt.Key.Key_Return)
    window.workspace.choose_node("ea1")
    to_cell(window, "o1")
    shortcut(window, "history")
    panel = window.workspace.review.history
    assert panel.cards[0].hasFocus()
    assert "put in: 42" in focused().accessibleName()
    press(Qt.Key.Key_Down)
    assert "Report created" in focused().accessibleName()
    press(Qt.Key.Key_Down)
    assert focused() is panel.cards[-1]  # the end of the list, not the toolbar
    press(Qt.Key.Key_Up)
    assert button(panel.cards[0], "Take back")
    press(Qt.Key.Key_Tab)
    assert focused().text() == "Take back"
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.project.report.output("o1").components[0].completed == "101")
    assert window.project.report.output("o2").components[0].completed == "43"
