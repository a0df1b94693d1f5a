"""What can still be read of a damaged file, written into a new one."""

from datetime import UTC, datetime
from pathlib import Path

from rbb_editor import store
from rbb_editor.progress import Progress, silent
from rbb_editor.store import Entry


def salvage(path: Path, target: Path, *, author: str, progress: Progress = silent) -> None:
    """Recovers `path` into the new file `target`; the damaged file is not touched.

    UserError where that fails; Cancelled out of `progress`: then there is no new file.
    """
    store.salvage(path, target, Entry(author, datetime.now(UTC)), progress)
