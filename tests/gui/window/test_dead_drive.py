"""A drive that does not answer: only threads of their own ask it anything, and the window lives on."""

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from rbb_editor import settings
from rbb_editor.domain.text import Text
from rbb_editor.gui.app import Program
from rbb_editor.gui.dialogs.import_review import ImportReview
from rbb_editor.gui.dialogs.waiting import WaitingDialog
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.session import Recent, Session
from rbb_editor.gui.start.page import StartPage
from rbb_editor.project import Project
from tests.gui.conftest import press, small_report
from tests.gui.window.conftest import dialog_of, open_dialogs, said
from tests.gui.window.slow import SlowDisk, by_key

STOPPED = "Stopped; nothing was changed and no file is left behind."


class DeadDrive:
    """A folder whose drive answers nothing until it is `mended`. `by_window`: what the window itself asked of it."""

    def __init__(self, folder: Path, disk: SlowDisk, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._disk = disk
        self.by_window: list[str] = []
        self.mended = threading.Event()
        self.mended.set()
        folder.mkdir()
        for name in ("stat", "lstat", "access", "open", "readlink", "scandir", "unlink", "replace"):
            monkeypatch.setattr(os, name, self._slowly(name, getattr(os, name)))

    def die(self) -> None:
        """Answers nothing from now on; the user cancels what has to wait for it."""
        self.mended.clear()
        self._disk.then(by_key)

    def _slowly(self, name: str, ask: Callable[..., Any]) -> Callable[..., Any]:
        def asked(path: Any, *others: Any, **named: Any) -> Any:
            about = isinstance(path, (str, os.PathLike)) and str(path).startswith(str(self.folder))
            if about and not self.mended.is_set():
                if threading.current_thread() is threading.main_thread():
                    self.by_window.append(f"{name} {path}")
                else:
                    assert self.mended.wait(60)
            return ask(path, *others, **named)

        return asked


@pytest.fixture
def drive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, disk: SlowDisk, qtbot: QtBot) -> Iterator[DeadDrive]:
    """Dies when the test says so; at the end no thread asks it any more, and the window never did."""
    made = DeadDrive(tmp_path / "drive", disk, monkeypatch)
    monkeypatch.setattr("rbb_editor.gui.jobs.GIVE_UP", 1)
    monkeypatch.setattr("rbb_editor.gui.main_window.CLOSING", 0.01)
    yield made
    made.mended.set()
    qtbot.waitUntil(lambda: not any(each.name.startswith("rbb-editor") for each in threading.enumerate()))
    assert made.by_window == []


@pytest.fixture
def there(drive: DeadDrive, make_file: Callable[..., Path]) -> Path:
    """A report on it."""
    return make_file("drive/there.rbb")


@pytest.fixture
def here(make_file: Callable[..., Path]) -> Path:
    return make_file("here.rbb")


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    window.dropEvent(QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, data, buttons, keys))


def recent(window: MainWindow, path: Path) -> None:
    window.menus.recent.aboutToShow.emit()
    next(each for each in window.menus.recent.actions() if path.name in each.text()).trigger()


def start_page(window: MainWindow, path: Path) -> None:
    page = window.centralWidget()
    assert isinstance(page, StartPage)
    page.recent[0].click()


def dialog(window: MainWindow, path: Path) -> None:
    window.menus.actions["open"].trigger()
    dialog_of(QFileDialog).fileSelected.emit(str(path))
    dialog_of(QFileDialog).reject()


def again(window: MainWindow, path: Path) -> None:
    window.program.asked_again([path])


@pytest.mark.parametrize("way", [drop, recent, start_page, dialog, again])
def test_a_report_on_a_dead_drive_is_given_up_and_another_is_opened(
    open_window: Callable[..., MainWindow],
    session: Session,
    drive: DeadDrive,
    there: Path,
    here: Path,
    qtbot: QtBot,
    way: Callable[[MainWindow, Path], None],
):
    session.remember(Recent(str(there), title="There"))
    window = open_window()
    drive.die()
    way(window, there)
    qtbot.waitUntil(lambda: window.status.currentMessage() == STOPPED)
    assert not open_dialogs(WaitingDialog)
    window.files.open_path(here)
    assert window.project.path == here
    drive.mended.set()
    qtbot.waitUntil(lambda: not any(each.name == "rbb-editor job" for each in threading.enumerate()))
    assert [each.project.path for each in window.program.windows] == [here]
    Project.open(there, author="Somebody else").close()


def test_a_text_on_a_dead_drive_is_imported_when_that_answers(
    open_window: Callable[..., MainWindow], drive: DeadDrive, qtbot: QtBot
):
    text = drive.folder / "last year.txt"
    text.write_text("nothing\n", "utf-8")
    window = open_window()
    drive.die()
    drop(window, text)
    qtbot.waitUntil(lambda: window.work.going_on)
    assert window.isEnabled()
    drive.mended.set()
    qtbot.waitUntil(lambda: bool(open_dialogs(QMessageBox)))
    assert "last year.txt" in said()
    dialog_of(QMessageBox).reject()


