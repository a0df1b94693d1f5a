"""Sections and rows dragged over the outline."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragLeaveEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rbb_editor.domain.entities import REPORT_ID
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.transfer_types import OUTPUT_IDS, packed_ids
from rbb_editor.gui.tree.outline import ABBREVIATIONS
from tests.gui.window.outline.conftest import Mouse, dragged, ids

CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize(
    ("moving", "node", "share", "parent", "order"),
    [
        ("b", "a", 0.1, "A", ["b", "a"]),
        ("a", "B", 0.5, "B", ["B11", "a"]),
        ("B", "A", 0.1, None, ["B", "A"]),
        ("B", REPORT_ID, 0.9, None, ["B", "A"]),
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
