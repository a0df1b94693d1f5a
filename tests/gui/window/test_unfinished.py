"""After a crash: the reports are open again, and the words that were being typed are in their field."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rbb_editor import settings
from rbb_editor.gui.app import Program
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.session import Session
from rbb_editor.gui.tree.outline import FRONT
from rbb_editor.gui.unfinished import Draft, Unfinished
from tests.gui.conftest import press


@pytest.fixture
def start(qapp: QApplication, session: Session, tmp_path: Path) -> Iterator[Callable[..., MainWindow]]:
    """Starts a program with the same settings, as after the end of another."""
    started: list[Program] = []

    def begin(*paths: Path) -> MainWindow:
        program = Program(qapp, session, tmp_path / "data")
        started.append(program)
        window = program.new_window()
        program._open_first(window, paths)
        return window

    yield begin
    for program in started:
        for window in tuple(program.windows):
            window.close()
        program.theme.setParent(None)
        program.deleteLater()
    qapp.processEvents()


def test_what_was_open_is_open_again_with_the_words_in_their_field(
    session: Session, make_file: Callable[..., Path], start: Callable[..., MainWindow], qtbot: QtBot
):
    path, other = make_file(), make_file("other.rbb")
    left = Unfinished(session)  # as the program that crashed left it
    left.opened(path)
    left.opened(other)
    left.typing(Draft(str(path), "o2", "o2c0", "remarks", "6 visits were made, of which two"))
    window = start()
    program = window.program
    assert [each.project.path for each in program.windows] == [path, other]
    assert window.status.currentMessage().startswith("RBB Editor ended unexpectedly")
    assert not window.status.saved.isVisible()  # in whose place that stands
    window.status.clearMessage()
    assert window.status.saved.isVisible()
    window.status.showMessage("A word about this report", 15_000)
    window.status.set_open(True)
    assert (window.status.currentMessage(), window.status.saved.isVisible()) == ("", True)
    now = window.workspace.table.open_editor
    assert now is not None
    assert (now.output, now.editor.text()) == ("o2", "6 visits were made, of which two")
    window.activateWindow()
    qtbot.waitUntil(now.editor.hasFocus)
    press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert window.project.report.output("o2").components[0].remarks == "6 visits were made, of which two"


def test_what_is_being_typed_is_kept_and_forgotten_when_it_is_done(window: MainWindow, session: Session, qtbot: QtBot):
    window.workspace.show_cell("o2", None, "completed")
    press("12")
    qtbot.waitUntil(lambda: '"12"' in _stored(session), timeout=8_000)
    press(Qt.Key.Key_Return)
    assert _stored(session) == ""


def test_what_is_typed_into_the_front_matter_is_kept_and_in_its_field_again(
    window: MainWindow, session: Session, start: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path
):
    window.workspace.choose_node(FRONT)
    window.workspace.centre.page.fields["summary"].setFocus()
    press("Work went on")
    qtbot.waitUntil(lambda: "Work went on" in _stored(session), timeout=8_000)
    shutil.copy(window.project.path, tmp_path / "left.rbb")  # as a program that is killed leaves it
    left = _stored(session).replace("small.rbb", "left.rbb")
    press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: _stored(session) == "", timeout=8_000)
    window.close()
    session.put(settings.DRAFT, left)
    Unfinished(session).opened(tmp_path / "left.rbb")
    again = start()
    assert again.workspace.centre.node == FRONT
    assert again.workspace.centre.page.typed() == {"summary": "Work went on"}
    assert again.workspace.finish()
    assert again.project.report.info.summary == "Work went on"


def test_after_an_orderly_end_the_start_page_comes(
    session: Session, make_file: Callable[..., Path], start: Callable[..., MainWindow]
):
    start(make_file()).close()
    assert start().project is None
    assert Unfinished(session).take() == ([], None)


def test_a_report_that_is_gone_is_passed_over(
    session: Session, make_file: Callable[..., Path], start: Callable[..., MainWindow], tmp_path: Path
):
    path = make_file()
    left = Unfinished(session)
    left.opened(tmp_path / "gone.rbb")
    left.typing(Draft(str(path), "no such output", "x", "remarks", "words"))
    left.opened(path)
    window = start(path)
    assert [each.project.path for each in window.program.windows] == [path]
    assert window.workspace.table.open_editor is None
    assert QGuiApplication.clipboard().text() == "words"  # which have no place any more
    assert "on the clipboard" in window.status.currentMessage()


def test_words_of_a_report_that_cannot_be_opened_now_are_not_lost(
    session: Session, start: Callable[..., MainWindow], tmp_path: Path
):
    left = Unfinished(session)
    left.opened(tmp_path / "gone.rbb")
    left.typing(Draft(str(tmp_path / "gone.rbb"), front={"title": "A title", "summary": "Work went on"}))
    window = start()
    assert window.project is None
    assert QGuiApplication.clipboard().text() == "A title\nWork went on"
    assert "on the clipboard" in window.status.currentMessage()


def _stored(session: Session) -> str:
    return session.get(settings.DRAFT)
