"""The main job with the keyboard alone: from the start page over the review of an import to the Word file."""

import zipfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from rbb_editor.gui.dialogs.import_review import ImportReview
from rbb_editor.gui.dialogs.word_choices import WordChoices
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.rules import Severity
from tests.gui.conftest import press
from tests.gui.window.conftest import open_dialogs

CONTROL = Qt.KeyboardModifier.ControlModifier
TABLE = (
    "A. Department of Field Missions\n"
    "Expected accomplishment 1.1: Improved reporting to the Security Council\n"
    "Planned outputs\tCompleted (number or yes/no)\tRemarks\n"
    "12 reports of the Secretary-General\t12\tThe reports were issued.\n"
    "10 visits to field missions\t6\tSix visits were made.\n"
)
WHY = "The lower output was due to the closure of the airport."


def type_file_name(path: Path, qtbot: QtBot) -> None:
    """Types a name into the open file dialog, and Enter."""
    qtbot.waitUntil(lambda: bool(open_dialogs(QFileDialog)))
    dialog = open_dialogs(QFileDialog)[0]
    dialog.activateWindow()
    line = dialog.findChild(QLineEdit)
    assert line is not None
    qtbot.waitUntil(line.hasFocus)  # it has the keyboard from the start
    press(Qt.Key.Key_A, modifier=CONTROL)
    press(str(path), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not open_dialogs(QFileDialog))


def test_from_the_start_page_to_the_word_file(open_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot):
    source, word = tmp_path / "last_year.txt", tmp_path / "this_year.docx"
    source.write_text(TABLE, encoding="utf-8")
    window = open_window()
    qtbot.waitUntil(window.centralWidget().ways["import"].hasFocus)

    press(Qt.Key.Key_Return)  # the start page begins on Import
    type_file_name(source, qtbot)
    qtbot.waitUntil(lambda: bool(open_dialogs(ImportReview)), timeout=20_000)
    review = open_dialogs(ImportReview)[0]
    review.activateWindow()
    qtbot.waitUntil(review.isActiveWindow)
    press(Qt.Key.Key_F8)
    press(Qt.Key.Key_Return, modifier=CONTROL)
    qtbot.waitUntil(lambda: window.project is not None)
    project = window.project
    assert project.report.counts().outputs == 2
    qtbot.waitUntil(lambda: project.checker.complete)
    before = project.checker.counts()[Severity.ERROR]
    assert before

    window.activateWindow()
    qtbot.waitUntil(window.workspace.table.hasFocus)
    while not _asks_for_a_reason(window):
        press(Qt.Key.Key_F8)
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_A, modifier=CONTROL)
    press(WHY)
    press(Qt.Key.Key_Return, modifier=CONTROL)
    assert [each.components[0].explanation for each in project.report.outputs()] == ["", WHY]
    assert project.checker.counts()[Severity.ERROR] < before

    QTest.keyClick(window, Qt.Key.Key_E, CONTROL)
    type_file_name(word, qtbot)
    qtbot.waitUntil(lambda: bool(open_dialogs(WordChoices)))
    choices = open_dialogs(WordChoices)[0]
    choices.activateWindow()
    qtbot.waitUntil(lambda: choices.focusWidget() is not None and choices.focusWidget().hasFocus())
    press(Qt.Key.Key_Return)  # as it is proposed
    qtbot.waitUntil(lambda: window.status.currentMessage().startswith("Written"), timeout=20_000)
    with zipfile.ZipFile(word) as package:
        assert WHY in package.read("word/document.xml").decode()


def _asks_for_a_reason(window: MainWindow) -> bool:
    spot = window.workspace.table.current()
    return spot is not None and str(spot.field) == "explanation"
