"""A window that is closed while something is being written: that is written first, unless nobody wants it any more."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from rbb_editor.errors import UserError
from rbb_editor.gui.app import Program
from rbb_editor.gui.dialogs.waiting import WaitingDialog
from rbb_editor.gui.jobs import Job
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.project import transfer
from tests.gui.window.conftest import open_dialogs
from tests.gui.window.slow import Act, SlowDisk, by_button, by_key, let_go_on


class Watch(QObject):
    """`dialogs`: those that were shown, however briefly."""

    def __init__(self) -> None:
        super().__init__()
        self.dialogs: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (as Qt calls it)
        """Takes note."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QDialog):
            self.dialogs.append(type(watched).__name__)
        return False


@pytest.fixture
def printer(disk: SlowDisk, monkeypatch: pytest.MonkeyPatch) -> SlowDisk:
    """What is exported takes until the user has seen how far it is."""
    write_file = transfer.write_file

    def slowly(*parts: object, **named: object) -> None:
        while not disk.free.wait(0.005):
            named["progress"](1, 10)  # type: ignore[operator]
        write_file(*parts, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(transfer, "write_file", slowly)
    return disk


def test_what_is_being_written_is_written_before_the_window_goes(
    program: Program, window: MainWindow, printer: SlowDisk, tmp_path: Path, qtbot: QtBot
):
    seen: list[tuple[bool, bool]] = []

    def close_again(_dialog: WaitingDialog) -> None:
        window.close()
        seen.append((window.close_project(), window.isVisible()))

    printer.then(close_again)
    window.transfers.export_path(tmp_path / "out.json")
    assert window.close()
    assert seen == [(False, True)]
    assert printer.seen == ["Writing out.json"]
    assert (tmp_path / "out.json").stat().st_size > 1000
    assert program.windows == []


@pytest.mark.parametrize("cancel", [by_key, by_button])
def test_what_nobody_wants_any_more_is_stopped_and_leaves_no_file(
    program: Program, window: MainWindow, printer: SlowDisk, tmp_path: Path, cancel: Act
):
    printer.then(cancel)
    window.transfers.export_path(tmp_path / "out.json")
    assert window.close()
    assert not [each for each in tmp_path.iterdir() if "out.json" in each.name]
    assert program.windows == []


def test_what_waits_for_a_drive_that_does_not_answer_is_left(
    program: Program,
    window: MainWindow,
    disk: SlowDisk,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
):
    answers = threading.Event()
    monkeypatch.setattr(transfer, "write_file", lambda *_parts, **_named: answers.wait(60))
    monkeypatch.setattr("rbb_editor.gui.jobs.GIVE_UP", 1)
    disk.then(by_key)
    window.transfers.export_path(tmp_path / "out.json")
    assert window.close()
    assert program.windows == []
    answers.set()
    qtbot.waitUntil(lambda: not any(each.name == "rbb-editor job" for each in threading.enumerate()))
    QApplication.processEvents()  # what it has told is heard
    assert not open_dialogs(WaitingDialog)


@pytest.mark.parametrize("fails", [False, True])
def test_an_import_that_ends_while_the_window_is_being_closed_is_shown_nowhere(
    program: Program, window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, fails: bool
):
    read_file, read_on = transfer.read_file, threading.Event()

    def slowly(path: Path, **named: object) -> object:
        assert read_on.wait(30)
        if fails:
            raise UserError("Not a report.")
        return read_file(path)

    text = tmp_path / "report.json"
    transfer.write_file(window.project.report, text)
    monkeypatch.setattr(transfer, "read_file", slowly)
    monkeypatch.setattr(Job, "cancel", lambda _job: read_on.set())  # it is read at the very moment
    watch = Watch()
    QApplication.instance().installEventFilter(watch)
    window.transfers.import_path(text)
    assert window.close()
    qtbot.waitUntil(lambda: not any(each.name == "rbb-editor job" for each in threading.enumerate()))
    QApplication.processEvents()  # what it has told is heard
    QApplication.instance().removeEventFilter(watch)
    assert watch.dialogs == []
    assert program.windows == []


def test_pages_that_are_being_written_are_written_before_the_window_goes(
    window: MainWindow, disk: SlowDisk, tmp_path: Path
):
    from rbb_editor.gui.page.opening import paging_of

    disk.then(let_go_on)
    disk.free.set()
    paging_of(window).write_pdf(tmp_path / "out.pdf")
    assert window.close()
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
