"""A report opened for reading: nothing offers an edit, and what would be one says why it is none."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.panels.findings_delegate import Link
from rbb_editor.gui.panels.findings_model import Role
from rbb_editor.gui.table.columns import COLUMNS, Field, column_of
from rbb_editor.gui.tree.outline import ABBREVIATIONS, FRONT
from tests.gui.conftest import press
from tests.gui.window.conftest import open_dialogs

CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
SAID = "open for reading only"
Key = Qt.Key


@pytest.fixture
def window(open_window: Callable[..., MainWindow], make_file: Callable[..., Path]) -> MainWindow:
    """A window with the small report, opened for reading."""
    return open_window(make_file(), read_only=True)


def said_by(window: MainWindow, *keys: Key | str, modifier: Qt.KeyboardModifier = NONE) -> str:
    """What the status bar says to keys."""
    window.status.clearMessage()
    press(*keys, modifier=modifier)
    return window.status.currentMessage()


@pytest.mark.parametrize("field", ["planned_text", "planned", "completed", "remarks"])
def test_keys_that_would_edit_a_cell_say_why_they_do_not(window: MainWindow, field: str) -> None:
    window.workspace.show_cell("o2", None, field)
    QGuiApplication.clipboard().setText("7")
    for keys, modifier in (
        (("a",), NONE),
        ((Key.Key_F2,), NONE),
        ((Key.Key_Delete,), NONE),
        ((Key.Key_F4,), NONE),
        ((Key.Key_V,), CONTROL),
        ((Key.Key_X,), CONTROL),
    ):
        assert SAID in said_by(window, *keys, modifier=modifier), keys
    assert window.workspace.table.open_editor is None
    assert not open_dialogs(QMessageBox)
    assert said_by(window, Key.Key_Down, Key.Key_Tab, Key.Key_Return) == ""


def test_a_row_is_selected_by_keys_as_ever(window: MainWindow) -> None:
    window.workspace.show_cell("o2", None, "remarks")
    assert said_by(window, Key.Key_Space, modifier=Qt.KeyboardModifier.ShiftModifier) == ""
    assert window.workspace.table.selection.whole() == ["o2"]


def test_a_double_click_says_it_too(window: MainWindow) -> None:
    table = window.workspace.table
    window.workspace.show_cell("o2", None, "remarks")
    at = table.visualRect(table.currentIndex()).center()
    window.status.clearMessage()
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert SAID in window.status.currentMessage()


def test_the_outline_and_the_front_matter_say_it_too(window: MainWindow) -> None:
    window.workspace.outline.setFocus()
    for key in (Key.Key_F2, Key.Key_Insert, Key.Key_Delete):
        assert SAID in said_by(window, key)
    for node in (FRONT, ABBREVIATIONS):
        window.workspace.choose_node(node)
        page = window.workspace.centre.page
        (page.fields["symbol"] if node == FRONT else page.table).setFocus()
        assert SAID in said_by(window, "a" if node == FRONT else Key.Key_F2)
    window.workspace.choose_node(FRONT)
    window.workspace.centre.page.fields["summary"].setFocus()
    assert SAID in said_by(window, "a")


def test_a_search_is_typed_as_ever(window: MainWindow) -> None:
    window.menus.actions["find"].trigger()
    assert said_by(window, "visits") == ""
    assert window.workspace.centre.header.search.text() == "visits"


def test_no_finding_offers_a_mend_a_reason_or_a_waiver(window: MainWindow, qtbot: QtBot) -> None:
    window.menus.actions["check"].trigger()
    cards = window.workspace.findings.list
    rows = [cards.model().index(row, 0) for row in range(cards.model().rowCount())]
    listed = [index for index in rows if index.data(Role.FINDING) is not None]
    assert any(index.data(Role.FINDING).rule == "shortfall-unexplained" for index in listed)
    for index in listed:
        words = {cards.delegate.link_words(link, index) for link in cards.delegate.links(index)}
        assert words == {"Go to", "Explain"}
        assert set(cards.delegate.links(index)) == {Link.GO, Link.EXPLAIN}


def test_the_menus_of_rows_and_sections_offer_no_edit(window: MainWindow) -> None:
    for ask in (window.workspace.table.menu_wanted, window.workspace.outline.menu_wanted):
        ask.emit(QPoint(50, 50))
        (menu,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible()]
        assert {action.objectName() for action in menu.actions() if action.isEnabled()} <= {"copy_cells", ""}
        menu.close()


READING = {
    "new", "roll", "open", "sample", "import", "export", "pdf", "print", "copy", "close", "quit", "check_report",
    "copy_cells", "cut", "paste", "find", "find_next", "find_previous", "replace",
    "last_year", "spelling", "settings", "keys", "diagnostic", "about",
    "check", "next", "previous", "comments", "history",
}  # fmt: skip
"""What can be done in a report for reading, beside what is only shown in another way (the View menu)."""


def test_every_other_action_of_the_menus_is_off(window: MainWindow) -> None:
    window.workspace.show_cell("o2", None, "remarks")
    showing = {action.objectName() for menu in window.menuBar().actions() if "View" in menu.text().replace("&", "")
               for action in menu.menu().actions()}  # fmt: skip
    for id, action in window.menus.actions.items():
        if action.isEnabled():
            assert id in READING | showing or id.startswith(("filter_", "changed_")), id


@pytest.mark.parametrize("field", [Field.FINDINGS, Field.COMMENTS])
def test_f2_and_a_double_click_on_a_narrow_column_lead_to_what_is_said_of_the_row(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], qtbot: QtBot, field: Field
) -> None:
    window = open_window(make_file())
    place = window.workspace
    place.show_cell("o2", None, "remarks")
    press(*[Key.Key_Right] * (column_of(field) - column_of(Field.REMARKS)))
    assert COLUMNS[place.table.currentIndex().column()].field is field
    assert "F2 leads" in said_by(window, "a")
    place.side.toggle()
    assert not place.inspector.isVisible()
    press(Key.Key_F2)
    assert place.inspector.isVisible()
    assert place.inspector.key() == field
    if field is Field.FINDINGS:
        assert place.findings.list.hasFocus()
        assert place.findings.list.currentIndex().data(Role.FINDING).target == "o2"
    else:
        assert place.review.comments.new.hasFocus()
    place.table.setFocus()
    place.side.toggle()
    QTest.mouseDClick(
        place.table.viewport(),
        Qt.MouseButton.LeftButton,
        pos=place.table.visualRect(place.table.currentIndex()).center(),
    )
    assert place.inspector.isVisible()
