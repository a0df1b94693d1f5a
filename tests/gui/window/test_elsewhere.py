"""The disk full, the drive gone or read-only under the open window: nothing is lost, work goes on elsewhere."""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from rbb_editor.domain.entities import Waiver
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.tree.outline import FRONT
from rbb_editor.project import Project
from tests.gui.conftest import press
from tests.gui.window.conftest import click, dialog_of
from tests.made_up import small_report

CONTROL = Qt.KeyboardModifier.ControlModifier
READ_ONLY = "so the last step was not saved"
LONG = "a long remark " * 40_000


@pytest.fixture
def drive(tmp_path: Path) -> Iterator[Path]:
    """A drive of its own of half a megabyte, which can be taken away; only where the tests may mount one."""
    place = tmp_path / "drive"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=640k", "none", str(place)]
    if sys.platform != "linux" or os.geteuid() != 0 or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("a drive can be mounted by root on Linux only")
    yield place
    for _ in range(2):
        subprocess.run(["umount", "-l", str(place)], capture_output=True)


def away(drive: Path) -> None:
    """The drive is pulled out."""
    subprocess.run(["umount", "-l", str(drive)], check=True)


def read_only(drive: Path) -> None:
    """The drive lets nobody write any more: another mount lies over it, as it has open files."""
    subprocess.run(["mount", "--bind", str(drive), str(drive)], check=True)
    subprocess.run(["mount", "-o", "remount,bind,ro", str(drive)], check=True)


def full(drive: Path) -> None:
    """Somebody else has filled the drive."""
    with (drive / "other").open("wb", buffering=0) as other:
        try:
            while True:
                other.write(b"x" * 4096)
        except OSError as error:
            assert error.errno == errno.ENOSPC  # noqa: PT017  (the last write is the one that fails)


@pytest.fixture
def window(open_window: Callable[..., MainWindow], drive: Path) -> MainWindow:
    """A window with the small report on the drive, one change made."""
    path = drive / "report.rbb"
    Project.create(path, small_report(), author="Tester").close()
    made = open_window(path)
    made.workspace.show_cell("letters", None, "completed")
    press("36", Qt.Key.Key_Return)
    return made


def type_and_fail(window: MainWindow, text: str) -> QMessageBox:
    window.workspace.show_cell("letters", None, "completed")
    press(text, Qt.Key.Key_Return)
    return dialog_of(QMessageBox)


def press_button(box: QMessageBox, words: str) -> None:
    click(next(button for button in box.buttons() if button.text() == words))


def save_elsewhere(box: QMessageBox, target: Path) -> None:
    press_button(box, "Save a copy elsewhere…")
    dialog = dialog_of(QFileDialog)
    dialog.setDirectory(str(target.parent))
    dialog.selectFile(target.name)
    dialog.accept()


def completed(project: Project) -> str:
    return project.report.output("letters").components[0].completed


@pytest.mark.parametrize(
    ("happened", "words"),
    [(away, "moved, deleted or replaced"), (read_only, READ_ONLY), (full, "is full")],
    ids=["away", "read_only", "full"],
)
def test_a_drive_that_takes_nothing_costs_nothing_and_work_goes_on_elsewhere(
    window: MainWindow, drive: Path, tmp_path: Path, happened: Callable[[Path], None], words: str
):
    happened(drive)
    box = type_and_fail(window, "37")
    assert words in box.text()
    assert completed(window.project) == "36"
    target = tmp_path / "elsewhere.rbb"
    save_elsewhere(box, target)
    assert window.project.path == target
    assert window.workspace.table.open_editor.editor.text() == "37"  # what was being typed is in its field again
    window.workspace.table.setFocus()
    assert window.workspace.finish()
    assert completed(window.project) == "37"
    window.undo()
    window.undo()
    assert window.project.report == small_report()  # with its whole history
    window.close()
    with Project.open(target, author="Reader") as project:
        assert project.report == small_report()


def cut(path: Path) -> None:
    os.truncate(path, 5000)


def emptied(path: Path) -> None:
    os.truncate(path, 0)


def overwritten(path: Path) -> None:
    path.write_bytes(b"another file" * 10_000)


def test_the_reason_of_a_waiver_that_was_begun_goes_along(
    window: MainWindow, drive: Path, tmp_path: Path, qtbot: QtBot
):
    window.workspace.show_cell("letters", None, "completed")
    window.workspace.review.waive_here()
    press("Agreed")
    away(drive)
    assert not window.close()
    save_elsewhere(dialog_of(QMessageBox), tmp_path / "elsewhere.rbb")
    qtbot.waitUntil(lambda: window.workspace.findings.form.reason.words() == "Agreed")
    click(window.workspace.findings.form.done)
    assert [each.reason for each in window.project.report.about("letters") if isinstance(each, Waiver)] == ["Agreed"]


