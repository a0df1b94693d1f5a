"""What the status bar says and offers: the length, what is left to do, the file that was written."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from rbb_editor.domain.text import Text
from rbb_editor.edits import front
from rbb_editor.gui.app import Program
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.panels import status
from rbb_editor.gui.written import tell_written
from tests.gui.conftest import press
from tests.gui.window.conftest import click, dialog_of, open_dialogs, shortcut, to_cell


def test_the_length_is_told_when_all_is_checked_and_follows_what_is_typed(window: MainWindow, qtbot: QtBot):
    length = window.status.length
    qtbot.waitUntil(lambda: length.text().endswith(" words"))
    before = int(length.text().split()[0])
    window.workspace.show_cell("o4", "o4c0", "remarks")
    press(Qt.Key.Key_F2, " and two annexes", Qt.Key.Key_Tab)
    assert int(length.text().split()[0]) == before + 3
    assert "8,500" in length.toolTip()
    shortcut(window, "undo")
    assert int(length.text().split()[0]) == before


def test_an_output_of_one_figure_that_goes_and_comes_back_is_counted(window: MainWindow):
    window.workspace.show_cell("o4", "o4c0", "remarks")
    said = window.status.amount.text()
    count = int(said.split()[0])
    shortcut(window, "delete_output")
    assert window.status.amount.text().startswith(f"{count - 1} outputs")
    shortcut(window, "undo")
    assert window.status.amount.text() == said


def test_the_last_row_says_that_it_is_the_last_until_something_else_is_done(window: MainWindow):
    window.workspace.choose_node("ea1")
    to_cell(window, "o4", "o4c0")
    press("7", Qt.Key.Key_Return)
    assert "no further row" in window.status.currentMessage()
    press("8", Qt.Key.Key_Tab)
    assert window.status.currentMessage() == ""
    to_cell(window, "o4", "o4c0")
    press(Qt.Key.Key_Return)
    assert "Ctrl+PgDown" in window.status.currentMessage()


def test_nothing_found_yet_is_not_told_as_nothing_to_do(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], program: Program
):
    window = program.new_window()
    window.files.take(make_file())
    link = window.status.links["shortfall-unexplained"]
    assert not window.project.checker.complete
    assert link.text() == "Being checked…"
    window.project.checker.run()
    window.workspace.bridge.checked.emit(True)
    assert link.text() == "2 shortfalls without a reason"


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_long_word_for_a_while_ends_before_the_counts_and_begins_off_the_edge(
    window: MainWindow, direction: Qt.LayoutDirection
):
    bar = window.status
    bar.setLayoutDirection(direction)
    bar.showMessage("Written: " + "very long name " * 60)
    QApplication.processEvents()
    image = bar.grab().toImage()
    middle = range(4, image.height() - 4)
    inked = [any(image.pixel(x, y) != image.pixel(2, 4) for y in middle) for x in range(image.width())]
    if direction is Qt.LayoutDirection.RightToLeft:
        inked.reverse()
        end = image.width() - 1 - bar.amount.geometry().right()
    else:
        end = bar.amount.x()
    assert not any(inked[: status.EDGE])
    assert any(inked[status.EDGE : 2 * status.EDGE])
    assert not any(inked[end - status.BESIDE + 1 : end])


def test_the_bar_keeps_its_height_while_something_is_typed(window: MainWindow, qtbot: QtBot):
    window.project.do(front.set_info(window.project.report, symbol="A/80/999/إضافة"))
    qtbot.waitUntil(lambda: "إضافة" in window.status.document.text())
    QApplication.processEvents()
    before = window.status.height()
    window.workspace.show_cell("o4", "o4c0", "remarks")
    press(Qt.Key.Key_F2)
    assert window.status.editing.isVisible()
    QApplication.processEvents()
    assert window.status.height() == before


class Desktop(QObject):
    """Stands for the desktop that opens files."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


@pytest.fixture
def desktop(qapp: QApplication) -> Iterator[Desktop]:
    made = Desktop()
    QDesktopServices.setUrlHandler("file", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("file")


def test_what_was_exported_can_be_opened_at_once(window: MainWindow, qtbot: QtBot, tmp_path: Path, desktop: Desktop):
    path = tmp_path / "sent.xlsx"
    assert not window.menus.actions["open_written"].isEnabled()
    window.transfers.export_path(path)
    qtbot.waitUntil(lambda: window.status.currentMessage().startswith("Written"), timeout=20_000)
    click(window.status.written)
    assert desktop.opened == [str(path)]
    shortcut(window, "open_written")
    assert desktop.opened == [str(path)] * 2
    path.unlink()
    shortcut(window, "open_written")
    assert desktop.opened == [str(path)] * 2
    message = dialog_of(QMessageBox)
    assert "no longer there" in message.text()
    press(Qt.Key.Key_Return)
    assert not open_dialogs(QMessageBox)


def test_the_file_written_last_can_be_opened_for_its_own_minute(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(status, "OFFERED", 1)
    tell_written(window, tmp_path / "first.pdf")
    over: list[bool] = []
    QTimer.singleShot(2, lambda: over.append(True))
    monkeypatch.setattr(status, "OFFERED", 60_000)
    tell_written(window, tmp_path / "second.pdf")
    qtbot.waitUntil(lambda: bool(over))
    assert window.status.written.isVisible()


def test_a_sentence_that_begins_with_a_latin_name_runs_as_a_mirrored_interface_does(window: MainWindow):
    for right in (False, True):
        window.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
        window.status.showMessage("report.rbb has been written.")
        assert window.status.currentMessage().startswith("\u200f") == right
        window.tell(Text.of("report.rbb is open already."))
        message = dialog_of(QMessageBox)
        assert message.text().startswith("\u200f") == right
        message.close()
        QApplication.processEvents()
