"""A text of a million characters is refused with a sentence wherever something can be typed, and nothing is cut."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from rbb_editor.edits import front
from rbb_editor.gui.guarded import MOST_IN_A_LINE
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.table.clip import MOST_IN_A_FIELD, MOST_UNBROKEN
from rbb_editor.gui.tree.outline import ABBREVIATIONS, FRONT
from tests.gui.conftest import compose, press
from tests.gui.window.conftest import dialog_of, open_dialogs

CONTROL = Qt.KeyboardModifier.ControlModifier


def front_field(name: str) -> Callable[[MainWindow], None]:
    """How to come into a field of the front matter."""

    def go(window: MainWindow) -> None:
        window.workspace.choose_node(FRONT)
        window.workspace.centre.page.fields[name].setFocus()

    return go


def into_cell(field: str) -> Callable[[MainWindow], None]:
    """How to come into the editor of a cell."""

    def go(window: MainWindow) -> None:
        window.workspace.show_cell("o2", None, field)
        press(Qt.Key.Key_F2)

    return go


def into_comment(window: MainWindow) -> None:
    window.workspace.show_cell("o2", None, "remarks")
    window.workspace.review.comment_here()


def into_waiver(window: MainWindow) -> None:
    window.workspace.show_cell("o2", None, "completed")
    window.workspace.review.waive_here()


def into_abbreviation(window: MainWindow) -> None:
    window.workspace.choose_node(ABBREVIATIONS)
    window.workspace.centre.page.add.click()


def into_title(window: MainWindow) -> None:
    window.workspace.outline.setFocus()
    window.menus.actions["rename"].trigger()


def into_selected(window: MainWindow) -> None:
    window.workspace.show_cell("o2", None, "completed")
    window.menus.actions["change_selected"].trigger()


LONG = [front_field("summary"), into_cell("remarks"), into_comment, into_waiver, into_selected]
LINES = [front_field("symbol"), into_cell("completed"), into_abbreviation, into_title]


Field = QLineEdit | QPlainTextEdit | QTextEdit


def typed() -> str:
    """What stands in the field that has the keyboard."""
    field = QApplication.focusWidget()
    return field.toPlainText() if not isinstance(field, QLineEdit) else field.text()


@pytest.mark.parametrize("go", LONG)
@pytest.mark.parametrize(
    "text", ["word " * (MOST_IN_A_FIELD // 5 + 1), "x" * (MOST_UNBROKEN + 1)], ids=["long", "no words"]
)
def test_too_much_for_a_field_of_several_lines_is_refused(
    window: MainWindow, qtbot: QtBot, go: Callable[[MainWindow], None], text: str
) -> None:
    refused(window, qtbot, go, text)


@pytest.mark.parametrize("go", LINES)
def test_too_much_for_a_field_of_one_line_is_refused_and_not_cut(
    window: MainWindow, qtbot: QtBot, go: Callable[[MainWindow], None]
) -> None:
    refused(window, qtbot, go, "word " * (MOST_IN_A_LINE // 5 + 1))


def refused(window: MainWindow, qtbot: QtBot, go: Callable[[MainWindow], None], text: str) -> None:
    """Pastes a text into a field and sees that it is told and nothing is changed."""
    go(window)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), Field))
    field = QApplication.focusWidget()
    before = typed()
    QGuiApplication.clipboard().setText(text)
    press(Qt.Key.Key_V, modifier=CONTROL)
    assert "Nothing was pasted" in dialog_of(QMessageBox).text()
    dialog_of(QMessageBox).reject()
    qtbot.waitUntil(lambda: not open_dialogs(QMessageBox))
    QGuiApplication.clipboard().setText("a few words")
    field.setFocus()
    assert typed() == before
    press(Qt.Key.Key_V, modifier=CONTROL)
    assert "a few words" in typed()
    assert not open_dialogs(QMessageBox)


def test_a_long_line_that_the_report_holds_already_stays_whole_and_can_be_shortened(window: MainWindow) -> None:
    long = "word " * 8_000 + "end"
    window.project.do(front.set_info(window.project.report, symbol=long))
    front_field("symbol")(window)
    page = window.workspace.centre.page
    assert page.fields["symbol"].words == long
    assert page.typed() == {}
    press(Qt.Key.Key_End, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    assert page.fields["symbol"].words == long[:-2]
    assert window.workspace.finish()
    assert window.project.report.info.symbol == long[:-2]


def test_arabic_in_a_field_of_several_lines_stands_where_it_begins(window: MainWindow) -> None:
    window.workspace.choose_node(FRONT)
    field = window.workspace.centre.page.fields["summary"]
    field.setFocus()

    def at_the_right() -> bool:
        return field.cursorRect(QTextCursor(field.document())).left() > field.viewport().width() / 2

    press("Summary")
    assert not at_the_right()
    field.selectAll()
    compose("تقرير الأداء")
    assert at_the_right()
    press(Qt.Key.Key_Z, modifier=CONTROL)
    assert not at_the_right()
    field.selectAll()
    press(Qt.Key.Key_Delete)
    assert not at_the_right()
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert at_the_right()  # an empty one begins where the interface does
