"""How the robot deals with dialogs: it chooses files that there are and that there are not, and leaves in the end."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QMessageBox, QPushButton

from rbb_editor import resources
from rbb_editor.project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from tests.gui.robot.robot import Robot

LEFT_ALONE = ("QPrintDialog", "ChooseDay")
"""Dialogs that are left at once: they ask for a printer, or have a menu of Qt's that waits for a mouse."""
KEPT = 30
"""Files that the robot keeps of those it had written."""


def leave(robot: "Robot") -> None:
    """Files are chosen or not, other dialogs left sooner or later, by a button or by closing them."""
    popup = QApplication.activePopupWidget()
    if isinstance(popup, QMenu) and robot.chance.random() < 0.3:
        popup.close()
    dialogs = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]
    for dialog in dialogs:
        robot.seen[f"dialog {type(dialog).__name__}"] += 1
        if isinstance(dialog, QFileDialog):
            if robot.chance.random() < 0.5:
                dialog.reject()
            else:
                _choose(robot, dialog)
        elif type(dialog).__name__ in LEFT_ALONE:
            dialog.reject()
        elif robot.chance.random() < 0.06:
            buttons = [each for each in dialog.findChildren(QPushButton) if each.isVisible() and each.isEnabled()]
            if buttons and robot.chance.random() < 0.6:
                robot.chance.choice(buttons).click()
            else:
                dialog.close()


def answer(robot: "Robot") -> None:
    """Answers what Qt's own file dialog asks back (a file is there already): it waits inside the key press."""
    asked = QApplication.activeModalWidget()
    if isinstance(asked, QMessageBox) and isinstance(asked.parent(), QFileDialog):
        robot.seen["question of Qt's own file dialog"] += 1
        robot.chance.choice(asked.buttons()).click()


def _choose(robot: "Robot", dialog: QFileDialog) -> None:
    files = _folder(robot)
    if dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave:
        kinds = dialog.nameFilters()
        chosen = robot.chance.choice(kinds)
        dialog.selectNameFilter(chosen)
        dialog.filterSelected.emit(chosen)
        path = files / f"written {robot.seen.total()}.{dialog.defaultSuffix()}"
        robot.seen[f"written .{dialog.defaultSuffix()}"] += 1
    else:
        path = robot.chance.choice(sorted(files.iterdir()))
        robot.seen[f"chosen {path.suffix}"] += 1
    dialog.hide()  # Qt's own dialog may ask back, and then waits for a person
    dialog.fileSelected.emit(str(path))
    dialog.close()


def _folder(robot: "Robot") -> "Path":
    """A folder with files to choose from: a sample, a copy of the report, garbage, and what was written before."""
    folder = robot.folder / "files"
    if not folder.exists():
        folder.mkdir()
        (folder / "last year.json").write_bytes(resources.sample("en").read_bytes())
        (folder / "garbage.docx").write_bytes(bytes(range(256)) * 9)
        (folder / "words.txt").write_text("no report at all\n" * 9, encoding="utf-8")
        with Project.open(robot.path, author="Robot", read_only=True) as project:
            project.save_copy(folder / "theirs.rbb")
    written = sorted(folder.glob("written *"), key=lambda path: path.stat().st_mtime)
    for old in written[:-KEPT]:
        if not any(window.project is not None and window.project.path == old for window in robot.program.windows):
            old.unlink()
    return folder
