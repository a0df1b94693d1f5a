"""Making a new file and opening one, with everything that must be true before the first change."""

import os
from pathlib import Path

from sqlalchemy import Engine

from rbb_editor.domain.change import Change
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import Text
from rbb_editor.store import admission, backups, codec, lock, migrations, reading, recovery, schema
from rbb_editor.store.connect import Damage, connect, engine_of, for_writing, told
from rbb_editor.store.durable import replacing
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
        with replacing(path) as draft:
            _fill(draft, path, report, entry, label or CREATED)
        return _open(path, held)
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
    writes = Writes.of_all(report.entities())
    packed = codec.pack(Change(label, ()))
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
        raise Damaged(path, damage.what, recovery.count_readable(path)) from damage


def _open(path: Path, held: lock.Lock | None) -> Store:
    with told(path):
        raw = connect(path, read_only=held is None)
        try:
            engine = engine_of(raw)
            version, report = _admit(path, engine, writable=held is not None)
            return Store(path, raw, engine, held, report, version)
        except BaseException:
            raw.close()
            raise


def _admit(path: Path, engine: Engine, *, writable: bool) -> tuple[int, Report]:
    """The version of the file and the report in it, after every check; an old version is brought up to date."""
    with engine.begin() as connection:
        version = admission.version_of(connection)
        admission.check_structure(connection)
        if version > schema.VERSION:
            admission.check_newer(path, connection, version)
            if writable:
                raise NewerVersion(path, version)
            return version, reading.read_report(connection, verify=False)[0]
    with engine.begin() as connection:
        admission.check_schema(path, connection)
        return version, reading.read_sound_report(connection)
