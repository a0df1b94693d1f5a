"""The lock against a second writer: a small file beside the report while it is open for writing.

Two things in one. Its **content** says who works on the report, readable from every computer that sees the folder, also
where the network drive passes no locks on. The **operating system's lock** on it says whether that process still
lives: the system drops it at a crash, so a left-over file of this computer is taken over without a question, and two
processes that race are decided by the system. The report file itself is not locked this way: SQLite's own locks on it
would be lost when the second handle is closed.

The file is `.~lock.NAME#`, as LibreOffice names it, which synchronisers know to leave alone; it is removed at close.
A file that has several names (hard links) has a second lock, by its number on the drive, among the user's own data: of
two names neither knows the other.
"""

import getpass
import os
import sys
import time
from datetime import UTC, datetime
from json import JSONDecodeError, dumps, loads
from pathlib import Path

from msgspec import Struct

from rbb_editor.store.data_folder import data_folder
from rbb_editor.store.durable import disk_errors
from rbb_editor.store.errors import Locked, TakenOver

SETTLING = 0.3
"""Seconds in which a process that has just won the race writes its name."""


class Holder(Struct, frozen=True):
    """Who holds a lock; all empty where the file says nothing readable."""

    user: str = ""
    host: str = ""
    pid: int = 0
    since: datetime | None = None


class Lock:
    """A lock that this process holds; see `acquire`. `second`: of a file that has several names."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self.path = path
        self.second: Lock | None = None
        self._descriptor = descriptor

    def check(self, report: Path) -> None:
        """Raises TakenOver when someone has taken the lock away."""
        if not _is_at(self._descriptor, self.path):
            holder = read_holder(self.path)
            raise TakenOver(report, holder.user, holder.host)
        if self.second is not None:
            self.second.check(report)

    def release(self) -> None:
        """Lets the report go and removes the file, if it is still ours. May be called twice."""
        if self.second is not None:
            self.second.release()
        if self._descriptor < 0:
            return
        descriptor, self._descriptor = self._descriptor, -1
        try:
            if not _is_at(descriptor, self.path):
                return
            if os.name == "nt":  # an open file cannot be removed there
                os.close(descriptor)
                descriptor = -1
            self.path.unlink(missing_ok=True)
        except OSError:  # the drive is gone or read-only by now: who opens the report next finds nobody alive
            return
        finally:
            if descriptor >= 0:
                os.close(descriptor)


def lock_path(report: Path) -> Path:
    """Where the lock file of a report lies."""
    return report.with_name(f".~lock.{report.name}#")


def acquire(report: Path, holder: str = "", *, take_over: bool = False) -> Lock:
    """Takes the lock of a report under the name `holder` (default: the account's name).

    `report`: the file itself, no link to it. Raises Locked with what is known of the present holder, unless the lock is
    to be taken over; NotWritable where the folder may not be written.
    """
    lock = _acquire(report, lock_path(report), holder, take_over=take_over)
    try:
        if (second := _second_path(report)) is not None:
            lock.second = _acquire(report, second, holder, take_over=take_over)
    except BaseException:
        lock.release()
        raise
    return lock


def _second_path(report: Path) -> Path | None:
    """Where the second lock of a report lies; None for one of a single name, and for a user who has no folder."""
    try:
        status = report.stat()
        if status.st_nlink < 2:
            return None
        folder = data_folder() / "locks"
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder / f"{status.st_dev:x}-{status.st_ino:x}.lock"


def _acquire(report: Path, path: Path, holder: str, *, take_over: bool) -> Lock:
    """Takes the lock of a report that lies at `path`; see `acquire`."""
    with disk_errors(report):
        while True:
            descriptor = _open(path)
            lock = Lock(path, descriptor)
            if descriptor >= 0 and (free := _try_lock(descriptor)) is not False and _is_at(descriptor, path):
                present = read_holder(path)
                if take_over or not _lives(present, free):
                    try:
                        _write(descriptor, holder)
                    except OSError:  # a full disk: who comes next must not take us for somebody at work
                        lock.release()
                        raise
                    return lock
                os.close(descriptor)
                raise _locked(report, present)
            raced = descriptor >= 0 and not _is_at(descriptor, path)
            if descriptor >= 0:
                os.close(descriptor)
            if raced:
                continue
            if not take_over and (descriptor >= 0 or _lives(_named(path), None)):
                raise _locked(report, _named(path))
            path.unlink(missing_ok=True)  # the former holder notices at its next change


def _open(path: Path) -> int:
    """A descriptor of the lock file, made where there is none; -1 for one of another user that we may not write."""
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o644)
    except PermissionError:
        if path.exists():
            return -1
        raise


def _lives(present: Holder, free: bool | None) -> bool:
    """Whether a named holder may still be at work: `free` says what the system knows of its lock, None nothing."""
    if not present.host:
        return False
    if present.host != _host():
        return True
    return free is None and _process_lives(present.pid)


def _process_lives(pid: int) -> bool:
    if os.name == "nt" or pid <= 0:  # os.kill ends the process there
        return pid > 0
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _locked(report: Path, present: Holder) -> Locked:
    return Locked(report, present.user, present.host, present.since, present.pid or None)


def _named(path: Path) -> Holder:
    """The holder of a lock that is taken; waits for a moment where the name is only being written."""
    end = time.monotonic() + SETTLING
    while not (holder := read_holder(path)).host and time.monotonic() < end:
        time.sleep(0.01)
    return holder


def read_holder(path: Path) -> Holder:
    """What a lock file says; an empty holder for one that is not there or says nothing readable."""
    try:
        data = loads(path.read_bytes()[:2000])
        user, host, pid = str(data["user"]), str(data["host"]), int(data["pid"])
        return Holder(user, host, pid, datetime.fromisoformat(data["since"]))
    except (OSError, JSONDecodeError, UnicodeDecodeError, ValueError, TypeError, KeyError):
        return Holder()


def _write(descriptor: int, holder: str) -> None:
    data = {
        "user": holder or account(),
        "host": _host(),
        "pid": os.getpid(),
        "since": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, dumps(data).encode())
    os.fsync(descriptor)


def account() -> str:
    """The name of the account, or its number where the system knows no name."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return str(os.getuid()) if hasattr(os, "getuid") else ""


def _is_at(descriptor: int, path: Path) -> bool:
    """Whether a descriptor is of the file that is at `path` now."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except (FileNotFoundError, NotADirectoryError):
        return False


if sys.platform == "win32":
    import msvcrt
    import socket

    FAR = 1 << 30
    """The byte that is locked: beyond the content, which others must be able to read."""

    def _host() -> str:
        """The name of this computer."""
        return socket.gethostname()

    def _try_lock(descriptor: int) -> bool | None:
        """Asks the system for the lock: True, False where another process holds it."""
        os.lseek(descriptor, FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _host() -> str:
        """The name of this computer (as `socket` says it, whose import is slow)."""
        return os.uname().nodename

    def _try_lock(descriptor: int) -> bool | None:
        """Asks the system for the lock: True, False where another process holds it, None where it cannot tell."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a drive without locks
            return None
        return True