def test_the_start_page_tells_what_is_gone_when_the_drive_says_so(
    open_window: Callable[..., MainWindow], session: Session, drive: DeadDrive, here: Path, qtbot: QtBot
):
    session.remember(Recent(str(drive.folder / "gone.rbb"), title="On the drive"))
    session.remember(Recent(str(here.with_name("gone too.rbb")), title="Here"))
    drive.die()
    window = open_window()
    page = window.centralWidget()
    assert isinstance(page, StartPage)
    near, far = page.recent
    assert "not found where it was" in near.accessibleDescription()
    assert "not found" not in far.accessibleDescription()
    drive.mended.set()
    qtbot.waitUntil(lambda: "not found where it was" in far.accessibleDescription())


def test_a_recent_report_that_is_gone_is_said_and_taken_off_the_list(
    open_window: Callable[..., MainWindow], session: Session, tmp_path: Path, here: Path
):
    gone = tmp_path / "gone.rbb"
    session.remember(Recent(str(gone), title="Gone"))
    window = open_window(here)
    recent(window, gone)
    assert said().startswith(f"There is no file {gone}")
    dialog_of(QMessageBox).reject()
    assert [each.path for each in session.recent()] == [str(here)]


def test_a_report_whose_drive_has_died_is_closed(
    open_window: Callable[..., MainWindow], drive: DeadDrive, there: Path, here: Path
):
    window = open_window(there)
    drive.die()
    window.menus.actions["close"].trigger()
    assert isinstance(window.centralWidget(), StartPage)
    window.files.open_path(here)
    assert window.project.path == here


def test_a_file_is_asked_for_where_a_drive_answers(
    open_window: Callable[..., MainWindow], session: Session, drive: DeadDrive, monkeypatch: pytest.MonkeyPatch
):
    session.put(settings.FOLDER, str(drive.folder))
    window = open_window()
    drive.die()
    window.menus.actions["open"].trigger()
    found = dialog_of(QFileDialog)
    assert isinstance(found, QFileDialog)
    assert not found.directory().absolutePath().startswith(str(drive.folder))
    found.reject()


def test_what_is_written_to_a_dead_drive_can_be_given_up(
    open_window: Callable[..., MainWindow], drive: DeadDrive, here: Path, qtbot: QtBot
):
    window = open_window(here)
    drive.die()
    target = drive.folder / "out.json"
    window.transfers.export_path(target)
    qtbot.waitUntil(window.work.strip.isVisible)
    window.work.strip.cancel.click()
    qtbot.waitUntil(lambda: "the drive does not answer" in window.status.currentMessage())
    assert not window.work.going_on
    window.workspace.show_cell("o2", None, "completed")
    press("37", Qt.Key.Key_Return)
    assert window.project.report.output("o2").components[0].completed == "37"


def test_a_new_report_that_was_given_up_is_held_by_nobody_when_its_drive_answers(
    open_window: Callable[..., MainWindow], drive: DeadDrive, here: Path, qtbot: QtBot
):
    window = open_window()
    target = drive.folder / "new.rbb"
    drive.die()
    assert not window.files.create(small_report(), Text.of("New report"), target)
    assert "the drive does not answer" in window.status.currentMessage()
    drive.mended.set()
    qtbot.waitUntil(lambda: not any(each.name == "rbb-editor job" for each in threading.enumerate()))
    if target.exists():
        Project.open(target, author="Somebody else").close()
    assert not [each for each in drive.folder.iterdir() if each != target]


def test_a_window_is_closed_while_an_import_waits_for_its_drive(
    program: Program, open_window: Callable[..., MainWindow], drive: DeadDrive, here: Path, qtbot: QtBot
):
    text = drive.folder / "last year.txt"
    text.write_text("nothing\n", "utf-8")
    window = open_window(here)
    drive.die()
    window.transfers.import_path(text)
    qtbot.waitUntil(window.work.strip.isVisible)
    assert window.close()
    assert program.windows == []
    drive.mended.set()  # what it reads then is shown nowhere
    qtbot.waitUntil(lambda: not any(each.name == "rbb-editor job" for each in threading.enumerate()))
    QApplication.processEvents()  # what it has told is heard
    assert not open_dialogs(ImportReview)
    assert not open_dialogs(QMessageBox)


def test_two_names_of_one_report_open_one_window(
    program: Program, open_window: Callable[..., MainWindow], here: Path, tmp_path: Path
):
    names = [tmp_path / "soft.rbb", tmp_path / "hard.rbb"]
    names[0].symlink_to(here)
    names[1].hardlink_to(here)
    window = open_window(here)
    for name in names:
        window.files.open_path(name)
        assert said() == f"“{name.name}” is open already: this is its window."
        dialog_of(QMessageBox).reject()
    assert len(program.windows) == 1
