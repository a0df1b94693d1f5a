"""Two starts at once must not set up the same environment: the second waits for the first."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes], *, wait: bool) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: IO[bytes], *, wait: bool) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold the right to change an environment's folder; the system takes it back when this process ends."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with folder.with_name(f"{folder.name}.lock").open("ab") as file:
        try:
            _take(file, wait=False)
        except (BlockingIOError, PermissionError):
            print("Another start is setting things up; waiting for it…", file=sys.stderr)
            _take(file, wait=True)
        yield
