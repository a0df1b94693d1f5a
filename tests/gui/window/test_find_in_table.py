"""The search field of the table: how many places there are, from one to the next, their words tinted in the cells."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rbb_editor.domain.entities import REPORT_ID
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.replace.in_table import FoundBar
from rbb_editor.gui.table.annotations import searched_words
from rbb_editor.gui.table.columns import Field
from tests.gui.conftest import focused, press
from tests.gui.window.conftest import click

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def searching(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The whole report is searched for "visits", by keys."""
    window.workspace.choose_node(REPORT_ID)
    window.workspace.table.setFocus()
    window.menus.actions["find"].trigger()
    press("visits")
    qtbot.waitUntil(lambda: said(window) != "0 places")
    return window


def said(window: MainWindow) -> str:
    (bar,) = window.workspace.centre.header.findChildren(FoundBar)
    return bar.count.text() if bar.isVisible() else ""


def here(window: MainWindow) -> tuple[str, str]:
    current = window.workspace.table.current()
    return current.output, str(current.field)


def test_the_places_are_counted_while_it_is_typed(searching: MainWindow, qtbot: QtBot) -> None:
    assert said(searching) == "2 places"
    press(" to p")
    qtbot.waitUntil(lambda: said(searching) == "1 place")
    press("q")
    qtbot.waitUntil(lambda: said(searching) == "0 places")
    assert not searching.workspace.finding.bar.steps[1].isEnabled()
    press(Qt.Key.Key_Escape)
    assert said(searching) == ""


def test_f3_and_the_buttons_go_from_place_to_place_and_around(searching: MainWindow) -> None:
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F3)
    assert here(searching) == ("o2", "planned_text")
    assert said(searching) == "1 of 2 places"
    press(Qt.Key.Key_F3)
    assert here(searching) == ("o2", "remarks")
    assert said(searching) == "2 of 2 places"
    click(searching.workspace.finding.bar.steps[1])
    assert here(searching) == ("o2", "planned_text")
    click(searching.workspace.finding.bar.steps[-1])
    assert here(searching) == ("o2", "remarks")
    assert focused() is searching.workspace.table


def test_an_edit_and_another_table_are_counted_anew(searching: MainWindow, qtbot: QtBot) -> None:
    place = searching.workspace
    place.edit_cell("o2", "o2c0", "remarks")
    press(" Further visits.")
    press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: said(searching) == "3 places")
    place.choose_node("ea2")
    qtbot.waitUntil(lambda: said(searching) == "0 places")


def test_the_words_are_tinted_in_every_field_whatever_their_case(searching: MainWindow) -> None:
    model = searching.workspace.table.table_model

    def found() -> list[tuple[Field, str, int]]:
        at = model.rows.find("o2")
        assert at is not None
        return list(searched_words(model, at))

    assert found() == [(Field.PLANNED_TEXT, "visits", 0), (Field.REMARKS, "visits", 0)]
    searching.workspace.centre.header.search.setText("S")
    remarks = [(words, before) for field, words, before in found() if field is Field.REMARKS]
    assert remarks == [("s", 0), ("s", 1)]
    searching.workspace.centre.header.search.clear()
    assert found() == []


def test_a_tinted_cell_is_painted_otherwise(searching: MainWindow) -> None:
    table = searching.workspace.table
    rect = table.visualRect(table.table_model.place("o2", "o2c0", Field.REMARKS))
    tinted = table.grab(rect).toImage()
    searching.workspace.centre.header.search.setText("6")
    QApplication.processEvents()
    rect = table.visualRect(table.table_model.place("o2", "o2c0", Field.REMARKS))
    assert table.grab(rect).toImage() != tinted


def test_find_and_replace_opens_with_the_words(searching: MainWindow) -> None:
    click(searching.workspace.finding.bar.replace)
    view = searching.workspace.replacing.view
    assert view.isVisible()
    assert view.fields.wanted.text() == "visits"
