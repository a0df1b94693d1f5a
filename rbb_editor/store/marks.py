"""What tells a file from all others, whatever it is called: it may have several names."""

import os
from pathlib import Path

Mark = tuple[int, int]
"""The drive, and the number of the file on it."""


def mark_of(path: Path) -> Mark | None:
    """The mark of the file that a path, or a link, leads to; None where there is none, or on a drive that numbers no
    files. May wait for its drive.
    """
    try:
        status = path.stat()
    except OSError:  # said by who opens it
        return None
    return marked(status) if status.st_ino else None


def marked(status: os.stat_result) -> Mark:
    """The mark of a file of this status."""
    return status.st_dev, status.st_ino
