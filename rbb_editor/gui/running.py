"""One program for each user and screen: a second start hands its files to the first one and ends.

Only files and a lock of the system are used: the first program holds the lock and watches a folder; a second one puts
there what it was to open, and waits until it is taken.
"""

import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic, sleep

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject

from rbb_editor.domain.digest import blake2b

PATIENCE = 1.5
"""Seconds that a second start waits for the first program to take its files; then it opens them itself."""
REQUEST = ".request"


class Running:
    """The place of the program that runs in `folder` (made when needed), for one screen."""

    def __init__(self, folder: Path, screen: str = "") -> None:
        self._folder = folder / f"running-{blake2b(screen.encode()).hexdigest()[:8]}"
        self._lock: QLockFile | None = None
        self._watcher: QFileSystemWatcher | None = None

    def is_first(self) -> bool:
        """Whether no other program runs there; then this one does from now on. A folder that cannot be made: True."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError:  # no folder of one's own to be found in: every start is the first
            return True
        lock = QLockFile(str(self._folder / "lock"))
        lock.setStaleLockTime(0)
        if lock.tryLock(0):
            self._lock = lock
            return True
        return lock.error() is not QLockFile.LockError.LockFailedError

    def hand_over(self, paths: Sequence[Path], patience: float = PATIENCE) -> bool:
        """Asks the first program to open `paths` (none: to come forward); False where it does not answer."""
        request = self._folder / f"{os.getpid()}{REQUEST}"
        draft = request.with_suffix(".part")
        try:
            draft.write_text(json.dumps([str(path.absolute()) for path in paths]), encoding="utf-8")
            draft.replace(request)
        except OSError:  # a full disk: this program opens them itself
            return False
        end = monotonic() + patience
        while monotonic() < end:
            if not request.exists():
                return True
            sleep(0.02)
        try:
            request.unlink()
        except FileNotFoundError:
            return True
        return False

    def listen(self, take: Callable[[list[Path]], object], parent: QObject) -> None:
        """Calls `take` with what each further start was to open."""
        if self._lock is None:
            return
        self._watcher = QFileSystemWatcher([str(self._folder)], parent)
        self._watcher.directoryChanged.connect(lambda _folder: self._take(take))
        self._take(take)

    def _take(self, take: Callable[[list[Path]], object]) -> None:
        for request in sorted(self._folder.glob(f"*{REQUEST}")):
            try:
                asked = json.loads(request.read_text(encoding="utf-8"))
                request.unlink()
            except (OSError, ValueError):  # gone meanwhile, or not written by a program of ours
                continue
            take([Path(path) for path in asked if isinstance(path, str)] if isinstance(asked, list) else [])

    def end(self) -> None:
        """Lets the place go."""
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None


def screen_of(environ: "os._Environ[str] | dict[str, str]") -> str:
    """What tells the screens of one user apart: a window must not appear where the user does not sit."""
    return " ".join(environ.get(name, "") for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_ID", "SESSIONNAME"))