@pytest.mark.parametrize("step", ["edit", "undo"])
@pytest.mark.parametrize("spoil", [cut, emptied, overwritten])
def test_a_file_that_is_spoilt_under_the_window_is_saved_elsewhere_as_it_is_seen(
    open_window: Callable[..., MainWindow], tmp_path: Path, spoil: Callable[[Path], None], step: str
):
    path = tmp_path / "report.rbb"
    Project.create(path, small_report(), author="Tester").close()
    window = open_window(path)
    window.workspace.show_cell("letters", None, "completed")
    press("36", Qt.Key.Key_Return)
    spoil(path)
    if step == "edit":
        box = type_and_fail(window, "37")
    else:
        window.undo()
        box = dialog_of(QMessageBox)
    assert "so the last step was not saved" in box.text()
    target = tmp_path / "elsewhere.rbb"
    save_elsewhere(box, target)
    assert window.project.path == target
    assert completed(window.project) == "36"
    if step == "edit":
        assert window.workspace.table.open_editor.editor.text() == "37"
    assert window.workspace.finish()
    window.close()
    with Project.open(target, author="Reader") as project:
        assert completed(project) == ("37" if step == "edit" else "36")


def test_save_a_copy_works_where_the_file_cannot_be_read_any_more(
    open_window: Callable[..., MainWindow], tmp_path: Path
):
    path = tmp_path / "report.rbb"
    Project.create(path, small_report(), author="Tester").close()
    window = open_window(path)
    overwritten(path)
    window.menus.actions["copy"].trigger()
    dialog = dialog_of(QFileDialog)
    dialog.selectFile(str(tmp_path / "copy.rbb"))
    dialog.accept()
    with Project.open(tmp_path / "copy.rbb", author="Reader") as project:
        assert project.report == small_report()


def test_undo_that_cannot_be_written_changes_nothing_and_can_be_made_when_there_is_room(
    window: MainWindow, drive: Path
):
    full(drive)
    window.undo()
    box = dialog_of(QMessageBox)
    assert "is full" in box.text()
    assert completed(window.project) == "36"
    assert window.menus.actions["undo"].isEnabled()
    press_button(box, "Cancel")
    (drive / "other").unlink()
    window.undo()
    assert completed(window.project) == "35"
    window.redo()
    assert completed(window.project) == "36"


def test_a_remark_larger_than_the_room_left_waits_in_its_field(window: MainWindow):
    window.workspace.edit_cell("letters", window.project.report.output("letters").components[0].id, "remarks")
    editor = window.workspace.table.open_editor.editor
    editor.setText(LONG)
    press(Qt.Key.Key_Return, modifier=CONTROL)
    box = dialog_of(QMessageBox)
    assert "is full" in box.text()
    press_button(box, "Keep it in the field")
    assert window.workspace.table.open_editor.editor.text() == LONG
    editor.setText("short")
    assert window.workspace.finish()
    assert window.project.report.output("letters").components[0].remarks == "short"


def test_a_folder_renamed_away_is_told_and_takes_changes_again_when_it_is_back(
    open_window: Callable[..., MainWindow], tmp_path: Path
):
    folder = tmp_path / "work"
    folder.mkdir()
    Project.create(folder / "report.rbb", small_report(), author="Tester").close()
    window = open_window(folder / "report.rbb")
    folder.rename(tmp_path / "away")
    box = type_and_fail(window, "37")
    assert "moved, deleted or replaced" in box.text()
    press_button(box, "Keep it in the field")
    shutil.move(tmp_path / "away", folder)
    assert window.workspace.finish()
    assert completed(window.project) == "37"


def test_what_is_typed_into_the_front_matter_and_a_comment_goes_along(
    window: MainWindow, drive: Path, tmp_path: Path, qtbot: QtBot
):
    window.workspace.choose_node(FRONT)
    window.workspace.centre.page.fields["author"].setFocus()
    full(drive)
    press("Secretary", Qt.Key.Key_Return)
    dialog_of(QMessageBox).reject()
    window.workspace.centre.page.notes.rows[0][1].setFocus()
    press("See the resolution. ")
    window.workspace.review.reveal("comments")
    dialog_of(QMessageBox).reject()  # the note was left
    window.workspace.review.comments.new.setPlainText("Ask the Postmaster")
    assert not window.close()
    press_button(dialog_of(QMessageBox), "Save a copy elsewhere…")
    dialog = dialog_of(QFileDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("elsewhere.rbb")
    dialog.accept()
    assert window.project.path == tmp_path / "elsewhere.rbb"
    assert window.workspace.centre.node == FRONT
    review = window.workspace.review
    qtbot.waitUntil(lambda: review.comments is not None and review.comments.new.words() == "Ask the Postmaster")
    assert window.workspace.finish()
    info = window.project.report.info
    assert (info.author, info.notes[0].text) == ("Secretary", "See the resolution. Made up.")
