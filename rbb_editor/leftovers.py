"""Hidden files that a killed program left where it was writing: they go when something is written beside them again."""

import os
import re
import sys
import time
from contextlib import suppress
from pathlib import Path

NAME = re.compile(r"(\.~lock\.)?\..+\.[0-9a-f]{8,12}\.(part|tmp|rbb#?)(-journal)?")
"""How the files are called into which something is written before it gets its name, and what lies beside them."""
SETTLED = 60
"""Seconds since the last write after which a file is looked at."""
FORGOTTEN = 86_400
"""The same where the drive cannot tell whether somebody still writes."""


def claim(descriptor: int) -> None:
    """Marks a hidden file as being written by this process, for as long as it is open; where the drive can do that."""
    if sys.platform != "win32":
        import fcntl

        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def sweep(folder: Path) -> None:
    """Removes what nobody writes any more. What cannot be looked at or removed stays."""
    with suppress(OSError):
        for each in [Path(entry) for entry in os.scandir(folder) if NAME.fullmatch(entry.name) and entry.is_file()]:
            with suppress(OSError):
                if _is_dead(each, time.time() - each.stat().st_mtime):
                    each.unlink()


def _is_dead(path: Path, age: float) -> bool:
    if age < SETTLED:
        return False
    if sys.platform == "win32":  # one that is open cannot be removed there
        return True
    import fcntl

    descriptor = os.open(path, os.O_RDWR)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a drive without locks
        return age > FORGOTTEN
    else:
        return True
    finally:
        os.close(descriptor)
