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
    """One after the other: until it is open, or given up, no window is closed and nothing else is opened."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._later: dict[Path, MainWindow] = {}

    @property
    def under_way(self) -> bool:
        """Whether a file is being opened or made."""
        return self._path is not None

    def put_off(self, path: Path, window: "MainWindow") -> None:
        """Opens a file when the way is free; not the one that is being opened: its user is impatient."""
        if path.absolute() != self._path:
            self._later[path] = window

    @contextmanager
    def of(self, path: Path) -> Iterator[None]:
        """While a file is being opened or made."""
        self._path = path.absolute()
        try:
            yield
        finally:
            self._path = None
            later, self._later = self._later, {}
            for each, window in later.items():
                QTimer.singleShot(0, window, partial(window.files.open_path, each, calm=True))
