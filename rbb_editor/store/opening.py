"""Opening a file, with everything that must be true before the first change.

Nothing here writes but what brings an earlier version's file to today's, and nothing imports SQLAlchemy but that.
"""

import os
import sqlite3
from pathlib import Path

from rbb_editor.domain.report import Report
from rbb_editor.progress import Progress, part, silent
from rbb_editor.store import admission, lock, reading, schema
from rbb_editor.store.connect import (
    WRITING,
    Damage,
    beside,
    connect,
    connect_memory,
    connect_reading,
    told,
    transaction,
)
from rbb_editor.store.durable import disk_errors, read_through
from rbb_editor.store.errors import NewerVersion, NotWritable
from rbb_editor.store.file import Store


def open_file(path: Path, *, read_only: bool, take_over: bool, holder: str, progress: Progress) -> Store:
    """See `rbb_editor.store.open_file`."""
    path = path.absolute()
    try:
        admission.check_header(path)
        if read_only:
            return _open(path, None, progress)
        if not os.access(path, os.W_OK):
            raise NotWritable(path)
        held = lock.acquire(path.resolve(), holder, take_over=take_over)
        try:
            return _open(path, held, progress)
        except BaseException:
            held.release()
            raise
    except Damage as damage:
        from rbb_editor.store import recovery

        raise recovery.damaged(path, damage, progress) from damage


def _open(path: Path, held: lock.Lock | None, progress: Progress) -> Store:
    with disk_errors(path):
        read_through(path, part(progress, 0.0, 0.4))
    with told(path, opening=True):
        raw = connect_reading(path) if held is None else connect(path, read_only=False)
        try:
            if held is not None:
                raw.execute("PRAGMA journal_mode=DELETE").close()
            with transaction(raw):
                version = admission.version_of(raw)
                admission.check_structure(raw)
            if held is not None and beside(path.resolve(), "-journal").exists():
                _clear_journal(raw, version)
            if version > schema.VERSION:
                return Store(path, raw, held, _read_newer(path, raw, version, writable=held is not None), version)
            if version < schema.VERSION:
                raw = _bring_up(path, raw, version, part(progress, 0.4, 1.0), writable=held is not None)
                progress = silent  # the file is another one now: too late to leave it as it was
            with transaction(raw):
                admission.check_schema(path, raw)
                report = reading.read_sound_report(raw, part(progress, 0.4, 1.0))
            return Store(path, raw, held, report, schema.VERSION, was_of=version)
        except BaseException:
            raw.close()
            raise


def _clear_journal(raw: sqlite3.Connection, version: int) -> None:
    """Removes what a killed program left beside the file: a journal in which nothing stands yet, so that SQLite did not
    roll it back. The next transaction takes it away; this one changes nothing.
    """
    with transaction(raw, WRITING):
        raw.execute(f"PRAGMA user_version={version}").close()


def _read_newer(path: Path, raw: sqlite3.Connection, version: int, *, writable: bool) -> Report:
    """What we understand of a later version's file."""
    with transaction(raw):
        admission.check_newer(path, raw, version)
        if writable:
            raise NewerVersion(path, version)
        try:
            return reading.read_report(raw, verify=False)[0]
        except Damage as damage:
            raise NewerVersion(path, version, readable=False) from damage


def _bring_up(
    path: Path, raw: sqlite3.Connection, version: int, progress: Progress, *, writable: bool
) -> sqlite3.Connection:
    """Takes an earlier version's file to today's, after a backup. One that may not be written is taken there in memory,
    and the connection to that is given back.
    """
    from rbb_editor.store import backups, migrations

    with transaction(raw):
        admission.check_old(path, raw, version)
    if writable:
        backups.make(raw, path, f"version-{version}", verify=False, progress=progress)
    else:
        copied = connect_memory()
        raw.backup(copied)
        raw.close()
        raw = copied
    migrations.migrate(raw, version, schema.VERSION)
    return raw
