"""What can still be read of a damaged file, written into a new one."""

from datetime import UTC, datetime
from pathlib import Path

from rbb_editor import store
from rbb_editor.store import Entry


def salvage(path: Path, target: Path, *, author: str) -> None:
    """Recovers `path` into the new file `target`; the damaged file is not touched. UserError where that fails."""
    store.salvage(path, target, Entry(author, datetime.now(UTC)))
