"""Verified copies of a report file.

Backups lie in the user's data folder, not beside the report: a report is mailed, synchronised and kept on shared
drives, where a folder of old versions would be in the way of others and be lost together with the file. All backups of
one report share a folder, also after it was renamed or moved: it is named after the making of the report.
"""

import re
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from rbb_editor.domain.digest import blake2b
from rbb_editor.progress import Progress, silent
from rbb_editor.store import kept, lock
from rbb_editor.store.admission import check_schema, check_structure
from rbb_editor.store.connect import connect, told, transaction
from rbb_editor.store.data_folder import data_folder
from rbb_editor.store.durable import check_folder, disk_errors, named, replacing
from rbb_editor.store.errors import Exists, IsFolder
from rbb_editor.store.reading import read_sound_report, verify_journal

KEPT = 20
"""How many backups of one report are kept beside the latest one."""
PAGES = 100
"""Pages of a file that are copied at a time: a cancel is heard in between."""


def folder_of(source: sqlite3.Connection) -> Path:
    """The folder with the backups of a report, known by the first record of its journal (in every version)."""
    made = source.execute("SELECT time, author FROM journal WHERE seq = 1").fetchone()
    mark = blake2b(repr(made).encode(), digest_size=4).hexdigest()
    return data_folder() / "backups" / mark


def make(source: sqlite3.Connection, path: Path, reason: str, *, verify: bool, progress: Progress = silent) -> Path:
    """A new backup of the file at `path`, named with a word for its reason; the oldest ones go.

    They go before: where the new one is not wanted after all, taking it away leaves what there was.
    """
    folder = folder_of(source)
    target = new_path(folder, path, reason)
    prune(folder)
    copy(source, target, verify=verify, progress=progress)
    return target


def new_path(folder: Path, path: Path, reason: str) -> Path:
    """The path of a new backup: when, of which file, why; short enough for any disk in any script."""
    with disk_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
    now = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    word = re.sub(r"[^\w-]+", "-", reason).strip("-")[:40] or "backup"
    return folder / f"{now} {path.stem[:50]} {word}.rbb"


def prune(folder: Path, kept: int = KEPT) -> None:
    """Removes the oldest backups."""
    with disk_errors(folder):
        for old in sorted(folder.glob("*.rbb"))[:-kept]:
            old.unlink(missing_ok=True)


def save_copy(
    source: sqlite3.Connection, path: Path, target: Path, *, verify: bool, progress: Progress = silent
) -> None:
    """A copy that the user asked for, in place of what is at `target`, if nobody works on that."""
    if target.is_dir():
        raise IsFolder(target)
    if target.exists() and path.exists() and target.samefile(path):
        raise Exists(target)
    check_folder(target)
    held = lock.acquire(named(target))
    try:
        copy(source, target, verify=verify, progress=progress)
    finally:
        held.release()


def copy(source: sqlite3.Connection, target: Path, *, verify: bool, progress: Progress = silent) -> None:
    """Writes what is behind `source` to `target`, verified, on the disk, whole or not at all.

    `verify` False leaves the checksums of a newer version's file unread. Raises DiskFull, NotWritable, DiskFailed,
    Damaged.
    """
    with replacing(target) as draft:
        with told(target):
            copied = connect(draft, read_only=False)
            try:
                copied.execute("PRAGMA synchronous=OFF")
                source.backup(copied, pages=PAGES, progress=lambda _, left, total: progress(total - left, total))
            finally:
                copied.close()
        _verify_copy(draft, target, verify=verify)


def _verify_copy(draft: Path, target: Path, *, verify: bool) -> None:
    raw = connect(draft, read_only=True)
    try:
        with told(target), transaction(raw):
            if verify:
                check_schema(target, raw)
                check_all(raw)
            else:
                check_structure(raw, thorough=True)
    finally:
        raw.close()


def check_all(raw: sqlite3.Connection) -> None:
    """Reads every page, row and record. Raises Damage."""
    check_structure(raw, thorough=True)
    read_sound_report(raw)
    verify_journal(raw)
    kept.verify(raw)
