"""Files in the window: open, recent, sample, copy, and everything that can go wrong."""

import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QRect, QSize, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from rbb_editor.edits import sections
from rbb_editor.gui import on_screen
from rbb_editor.gui.app import Program
from rbb_editor.gui.dialogs.new_report import NewReport
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.start.page import StartPage
from rbb_editor.progress import Progress
from rbb_editor.project import NotSaved, Project, transfer
from tests.gui.conftest import press
from tests.gui.window.conftest import answer, click, dialog_of, open_dialogs, press_button, said

SOURCE = Path(__file__).resolve().parents[3] / "resources" / "samples" / "sample_en.json"


def test_the_start_page_comes_first_and_import_has_the_focus(open_window: Callable[..., MainWindow]):
    window = open_window()
    page = window.centralWidget()
    assert isinstance(page, StartPage)
    assert page.ways["import"].hasFocus()
    assert not window.menus.actions["export"].isEnabled()
    press(Qt.Key.Key_Down)
    assert page.ways["roll"].hasFocus()
    press(Qt.Key.Key_Down)
    assert page.ways["new"].hasFocus()
    press(Qt.Key.Key_Return)
    assert dialog_of(NewReport)
    press(Qt.Key.Key_Escape)


def test_the_sample_opens_as_a_copy(open_window: Callable[..., MainWindow], session):
    window = open_window()
    click(window.centralWidget().ways["sample"])
    assert window.project.report.counts().outputs >= 60
    assert window.project.path.name == "sample_en.rbb"
    assert not window.project.read_only
    path = window.project.path
    window.close()
    assert session.recent() == []
    assert not path.parent.exists()


def test_a_sample_that_was_worked_on_is_kept(open_window: Callable[..., MainWindow]):
    window = open_window()
    click(window.centralWidget().ways["sample"])
    path = window.project.path
    press("7", Qt.Key.Key_Return)
    window.close()
    assert path.is_file()
    shutil.rmtree(path.parent)


def test_open_asks_and_opens(open_window: Callable[..., MainWindow], make_file: Callable[..., Path]):
    path = make_file()
    window = open_window()
    QTest.keySequence(window, window.menus.actions["open"].shortcut())
    answer(path)
    assert window.project.path == path


def test_a_new_report_begins_empty(open_window: Callable[..., MainWindow], tmp_path: Path):
    window = open_window()
    window.menus.actions["new"].trigger()
    dialog = dialog_of(NewReport)
    dialog.symbol.setText("A/80/1")
    dialog.language.setCurrentIndex(dialog.language.findData("fr"))
    dialog.accept()
    answer(tmp_path / "new.rbb")
    assert window.project.report.info.symbol == "A/80/1"
    assert window.project.language.code == "fr"
    assert window.workspace.centre.node == "front"


def test_recent_files_open_again_at_the_node_left(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], session
):
    path = make_file()
    window = open_window(path)
    window.workspace.choose_node("ea2")
    window.close()
    entry = session.recent()[0]
    assert (entry.path, entry.outputs, entry.errors, entry.symbol) == (str(path), 5, 3, "A/72/701/Add.1")

    again = open_window()
    card = again.centralWidget().recent[0]
    assert card.accessibleName() == "small"
    click(card)
    assert again.project.path == path
    assert again.workspace.centre.node == "ea2"


def test_a_recent_file_that_is_gone_says_so(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], session
):
    path = make_file()
    open_window(path).close()
    path.unlink()
    window = open_window()
    card = window.centralWidget().recent[0]
    assert "not found where it was" in card.accessibleDescription()
    click(card)
    assert "There is no file" in said()
    press_button("OK")
    assert session.recent() == []


def test_the_recent_menu_lists_what_was_open(window: MainWindow):
    window.menus.recent.aboutToShow.emit()
    assert [action.data() for action in window.menus.recent.actions()] == [str(window.project.path)]


def test_a_second_report_gets_its_own_window(window: MainWindow, make_file: Callable[..., Path], program: Program):
    window.files.open_path(make_file("other.rbb"))
    assert len(program.windows) == 2
    assert {each.project.path.name for each in program.windows} == {"small.rbb", "other.rbb"}


def test_the_same_report_twice_warns(window: MainWindow, program: Program):
    window.files.open_path(window.project.path)
    assert "is open already" in said()
    assert len(program.windows) == 1
    press_button("OK")


def test_a_report_that_somebody_holds_is_offered_read_only(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path]
):
    path = make_file()
    window = open_window()
    with Project.open(path, author="Somebody else"):
        window.files.open_path(path)
        assert "is open for writing by" in said()
        press_button("Open read-only")
        assert window.project.read_only
        assert "read-only" in window.windowTitle()
        assert window.status.saved.text() == "Read-only"
        assert not window.menus.actions["add_output"].isEnabled()
        assert not window.menus.actions["undo"].isEnabled()
        window.close()


