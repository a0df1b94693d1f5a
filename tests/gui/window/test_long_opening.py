"""Reports that take long to open, to recover, to save elsewhere or to roll forward: it is seen, and can be stopped."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from rbb_editor.gui.app import Program
from rbb_editor.gui.dialogs.waiting import WaitingDialog
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.start.page import StartPage
from rbb_editor.progress import Progress
from rbb_editor.project import Project
from rbb_editor.store import durable, migrations, opening, recovery, schema
from tests.gui.conftest import press, small_report
from tests.gui.window.conftest import answer, button, click, dialog_of, open_dialogs, press_button, said
from tests.gui.window.slow import Act, SlowDisk, by_button, by_cross, by_key, let_go_on, to_keyboard

STOPPED = "Stopped; nothing was changed and no file is left behind."


@pytest.fixture
def drive(disk: SlowDisk, monkeypatch: pytest.MonkeyPatch) -> SlowDisk:
    """A drive that gives the first bytes of a file, and no more until the user has seen how far it is."""

    def slowly(path: Path, progress: Progress) -> None:
        while not disk.free.wait(0.005):
            progress(1, 10)
        durable.read_through(path, progress)

    monkeypatch.setattr(opening, "read_through", slowly)
    monkeypatch.setattr(recovery, "read_through", slowly)
    return disk


def files(folder: Path) -> list[str]:
    """The names of all files of reports, hidden ones too."""
    return sorted(each.name for each in folder.iterdir() if each.is_file() and each.suffix != ".ini")


@pytest.mark.parametrize("cancel", [by_key, by_button, by_cross])
def test_a_report_on_a_slow_drive_can_be_given_up_and_opened_later(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], drive: SlowDisk, tmp_path: Path, cancel: Act
):
    path = make_file()
    window = open_window()
    before = files(tmp_path)
    drive.then(cancel)
    window.menus.actions["open"].trigger()
    answer(path)
    assert drive.seen == ["Opening small.rbb"]
    assert window.status.currentMessage() == STOPPED
    assert isinstance(window.centralWidget(), StartPage)
    assert files(tmp_path) == before
    Project.open(path, author="Somebody else").close()  # nobody holds it
    drive.then(let_go_on)
    window.menus.actions["open"].trigger()
    answer(path)
    assert window.project.report == small_report()
    assert not open_dialogs(WaitingDialog)


def test_while_a_report_opens_the_window_is_alive_and_stays_and_the_same_file_is_waited_for(
    program: Program,
    open_window: Callable[..., MainWindow],
    make_file: Callable[..., Path],
    drive: SlowDisk,
    tmp_path: Path,
):
    path = make_file()
    window = open_window()
    link = tmp_path / "link.rbb"
    link.symlink_to(path)
    seen: list[bool] = []

    def look(dialog: WaitingDialog) -> None:
        program.asked_again([path, link])  # an impatient second double-click in the desktop's folder
        assert not window.close()
        seen.append(window.isVisible() and dialog.isModal() and not window.grab().isNull())

    drive.then(look)
    window.files.take(path)
    assert seen == [True]
    assert not open_dialogs(QMessageBox)
    assert [each.project.path for each in program.windows] == [path]


def test_a_drive_that_does_not_answer_at_all_is_given_up_and_the_window_lives_on(
    open_window: Callable[..., MainWindow],
    make_file: Callable[..., Path],
    disk: SlowDisk,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
):
    path, other = make_file(), make_file("other.rbb")
    answers, begun = threading.Event(), threading.Event()

    def hanging(path: Path, progress: Progress) -> None:
        if path.name == "small.rbb" and not answers.is_set():
            begun.set()
            assert answers.wait(60)
        durable.read_through(path, progress)

    monkeypatch.setattr(opening, "read_through", hanging)
    monkeypatch.setattr("rbb_editor.gui.jobs.GIVE_UP", 1)
    window = open_window()

    def cancel(dialog: WaitingDialog) -> None:
        assert begun.wait(30)
        by_key(dialog)

    disk.then(cancel)
    window.files.open_path(path)
    assert window.status.currentMessage() == STOPPED
    assert not open_dialogs(WaitingDialog)
    window.files.open_path(other)
    assert window.project.path == other
    answers.set()  # much later
    qtbot.waitUntil(lambda: not any(each.name == "rbb-editor job" for each in threading.enumerate()))
    assert [each.project.path for each in window.program.windows] == [other]
    Project.open(path, author="Somebody else").close()  # nobody holds it


def test_stopped_when_an_older_file_was_brought_up_to_date_already_that_is_said(
    open_window: Callable[..., MainWindow],
    make_file: Callable[..., Path],
    disk: SlowDisk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    path = make_file()
    before = path.read_bytes()
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    begun = threading.Event()

    def step(_connection: object) -> None:
        begun.set()
        disk.wait()

    def cancel(dialog: WaitingDialog) -> None:
        assert begun.wait(30), "it was not brought up to date"  # the backup before it may take long enough to be seen
        by_key(dialog)

    monkeypatch.setitem(migrations.STEPS, schema.VERSION - 1, step)
    window = open_window()
    disk.then(cancel)
    window.files.open_path(path)
    said = "Stopped; small.rbb is in the form of this version already, after a backup. Nothing it says was changed."
    assert window.status.currentMessage() == said
    assert isinstance(window.centralWidget(), StartPage)
    assert path.read_bytes() != before
    assert len(list((tmp_path / "data").rglob("*.rbb"))) == 1
    window.files.open_path(path)
    assert window.project.report == small_report()


def test_a_start_with_a_report_on_a_slow_drive_shows_the_window_first(
    program: Program, make_file: Callable[..., Path], drive: SlowDisk, qtbot: QtBot
):
    path = make_file()
    seen: list[bool] = []

    def look(dialog: WaitingDialog) -> None:
        seen.append(program.windows[0].isVisible())
        click(dialog.cancel)

    drive.then(look)
    program._open_first(program.new_window(), [path])
    (window,) = program.windows
    assert seen == [True]
    assert window.isVisible()
    assert isinstance(window.centralWidget(), StartPage)
    drive.then(let_go_on)
    window.files.take(path)
    assert window.project.path == path


@pytest.fixture
def damaged(make_file: Callable[..., Path]) -> Path:
    path = make_file()
    content = bytearray(path.read_bytes())
    at = content.find(b"outreach activities")
    content[at : at + 4] = b"XXXX"
    path.write_bytes(content)
    return path


def test_the_recovery_of_a_damaged_file_can_be_stopped_and_leaves_no_file(
    open_window: Callable[..., MainWindow], damaged: Path, drive: SlowDisk, tmp_path: Path
):
    window = open_window()
    window.files.open_path(damaged)
    target = tmp_path / "recovered.rbb"
    before = files(tmp_path)
    press_button("Recover…")
    drive.then(by_key)
    answer(target)
    assert drive.seen == ["Recovering small.rbb"]
    assert window.status.currentMessage() == STOPPED
    assert files(tmp_path) == before
    window.files.open_path(damaged)
    assert "is damaged" in said()
    press_button("Recover…")
    drive.then(let_go_on)
    answer(target)
    assert window.project.path == target
    assert window.project.report.counts().outputs >= 4


def test_what_is_still_readable_of_a_damaged_file_is_looked_for_with_progress(
    open_window: Callable[..., MainWindow], damaged: Path, drive: SlowDisk
):
    window = open_window()
    drive.then(by_button)
    window.files.open_path(damaged)
    assert window.status.currentMessage() == STOPPED
    assert not open_dialogs(QMessageBox)


def test_saving_elsewhere_can_be_stopped_and_all_that_was_typed_stays(
    open_window: Callable[..., MainWindow],
    make_file: Callable[..., Path],
    disk: SlowDisk,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
):
    path = make_file()
    window = open_window(path)
    target = tmp_path / "elsewhere.rbb"
    save_elsewhere = Project.save_elsewhere

    def slowly(project: Project, to: Path, progress: Progress) -> None:
        disk.wait()
        save_elsewhere(project, to, progress)

    monkeypatch.setattr(Project, "save_elsewhere", slowly)
    path.rename(tmp_path / "moved.rbb")
    window.workspace.show_cell("o2", None, "completed")
    press("37", Qt.Key.Key_Return)
    press_button("Save a copy elsewhere…")
    before = files(tmp_path)
    disk.then(by_key)
    answer(target)
    assert disk.seen == ["Writing elsewhere.rbb"]
    assert files(tmp_path) == before
    assert window.project.path == path
    assert window.workspace.table.open_editor.editor.text() == "37"
    assert window.status.currentMessage() == "Stopped; nothing was changed."
    to_keyboard(window, qtbot)  # which is in the cell still
    press(Qt.Key.Key_Return)
    press_button("Save a copy elsewhere…")
    disk.then(let_go_on)
    answer(target)
    assert window.project.path == target
    assert window.workspace.table.open_editor.editor.text() == "37"
    assert window.workspace.finish()


def test_rolling_forward_can_be_stopped_in_the_status_bar(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    from rbb_editor.store import codec

    pack = codec.pack

    def slowly(change: object, progress: Progress) -> bytes:
        while True:
            progress(1, 10)

    monkeypatch.setattr(codec, "pack", slowly)
    window.menus.actions["roll"].trigger()
    qtbot.waitUntil(window.work.strip.isVisible)
    click(button(window.status, "Cancel"))
    qtbot.waitUntil(lambda: not window.work.going_on)
    assert window.status.currentMessage() == STOPPED
    assert not open_dialogs(QFileDialog)
    monkeypatch.setattr(codec, "pack", pack)
    window.menus.actions["roll"].trigger()
    qtbot.waitUntil(lambda: bool(open_dialogs(QFileDialog)))
    dialog_of(QFileDialog).reject()


def test_what_another_window_makes_meanwhile_does_not_free_the_way(
    open_window: Callable[..., MainWindow],
    make_file: Callable[..., Path],
    program: Program,
    qtbot: QtBot,
    tmp_path: Path,
):
    window, later = open_window(), make_file("later.rbb")
    with program.opening.of(tmp_path / "first.rbb"):
        with program.opening.of(tmp_path / "second.rbb"):
            window.files.open_path(later)
        assert program.opening.under_way
        window.close()
        assert window.isVisible(), "a report is still being opened in it"
        assert window.project is None
    qtbot.waitUntil(lambda: window.project is not None)
    assert window.project.path == later
