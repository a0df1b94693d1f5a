"""The file that is being opened, from a slow drive, and what was to be opened meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from rbb_editor.gui.main_window import MainWindow


class Opening(QObject):
    """One after the other: until it is open, or given up, no window is closed and nothing else is opened.

    What another window makes meanwhile, a new report or a copy, is under way within it: both have to end.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._under_way: list[Path] = []
        self._later: dict[Path, MainWindow] = {}

    @property
    def under_way(self) -> bool:
        """Whether a file is being opened or made."""
        return bool(self._under_way)

    def put_off(self, path: Path, window: "MainWindow") -> None:
        """Opens a file when the way is free; not one that is being opened: its user is impatient."""
        if path.absolute() not in self._under_way:
            self._later[path] = window

    @contextmanager
    def of(self, path: Path) -> Iterator[None]:
        """While a file is being opened or made."""
        self._under_way.append(path.absolute())
        try:
            yield
        finally:
            self._under_way.pop()
            if not self._under_way:
                self._open_later()

    def _open_later(self) -> None:
        later, self._later = self._later, {}
        for each, window in later.items():
            QTimer.singleShot(0, window, partial(window.files.open_path, each, calm=True))
