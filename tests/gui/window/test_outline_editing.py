"""Working in the outline by keys, mouse, drag and drop and the clipboard, as a drafter does."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from rbb_editor import store
from rbb_editor.domain.entities import Level, Output, Section
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.transfer_types import OUTPUT_IDS, SECTIONS, packed_ids
from rbb_editor.gui.tree.outline import ABBREVIATIONS
from tests.gui.conftest import press
from tests.gui.window.conftest import click, dialog_of, open_dialogs
from tests.made_up import small_report

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier,
)  # fmt: skip
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(open_window: Callable[..., MainWindow], make_file: Callable[..., Path]) -> MainWindow:
    """Two departments, the first with two offices; all nodes open, the keyboard in the outline."""
    made = open_window(make_file("offices.rbb", small_report()))
    made.workspace.outline.expandAll()
    made.workspace.choose_node("a")
    made.commands.focus_outline()
    return made


def ids(window: MainWindow, parent: str | None) -> list[str]:
    return [section.id for section in window.project.report.sections(parent)]


def numbers(window: MainWindow, parent: str | None) -> list[str]:
    return [section.number for section in window.project.report.sections(parent)]


def offer_button(window: MainWindow, words: str) -> QPushButton:
    """A button of the strip below the outline."""
    found = [each for each in window.workspace.pane.offer.findChildren(QPushButton) if words in each.text()]
    return next(each for each in found if each.isVisible())


# keys


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


# clipboard


def test_cut_and_paste_brings_the_section_with_its_comments_to_its_new_place(window: MainWindow):
    press(Qt.Key.Key_X, modifier=CONTROL)
    assert "a" not in window.project.report
    window.workspace.choose_node("B")
    window.commands.focus_outline()
    press(Qt.Key.Key_V, modifier=CONTROL)
    assert ids(window, "B") == ["B11", "a"]
    assert [note.id for note in window.project.report.about("letters")] == ["c1", "c2"]
    assert window.workspace.outline.current() == "a"


def test_copy_offers_text_and_a_table_to_other_programs(window: MainWindow):
    press(Qt.Key.Key_C, modifier=CONTROL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasFormat(SECTIONS)
    assert data.text().startswith("(a) Office of the Postmaster\n1.1 Letters arrive\n40 letters to Member States\t35\t")
    assert "<td" in data.html()


def test_a_section_is_pasted_into_another_window(
    window: MainWindow, open_window: Callable[..., MainWindow], make_file: Callable[..., Path]
):
    press(Qt.Key.Key_C, modifier=CONTROL)
    other = open_window(make_file("other.rbb"))
    other.workspace.choose_node("d")
    other.commands.focus_outline()
    other.menus.actions["paste"].trigger()
    pasted = other.project.report.sections("d")[-1]
    assert (pasted.title, pasted.level) == ("Office of the Postmaster", Level.OFFICE)
    assert len(list(other.project.report.outputs(pasted.id))) == 3
    assert len(list(window.project.report.outputs("a"))) == 3


def test_pasting_without_a_section_or_a_place_for_it_is_said(window: MainWindow):
    QGuiApplication.clipboard().setText("words")
    press(Qt.Key.Key_V, modifier=CONTROL)
    assert "no section on the clipboard" in window.status.currentMessage()
    press(Qt.Key.Key_C, modifier=CONTROL)
    window.workspace.choose_node(ABBREVIATIONS)
    window.commands.focus_outline()
    press(Qt.Key.Key_V, modifier=CONTROL)
    assert "choose the department first" in window.status.currentMessage()


def test_a_clipboard_of_another_version_is_refused_in_a_sentence(window: MainWindow, qtbot: QtBot):
    data = QMimeData()
    data.setData(SECTIONS, b"{}")
    QGuiApplication.clipboard().setMimeData(data)
    before = window.project.report.snapshot()
    press(Qt.Key.Key_V, modifier=CONTROL)
    assert window.project.report == before
    for widget in QApplication.topLevelWidgets():
        if widget is not window and widget.isVisible():
            widget.close()


# drag and drop


class Mouse:
    """Drags over an outline as Qt reports it: enter, moves, drop."""

    def __init__(self, window: MainWindow, data: QMimeData, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.view = window.workspace.outline
        self.data = data
        self.modifiers = modifiers
        self.actions = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def at(self, node: str, share: float) -> QPoint:
        rect = self.view.visualRect(self.view.index_of(node))
        return QPoint(rect.center().x(), rect.top() + round(share * (rect.height() - 1)))

    def over(self, point: QPoint) -> bool:
        left, viewport = Qt.MouseButton.LeftButton, self.view.viewport()
        enter = QDragEnterEvent(point, self.actions, self.data, left, self.modifiers)
        QApplication.sendEvent(viewport, enter)
        move = QDragMoveEvent(point, self.actions, self.data, left, self.modifiers)
        QApplication.sendEvent(viewport, move)
        return enter.isAccepted() and move.isAccepted()

    def drop(self, point: QPoint) -> bool:
        taken = self.over(point)
        if taken:
            left = Qt.MouseButton.LeftButton
            event = QDropEvent(QPointF(point), self.actions, self.data, left, self.modifiers)
            QApplication.sendEvent(self.view.viewport(), event)
            return event.isAccepted()
        QApplication.sendEvent(self.view.viewport(), QDragLeaveEvent())
        return False


def dragged(window: MainWindow, id: str) -> QMimeData:
    return window.workspace.outline.dragging.data(id)


@pytest.mark.parametrize(
    ("moving", "node", "share", "parent", "order"),
    [
        ("b", "a", 0.1, "A", ["b", "a"]),
        ("a", "B", 0.5, "B", ["B11", "a"]),
        ("B", "A", 0.1, None, ["B", "A"]),
        ("B", ABBREVIATIONS, 0.9, None, ["B", "A"]),
        ("a11", "b", 0.5, "b", ["b11", "a11"]),
        ("a11", "b11", 0.9, "b", ["b11", "a11"]),
        ("a11", "b", 0.1, "a", ["a21", "a11"]),
        ("B11", "a", 0.9, "a", ["B11", "a11", "a21"]),
        ("A", "B11", 0.9, None, ["B", "A"]),
    ],
)
def test_a_section_is_dragged_to_where_the_line_shows(
    window: MainWindow, moving: str, node: str, share: float, parent: str | None, order: list[str]
):
    mouse = Mouse(window, dragged(window, moving))
    before = window.project.report.snapshot()
    assert mouse.drop(mouse.at(node, share))
    assert ids(window, parent) == order
    assert window.workspace.outline.current() == moving
    window.undo()
    assert window.project.report == before


@pytest.mark.parametrize(
    ("moving", "node", "share"),
    [
        ("a", ABBREVIATIONS, 0.5),
        ("a", "a11", 0.9),
        ("A", "a", 0.5),
        ("a11", ABBREVIATIONS, 0.9),
        ("b", "A", 0.1),
        ("B", "front", 0.9),
        ("a", "a21", 0.1),
    ],
)
def test_illegal_targets_refuse_and_say_why(window: MainWindow, moving: str, node: str, share: float):
    mouse = Mouse(window, dragged(window, moving))
    before = window.project.report.snapshot()
    assert not mouse.over(mouse.at(node, share))
    plain = window.workspace.outline.viewport().grab().toImage()
    assert "stands in" in window.status.currentMessage() or "stands at" in window.status.currentMessage()
    assert not mouse.drop(mouse.at(node, share))
    assert window.project.report == before
    assert window.workspace.outline.viewport().grab().toImage() != plain, "the frame of the refusal goes"


def test_control_copies_what_is_dragged(window: MainWindow):
    mouse = Mouse(window, dragged(window, "b"), CONTROL)
    assert mouse.drop(mouse.at("B", 0.5))
    assert ids(window, "A") == ["a", "b"]
    copy = ids(window, "B")[1]
    assert window.project.report.section(copy).title == "Office of Stamps"
    assert copy != "b"


def test_a_section_is_dragged_into_another_report(
    window: MainWindow, open_window: Callable[..., MainWindow], make_file: Callable[..., Path]
):
    data = dragged(window, "a")
    other = open_window(make_file("other.rbb"))
    mouse = Mouse(other, data)
    assert mouse.drop(mouse.at("d", 0.5))
    assert [section.title for section in other.project.report.sections("d")][-1] == "Office of the Postmaster"
    assert "a" in window.project.report


def test_rows_dragged_out_of_the_table_go_into_an_accomplishment(window: MainWindow):
    data = QMimeData()
    data.setData(OUTPUT_IDS, packed_ids(str(window.project.path), ["letters", "issue"]))
    mouse = Mouse(window, data)
    assert not mouse.over(mouse.at("b", 0.5))
    assert "Outputs go into" in window.status.currentMessage()
    assert mouse.drop(mouse.at("b11", 0.5))
    assert [node.id for node in window.project.report.children("b11")] == ["online", "letters", "issue"]
    assert "2 outputs moved" in window.status.currentMessage()


def test_rows_of_another_report_and_foreign_things_are_not_taken(window: MainWindow):
    data = QMimeData()
    data.setData(OUTPUT_IDS, packed_ids("elsewhere.rbb", ["letters"]))
    mouse = Mouse(window, data)
    assert not mouse.over(mouse.at("b11", 0.5))
    words = QMimeData()
    words.setText("words")
    assert not Mouse(window, words).over(mouse.at("b11", 0.5))


def test_the_line_follows_the_mouse_and_goes_when_it_leaves(window: MainWindow):
    view = window.workspace.outline
    plain = view.viewport().grab().toImage()
    mouse = Mouse(window, dragged(window, "b"))
    assert mouse.over(mouse.at("a", 0.1))
    first = view.viewport().grab().toImage()
    assert mouse.over(mouse.at("B", 0.5))
    second = view.viewport().grab().toImage()
    assert plain != first != second
    QApplication.sendEvent(view.viewport(), QDragLeaveEvent())
    assert view.viewport().grab().toImage() == plain


# filter


def test_the_filter_keeps_hits_and_what_is_above_them(window: MainWindow):
    window.menus.actions["outline_filter"].trigger()
    press("stamps")
    view = window.workspace.outline
    shown = [id for id in ("A", "a", "a11", "b", "b11", "B", "B11") if shows(view, id)]
    assert shown == ["A", "b", "b11"]
    press(Qt.Key.Key_Down)
    assert view.hasFocus()
    assert view.current() == "b"
    window.menus.actions["outline_filter"].trigger()
    press(Qt.Key.Key_Escape)
    assert all(shows(view, id) for id in ("A", "a", "a11", "b", "b11", "B", "B11"))
    assert view.hasFocus()


def test_a_filter_without_hits_says_how_to_go_on(window: MainWindow):
    window.menus.actions["outline_filter"].trigger()
    press("nothing like it")
    assert window.workspace.pane.none.isVisible()
    press(Qt.Key.Key_Escape)
    assert not window.workspace.pane.none.isVisible()


def test_what_was_open_before_the_filter_is_open_after_it(window: MainWindow):
    view = window.workspace.outline
    view.collapseAll()
    window.workspace.choose_node("B")
    window.menus.actions["outline_filter"].trigger()
    press("stick")
    assert shows(view, "b11")
    press(Qt.Key.Key_Escape)
    assert not view.isExpanded(view.index_of("A"))


def test_the_filter_follows_edits_and_gives_way_to_what_is_looked_for(window: MainWindow, qtbot: QtBot):
    from rbb_editor.edits import sections

    view = window.workspace.outline
    window.menus.actions["outline_filter"].trigger()
    press("stamps")
    window.do(sections.rename(window.project.report, "B11", "Parcels bear stamps"))
    qtbot.waitUntil(lambda: shows(view, "B11"))
    window.workspace.choose_node("a11")
    assert window.workspace.pane.field.text() == ""
    assert shows(view, "a11")


def shows(view, id: str) -> bool:
    index = view.index_of(id)
    while index.isValid():
        if view.isRowHidden(index.row(), index.parent()):
            return False
        index = index.parent()
        if index.isValid() and not view.isExpanded(index):
            return False
    return True


# kept


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


def test_a_drag_begins_with_the_mouse(window: MainWindow, monkeypatch: pytest.MonkeyPatch):
    """A press and a move start a drag of the node under the mouse; a page of the front matter stays."""
    view = window.workspace.outline
    begun: list[str] = []
    monkeypatch.setattr(view.dragging, "start", begun.append)
    for node in ("b", ABBREVIATIONS):
        point = view.visualRect(view.index_of(node)).center()
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, NONE, point)
        for step in range(1, 5):
            QTest.mouseMove(view.viewport(), point + QPoint(0, 8 * step))
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, NONE, point + QPoint(0, 32))
    assert begun == ["b"]


def test_every_sum_agrees_with_a_fresh_count_after_any_edit(window: MainWindow):
    from random import Random

    from rbb_editor.gui.tree.amounts import Amounts
    from tests.edits.test_outline_laws import random_edit
    from tests.random_edits import random_change

    model, chance, report = window.workspace.model, Random(5), window.project.report
    model.outputs("A")
    for step in range(60):
        window.project.do(random_edit(report, chance) if step % 2 else random_change(report, chance))
        if step % 9 == 0:
            window.project.undo()
        fresh = Amounts(report)
        for node in report.walk():
            if isinstance(node, Section):
                assert model._amounts.of(node.id) == fresh.of(node.id)
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