def test_a_report_that_a_crashed_computer_holds_can_be_taken_over(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path]
):
    path = make_file()
    window = open_window()
    with Project.open(path, author="Somebody else") as other:
        window.files.open_path(path)
        press_button("Take it over…")
        assert "over from Somebody else?" in said()
        press_button("Take it over")
        assert not window.project.read_only
        window.do(sections.rename(window.project.report, "d", "Department of Taking over"))
        with pytest.raises(NotSaved, match="has taken over"):
            other.do(sections.rename(other.report, "d", "Department of Others"))
        window.close()
    with Project.open(path, author="Reader") as project:
        assert project.report.section("d").title == "Department of Taking over"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.rbb", b"", "is empty"),
        ("noise.rbb", bytes(range(256)) * 40, "is not a report file of RBB Editor"),
        ("empty.docx", b"", "empty.docx"),
        ("noise.docx", bytes(range(256)) * 40, "noise.docx"),
        ("noise.txt", bytes(range(256)) * 40, "noise.txt"),
        ("broken.json", b'{"format": ', "broken.json"),
        ("old.doc", b"\xd0\xcf\x11\xe0" * 40, "old.doc"),
        ("picture.png", b"\x89PNG", "picture.png"),
    ],
)
def test_a_bad_file_is_a_sentence_and_changes_nothing(
    open_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot, name: str, content: bytes, words: str
):
    path = tmp_path / name
    path.write_bytes(content)
    before = set(tmp_path.iterdir())
    window = open_window()
    window.files.take(path)
    qtbot.waitUntil(lambda: bool(open_dialogs(QMessageBox)))
    assert words in said()
    assert "Traceback" not in said()
    assert dialog_of(QMessageBox).textFormat() is Qt.TextFormat.PlainText
    assert window.project is None
    assert set(tmp_path.iterdir()) - before <= {tmp_path / "data", tmp_path / "settings.ini"}


def test_a_folder_is_a_sentence(open_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot):
    window = open_window()
    window.files.take(tmp_path)
    qtbot.waitUntil(lambda: bool(open_dialogs(QMessageBox)))
    assert "is a folder" in said()


def test_a_damaged_file_is_offered_for_recovery(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], tmp_path: Path
):
    path = make_file()
    damaged = bytearray(path.read_bytes())
    at = damaged.find(b"outreach activities")
    damaged[at : at + 4] = b"XXXX"
    path.write_bytes(damaged)
    window = open_window()
    window.files.open_path(path)
    assert "is damaged" in said()
    press_button("Recover…")
    answer(tmp_path / "recovered.rbb")
    assert window.project.path.name == "recovered.rbb"
    assert window.project.report.counts().outputs >= 4
    assert path.read_bytes() == bytes(damaged)


def test_closing_the_window_stops_its_work(
    open_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    ended = threading.Event()

    def endless(path: Path, *, language: str | None = None, progress: Progress) -> None:
        try:
            while True:
                progress(0, 1)
        finally:
            ended.set()

    monkeypatch.setattr(transfer, "read_file", endless)
    window = open_window()
    window.transfers.import_path(tmp_path / "large.txt")
    window.close()
    assert ended.is_set()


def test_a_copy_is_saved_and_work_goes_on_in_the_file(window: MainWindow, tmp_path: Path):
    here = window.project.path
    window.menus.actions["copy"].trigger()
    answer(tmp_path / "copy.rbb")
    with Project.open(tmp_path / "copy.rbb", author="Reader") as copy:
        assert copy.report == window.project.report
    assert window.project.path == here


def test_dropped_files_open_once_they_are_let_go(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], program: Program, qtbot: QtBot
):
    paths = [make_file(), make_file("other.rbb")]
    window = open_window()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    none = Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, none))
    assert window.project is None  # the program they come from is not kept waiting
    qtbot.waitUntil(lambda: len(program.windows) == 2)
    assert [each.project.path for each in program.windows] == paths


def test_closing_in_the_middle_of_an_edit_saves_it(window: MainWindow):
    path = window.project.path
    window.workspace.show_cell("o2", None, "completed")
    press("10")
    assert window.isWindowModified()
    window.close()
    with Project.open(path, author="Reader") as project:
        assert project.report.output("o2").components[0].completed == "10"


def test_close_goes_back_to_the_start_page(window: MainWindow):
    window.menus.actions["close"].trigger()
    assert window.project is None
    assert isinstance(window.centralWidget(), StartPage)
    assert window.windowTitle() == "RBB Editor"


def test_a_further_window_stands_beside_the_first_and_on_the_screen(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(on_screen, "LEAST", (500, 500))  # the screen of the tests is small
    first = open_window(make_file(), width=780, height=700)
    for at in range(12):
        first.files.take(make_file(f"{at}.rbb"))
    room = first.screen().availableGeometry()
    windows = first.program.windows
    assert len(windows) == 13
    for window, before in zip(windows[1:], windows, strict=False):
        assert window.pos() != before.pos()
        assert room.contains(QRect(window.pos(), QSize(500, 500)))
        assert window.pos().y() + window.height() <= room.bottom()


def test_a_new_report_begins_with_its_symbol(window: MainWindow, qtbot: QtBot):
    window.files.new()
    dialog = dialog_of(NewReport)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.symbol.hasFocus)
