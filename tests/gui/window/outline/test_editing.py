"""Sections moved, added, deleted, renamed by keys in the outline, and what it offers after that."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from rbb_editor import store
from rbb_editor.domain.entities import Level, Output, Section
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.tree.outline import ABBREVIATIONS
from rbb_editor.project import pending
from rbb_editor.project.sample import make_sample
from tests.gui.conftest import press
from tests.gui.window.conftest import click, dialog_of, open_dialogs
from tests.gui.window.outline.conftest import Mouse, dragged, ids, numbers
from tests.gui.window.slow import SlowDisk
from tests.made_up import small_report

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier,
)  # fmt: skip


def offer_button(window: MainWindow, words: str) -> QPushButton:
    """A button of the strip below the outline."""
    found = [each for each in window.workspace.pane.offer.findChildren(QPushButton) if words in each.text()]
    return next(each for each in found if each.isVisible())


def test_keys_move_a_section_among_its_neighbours_not_the_row_of_the_table(window: MainWindow):
    window.workspace.choose_node("b")
    window.commands.focus_outline()
    press(Qt.Key.Key_Up, modifier=ALT)
    assert ids(window, "A") == ["b", "a"]
    assert window.workspace.outline.current() == "b"
    assert window.workspace.outline.hasFocus()
    press(Qt.Key.Key_Down, modifier=ALT)
    assert ids(window, "A") == ["a", "b"]
    press(Qt.Key.Key_Down, modifier=ALT)
    assert ids(window, "A") == ["a", "b"]


def test_insert_adds_beside_and_the_title_is_typed_at_once(window: MainWindow, qtbot: QtBot):
    report = window.project.report
    press(Qt.Key.Key_Insert)
    assert "no longer follow one another: a, b, b" in window.workspace.pane.offer.words.text()
    press("Office of Ink", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: report.sections("A")[1].title == "Office of Ink")
    window.workspace.choose_node(ABBREVIATIONS)
    window.commands.focus_outline()
    press(Qt.Key.Key_Insert)
    press("Department of Ink", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: report.sections()[-1].title == "Department of Ink")


def test_the_gaps_of_a_new_section_can_be_closed_once_its_title_is_typed(window: MainWindow, qtbot: QtBot):
    press(Qt.Key.Key_Insert)
    press("Office of Ink", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.project.report.sections("A")[1].title == "Office of Ink")
    assert window.workspace.pane.offer.isVisible()
    press(Qt.Key.Key_G, modifier=ALT)
    qtbot.waitUntil(lambda: numbers(window, "A") == ["a", "b", "c"])
    assert not window.workspace.pane.offer.isVisible()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_long_title_is_seen_whole_while_it_is_typed(window: MainWindow, qtbot: QtBot, direction: Qt.LayoutDirection):
    window.setLayoutDirection(direction)
    window.resize(1100, 720)
    window.commands.focus_outline()
    press(Qt.Key.Key_F2, "A title that is much longer than the outline is wide, and is typed across the table")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.waitUntil(lambda: field.width() > window.workspace.outline.width())
    assert field.fontMetrics().horizontalAdvance(field.text()) < field.width()
    assert window.rect().contains(field.geometry().translated(field.parentWidget().mapTo(window, QPoint())))
    assert field.height() >= window.workspace.outline.visualRect(window.workspace.outline.currentIndex()).height()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "across the table" in window.project.report.sections("A")[0].title)


def test_the_field_of_a_title_goes_along_when_the_outline_is_scrolled(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], qtbot: QtBot
):
    window = open_window(make_file("many.rbb", make_sample(400, "en")), 1000, 600)
    outline = window.workspace.outline
    outline.expandAll()
    window.workspace.choose_node(next(each.id for each in window.project.report.sections()))
    window.commands.focus_outline()
    press(Qt.Key.Key_F2, "Of Ink")
    field, row = QApplication.focusWidget(), outline.currentIndex()
    bar = outline.verticalScrollBar()
    for scrolled in (20, 0, bar.maximum()):
        bar.setValue(scrolled)
        top = field.mapTo(window, QPoint()).y() - outline.viewport().mapTo(window, QPoint()).y()
        assert top == max(0, outline.visualRect(row).top())
    assert outline.visualRect(row).bottom() < 0
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.project.report.sections()[0].title == "Of Ink")


def test_enter_takes_the_title_over_once_and_stays_in_the_outline(window: MainWindow, qtbot: QtBot, qtlog):
    outline = window.workspace.outline
    window.commands.focus_outline()
    press(Qt.Key.Key_F2)
    press("Another title", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.project.report.section(outline.current()).title == "Another title")
    QApplication.processEvents()
    assert outline.hasFocus()
    assert [each.message for each in qtlog.records if "commitData" in each.message] == []


def test_enter_takes_the_title_over_once_where_a_drag_went_over_its_field(window: MainWindow, qtbot: QtBot, qtlog):
    outline = window.workspace.outline
    window.commands.focus_outline()
    press(Qt.Key.Key_F2)
    outline.setState(outline.State.NoState)  # so Qt leaves it when something dragged goes away again
    press("Another title", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.project.report.section(outline.current()).title == "Another title")
    QApplication.processEvents()
    assert outline.hasFocus()
    assert [each.message for each in qtlog.records if "commitData" in each.message] == []


def test_delete_says_what_went_along_and_can_be_taken_back_there(window: MainWindow):
    before = window.project.report.snapshot()
    press(Qt.Key.Key_Delete)
    assert "a" not in window.project.report
    offer = window.workspace.pane.offer
    assert offer.isVisible()
    assert offer.words.text() == (
        "“(a) Office of the Postmaster” was deleted with 2 accomplishments, 3 outputs, 2 comments. "
        "The numbers no longer follow one another: b."
    )
    click(offer_button(window, "Undo"))
    assert window.project.report == before
    assert not offer.isVisible()


def test_closing_the_gaps_is_one_change_and_offered_only_where_the_edit_made_them(window: MainWindow):
    press(Qt.Key.Key_Delete)
    click(offer_button(window, "gaps"))
    assert numbers(window, "A") == ["a"]
    assert window.menus.actions["undo"].text() == "&Undo: Renumber section – A (a)"
    window.menus.actions["undo"].trigger()
    assert numbers(window, "A") == ["b"]
    assert not window.workspace.pane.offer.isVisible()


def test_escape_leaves_the_offer(window: MainWindow):
    press(Qt.Key.Key_Delete)
    offer_button(window, "Leave").setFocus()
    press(Qt.Key.Key_Escape)
    assert not window.workspace.pane.offer.isVisible()
    assert numbers(window, "A") == ["b"]


def test_numbers_with_gaps_of_their_own_are_left_alone(window: MainWindow):
    report = window.project.report
    window.workspace.choose_node("a21")
    window.menus.actions["renumber_all"].trigger()
    assert window.menus.actions["undo"].text() == "&Undo"
    from rbb_editor.edits import sections

    window.do(sections.set_number(report, "a21", "3.1"))
    window.do(sections.add_section(report, Level.ACCOMPLISHMENT, "a", "a21", "4.1", "Letters are kept"))
    window.workspace.choose_node("a21")
    window.menus.actions["delete_section"].trigger()
    assert "no longer" not in window.workspace.pane.offer.words.text()
    assert numbers(window, "a") == ["1.1", "4.1"]


def test_levels_change_by_keys_and_are_mirrored_with_the_window(window: MainWindow):
    press(Qt.Key.Key_Left, modifier=CONTROL | SHIFT)
    assert ids(window, None) == ["A", "a", "B"]
    assert window.project.report.section("a").level is Level.DEPARTMENT
    press(Qt.Key.Key_Right, modifier=CONTROL | SHIFT)
    assert ids(window, "A") == ["b", "a"]
    window.workspace.outline.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    press(Qt.Key.Key_Right, modifier=CONTROL | SHIFT)
    assert ids(window, None) == ["A", "a", "B"]


def test_what_cannot_go_lower_says_why(window: MainWindow):
    window.workspace.choose_node("A")
    window.commands.focus_outline()
    press(Qt.Key.Key_Right, modifier=CONTROL | SHIFT)
    assert "cannot go further down" in window.status.currentMessage()


def test_a_duplicate_stands_behind_and_is_shown(window: MainWindow):
    press(Qt.Key.Key_D, modifier=CONTROL)
    copy = ids(window, "A")[1]
    assert window.workspace.outline.current() == copy
    assert [output.planned_text for output in window.project.report.outputs(copy)] == [
        "40 letters to Member States", "2 visits and 3 workshops", "1 report on letters",
    ]  # fmt: skip
    click(offer_button(window, "gaps"))
    assert numbers(window, "A") == ["a", "b", "c"]


def test_open_nodes_are_kept_with_the_file(
    window: MainWindow, open_window: Callable[..., MainWindow], make_file: Callable[..., Path]
):
    view = window.workspace.outline
    view.collapse(view.index_of("a"))
    view.collapse(view.index_of("B"))
    window.workspace.choose_node("b11")
    path = window.project.path
    window.close()
    again = open_window(path).workspace.outline
    assert again.current() == "b11"
    assert [id for id in ("A", "a", "b", "B") if again.isExpanded(again.index_of(id))] == ["A", "b"]


def test_missing_figures_are_told_and_follow_the_edits(window: MainWindow):
    from rbb_editor.edits import outputs

    model = window.workspace.model
    assert "1 figure still missing" in model.described("B", ", ")
    window.do(outputs.set_completed(window.project.report, "posts", "posts1", "9"))
    assert "missing" not in model.described("B", ", ")


def test_read_only_nothing_can_be_changed(window: MainWindow, open_window, make_file):
    path = make_file("kept.rbb", small_report())
    path.chmod(0o444)
    other = open_window(path, read_only=True)
    other.workspace.choose_node("a")
    other.commands.focus_outline()
    before = other.project.report.snapshot()
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Insert)
    press(Qt.Key.Key_X, modifier=CONTROL)
    press(Qt.Key.Key_V, modifier=CONTROL)
    mouse = Mouse(other, dragged(other, "b"))
    assert not mouse.over(mouse.at("a", 0.1))
    assert other.project.report == before


def test_every_count_agrees_with_a_fresh_one_after_any_edit(window: MainWindow):
    from random import Random

    from tests.edits.test_outline_laws import random_edit
    from tests.random_edits import random_change

    model, chance, report = window.workspace.model, Random(5), window.project.report
    model.outputs("A")
    for step in range(60):
        window.project.do(random_edit(report, chance) if step % 2 else random_change(report, chance))
        if step % 9 == 0:
            window.project.undo()
        for node in report.walk():
            if isinstance(node, Section):
                assert model.outputs(node.id) == len(list(report.outputs(node.id)))
    assert any(isinstance(node, Output) for node in report.walk())


def test_a_title_that_cannot_be_written_is_on_the_clipboard(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
):
    def refuse(*_: object) -> None:
        raise store.DiskFull(window.project.path)

    monkeypatch.setattr(window.project._store, "commit", refuse)
    window.workspace.outline.choose("b")
    window.commands.focus_outline()
    press(Qt.Key.Key_F2)
    press("Office of Parcels", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(open_dialogs(QMessageBox)))
    dialog_of(QMessageBox).reject()
    assert window.project.report.section("b").title == "Office of Stamps"
    assert QGuiApplication.clipboard().text() == "Office of Parcels"


@pytest.mark.parametrize("what", ["cell", "title"])
def test_what_is_being_typed_is_taken_over_before_many_gaps_are_closed_by_key(
    window: MainWindow, disk: SlowDisk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, what: str
):
    press(Qt.Key.Key_Delete)
    place = window.workspace
    if what == "cell":
        output = next(window.project.report.outputs("b"))
        place.edit_cell(output.id, output.components[0].id, "completed")
    else:
        place.outline.rename("b")
    press("12")
    monkeypatch.setattr(pending, "AT_ONCE", 0)
    press(Qt.Key.Key_G, modifier=ALT)
    qtbot.waitUntil(lambda: numbers(window, "A") == ["a"])
    report = window.project.report
    assert (report.output(output.id).components[0].completed if what == "cell" else report.section("b").title) == "12"
    assert not open_dialogs(QMessageBox)


def test_no_title_is_lost_that_is_typed_right_behind_another_one(window: MainWindow, qtbot: QtBot):
    report = window.project.report
    window.commands.focus_outline()
    press(Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    for key in (Qt.Key.Key_X, Qt.Key.Key_Return):  # nothing comes between them, as where somebody types ahead
        QTest.keyClick(field, key)
    window.menus.actions["add_beside"].trigger()
    QApplication.processEvents()
    press("Office of Ink")
    assert window.workspace.finish()
    assert [each.title for each in report.sections("A")].count("Office of Ink") == 1
    assert "x" in [each.title for each in report.sections("A")]
