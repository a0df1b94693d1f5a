"""What was written last, so that it can be looked at: a Word file, a PDF, a check report."""

from functools import partial
from os.path import exists
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.asked import Asked

if TYPE_CHECKING:
    from rbb_editor.gui.main_window import MainWindow


def tell_written(window: "MainWindow", path: object) -> None:
    """Says in the status bar that a file was written, beside it the way to open it. `path`: what the work gave."""
    assert isinstance(path, Path)
    window.written = path
    window.status.show_written(path)
    window.update_state()


def open_written(window: "MainWindow") -> None:
    """Opens the file written last in the program that the desktop has for it."""
    path = window.written
    if path is None:
        return
    if Asked(partial(exists, path)).answer() is False:
        window.tell(Text.of(N_("{path} is no longer there."), path=path))
    elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        window.tell(Text.of(N_("No program on this computer has opened {path}. The file is whole."), path=path))
