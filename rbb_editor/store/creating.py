"""Making a new file: of a report, or of what can be read of a damaged file."""

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from rbb_editor.collector import many_values
from rbb_editor.domain.change import Change, Pair
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.progress import Progress, part, silent
from rbb_editor.store import admission, codec, core, kept, lock, recovery, schema
from rbb_editor.store.connect import connect, connect_memory, told
from rbb_editor.store.durable import check_folder, check_length, disk_errors, named, replacing
from rbb_editor.store.errors import Exists, IsFolder, Missing
from rbb_editor.store.file import Store
from rbb_editor.store.journal import CREATED, Entry
from rbb_editor.store.writing import Writes, write_record


def create(
    path: Path,
    report: Report,
    entry: Entry,
    *,
    label: Text | None,
    replace: bool,
    holder: str,
    contents: Sequence[bytes] = (),
    progress: Progress = silent,
) -> Store:
    """See `rbb_editor.store.create`."""
    if report.earlier is not None and report.earlier.content not in map(kept.key_of, contents):
        raise ValueError("what the earlier report says is not at hand")
    path = path.absolute()
    _check_place(path, replace=replace)
    held = lock.acquire(named(path), holder)
    try:
        _check_place(path, replace=replace)
        with replacing(path) as draft, many_values():
            _fill(draft, path, report, entry, label or CREATED, contents, progress)
        with told(path):
            raw = connect(path, read_only=False)
            return Store(path, raw, held, None, schema.VERSION)
    except BaseException:
        held.release()
        raise


def _check_place(path: Path, *, replace: bool) -> None:
    check_length(path)
    with disk_errors(path):
        if path.is_dir():
            raise IsFolder(path)
        if path.exists() and not replace:
            raise Exists(path)
        if not path.parent.is_dir():
            raise Missing(path.parent)
        check_folder(path)


def _fill(
    draft: Path,
    path: Path,
    report: Report,
    entry: Entry,
    label: Text,
    contents: Sequence[bytes],
    progress: Progress,
) -> None:
    """Writes a whole new file; it is nobody's yet, so the disk is waited for once, at the end."""
    with told(path):
        raw = connect(draft, read_only=False)
        try:
            raw.execute("PRAGMA synchronous=OFF")
            raw.execute("PRAGMA journal_mode=MEMORY")
            _write_whole(raw, report, entry, label, contents, progress)
        finally:
            raw.close()


def _write_whole(
    raw: sqlite3.Connection,
    report: Report,
    entry: Entry,
    label: Text,
    contents: Sequence[bytes] = (),
    progress: Progress = silent,
) -> None:
    """The tables, all rows and the first record, into an empty database."""
    content = Change(label, tuple(Pair(None, entity) for entity in report.entities()))
    writes = Writes.of(content, part(progress, 0.0, 0.3))
    packed = codec.pack(content, part(progress, 0.3, 0.5))
    raw.execute(f"PRAGMA application_id={schema.APPLICATION_ID}")
    raw.execute(f"PRAGMA user_version={schema.VERSION}")
    with core.written(core.engine_of(raw)) as connection:
        for definition in schema.definitions().values():
            connection.exec_driver_sql(definition)
        writes.execute(connection, part(progress, 0.5, 1.0))
        kept.write(connection, contents)
        write_record(connection, 1, entry, "create", label, writes.state, packed)


def rehearse() -> None:
    """Writes an empty report in memory, for nothing but what Python and SQLAlchemy load at that."""
    raw = connect_memory()
    try:
        _write_whole(raw, Report(), Entry("", datetime.now(UTC)), CREATED)
    finally:
        raw.close()


def salvage(path: Path, target: Path, entry: Entry, progress: Progress) -> recovery.Salvage:
    """See `rbb_editor.store.salvage`."""
    if not path.is_file():
        admission.check_header(path)
    with disk_errors(path):
        found = recovery.look(path, part(progress, 0.0, 0.5))
    label = Text.of(N_("Recovered from {name}"), name=path.name)
    create(
        target,
        found.report,
        entry,
        label=label,
        replace=False,
        holder="",
        contents=found.contents,
        progress=part(progress, 0.5, 1.0),
    ).close()
    return found
