"""Making a new file and opening one, with everything that must be true before the first change."""

import os
import sqlite3
from pathlib import Path

from sqlalchemy import Engine

from rbb_editor.domain.change import Change, Pair
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.store import admission, backups, codec, lock, migrations, reading, recovery, schema
from rbb_editor.store.connect import (
    Damage,
    connect,
    connect_memory,
    connect_reading,
    engine_of,
    for_writing,
    many_values,
    told,
)
from rbb_editor.store.durable import disk_errors, replacing
from rbb_editor.store.errors import Damaged, Exists, IsFolder, Missing, NewerVersion, NotWritable
from rbb_editor.store.file import Store
from rbb_editor.store.journal import CREATED, Entry
from rbb_editor.store.writing import Writes, write_record


def create(path: Path, report: Report, entry: Entry, *, label: Text | None, replace: bool, holder: str) -> Store:
    """See `rbb_editor.store.create`."""
    path = path.absolute()
    _check_place(path, replace=replace)
    held = lock.acquire(path, holder)
    try:
        _check_place(path, replace=replace)
        with replacing(path) as draft, many_values():
            _fill(draft, path, report, entry, label or CREATED)
        with told(path):
            raw = connect(path, read_only=False)
            return Store(path, raw, engine_of(raw), held, None, schema.VERSION)
    except BaseException:
        held.release()
        raise


def _check_place(path: Path, *, replace: bool) -> None:
    if path.is_dir():
        raise IsFolder(path)
    if path.exists() and not replace:
        raise Exists(path)
    if not path.parent.is_dir():
        raise Missing(path.parent)


def _fill(draft: Path, path: Path, report: Report, entry: Entry, label: Text) -> None:
    """Writes a whole new file; it is nobody's yet, so the disk is waited for once, at the end."""
    content = Change(label, tuple(Pair(None, entity) for entity in report.entities()))
    writes = Writes.of(content)
    packed = codec.pack(content)
    with told(path):
        raw = connect(draft, read_only=False)
        try:
            raw.execute("PRAGMA synchronous=OFF")
            raw.execute("PRAGMA journal_mode=MEMORY")
            engine = for_writing(engine_of(raw))
            raw.execute(f"PRAGMA application_id={schema.APPLICATION_ID}")
            raw.execute(f"PRAGMA user_version={schema.VERSION}")
            with engine.begin() as connection:
                schema.metadata.create_all(connection, checkfirst=False)
                writes.execute(connection)
                write_record(connection, 1, entry, "create", label, writes.state, packed)
            engine.dispose()
        finally:
            raw.close()


def open_file(path: Path, *, read_only: bool, take_over: bool, holder: str) -> Store:
    """See `rbb_editor.store.open_file`."""
    path = path.absolute()
    try:
        admission.check_header(path)
        if read_only:
            return _open(path, None)
        if not os.access(path, os.W_OK):
            raise NotWritable(path)
        held = lock.acquire(path, holder, take_over=take_over)
        try:
            return _open(path, held)
        except BaseException:
            held.release()
            raise
    except Damage as damage:
        raise Damaged(path, damage.what, recovery.look(path).outputs) from damage


def salvage(path: Path, target: Path, entry: Entry) -> recovery.Salvage:
    """See `rbb_editor.store.salvage`."""
    if not path.is_file():
        admission.check_header(path)
    with disk_errors(path):
        found = recovery.look(path)
    label = Text.of(N_("Recovered from {name}"), name=path.name)
    create(target, found.report, entry, label=label, replace=False, holder="").close()
    return found


def _open(path: Path, held: lock.Lock | None) -> Store:
    with told(path, opening=True):
        raw = connect_reading(path) if held is None else connect(path, read_only=False)
        try:
            if held is not None:
                raw.execute("PRAGMA journal_mode=DELETE").close()
            engine = engine_of(raw)
            with engine.begin() as connection:
                version = admission.version_of(connection)
                admission.check_structure(connection)
            if held is not None and path.with_name(f"{path.name}-journal").exists():
                _clear_journal(engine, version)
            if version > schema.VERSION:
                report = _read_newer(path, engine, version, writable=held is not None)
                return Store(path, raw, engine, held, report, version)
            if version < schema.VERSION:
                raw, engine = _bring_up(path, raw, engine, version, writable=held is not None)
            with engine.begin() as connection:
                admission.check_schema(path, connection)
                report = reading.read_sound_report(connection)
            return Store(path, raw, engine, held, report, schema.VERSION)
        except BaseException:
            raw.close()
            raise


def _clear_journal(engine: Engine, version: int) -> None:
    """Removes what a killed program left beside the file: a journal in which nothing stands yet, so that SQLite did not

    roll it back. The next transaction takes it away; this one changes nothing.
    """
    with for_writing(engine).begin() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version={version}")


def _read_newer(path: Path, engine: Engine, version: int, *, writable: bool) -> Report:
    """What we understand of a later version's file."""
    with engine.begin() as connection:
        admission.check_newer(path, connection, version)
        if writable:
            raise NewerVersion(path, version)
        try:
            return reading.read_report(connection, verify=False)[0]
        except Damage as damage:
            raise NewerVersion(path, version, readable=False) from damage


def _bring_up(
    path: Path, raw: sqlite3.Connection, engine: Engine, version: int, *, writable: bool
) -> tuple[sqlite3.Connection, Engine]:
    """Takes an earlier version's file to today's, after a backup. One that may not be written is taken there in memory,

    and the connection to that is given back.
    """
    with engine.begin() as connection:
        admission.check_old(path, connection, version)
    if writable:
        backups.make(raw, path, f"version-{version}", verify=False)
    else:
        copied = connect_memory()
        raw.backup(copied)
        raw.close()
        raw, engine = copied, engine_of(copied)
    migrations.migrate(for_writing(engine), version, schema.VERSION)
    return raw, engine
