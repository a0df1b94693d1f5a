"""An open report file: reading it, and writing one change after another into it."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Self

from rbb_editor.domain.change import Change
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.progress import Cancelled, Progress, part, silent
from rbb_editor.store import codec, reading, schema
from rbb_editor.store.connect import Damage, told, transaction
from rbb_editor.store.durable import disk_errors
from rbb_editor.store.errors import ChangedElsewhere, DamagedWhileOpen, Moved, OpenedReadOnly
from rbb_editor.store.journal import Entry, Record
from rbb_editor.store.lock import Lock
from rbb_editor.store.marks import Mark, marked
from rbb_editor.store.rows import Unreadable

if TYPE_CHECKING:
    from sqlalchemy import Engine


class Store:
    """A report file that is open: made by `create` and `open_file`. May be used from several threads.

    Every error is a sentence, after which the store is usable and the file is as it was before the call. Exceptions
    of other kinds are bugs of the caller: Conflict for a change that does not fit the file, ValueError for a value
    that could not be read back.
    """

    def __init__(
        self,
        path: Path,
        raw: sqlite3.Connection,
        lock: Lock | None,
        report: Report | None,
        version: int,
        was_of: int | None = None,
    ) -> None:
        """On a verified file; `report` is what was read at that, to be given out by the first `load`.

        `was_of`: its version before it was opened, where that is known.
        """
        self.path = path
        self.version = version
        self._was_of = was_of
        self._raw = raw
        self._engine: Engine | None = None
        self._lock = lock
        self._loaded: Report | None = report
        self._status = path.stat()
        self._data_version = self._read_data_version()
        self._guard = RLock()

    @property
    def read_only(self) -> bool:
        """Whether changes are refused."""
        return self._lock is None

    @property
    def mark(self) -> Mark:
        """What tells the file, as it was opened, from all others."""
        return marked(self._status)

    @property
    def brought_up(self) -> bool:
        """Whether opening it has changed the file, which was of an earlier version."""
        return not self.read_only and self._was_of not in (None, self.version)

    @property
    def changed_elsewhere(self) -> bool:
        """Whether another program has written into the file since it was opened. Raises DiskFailed, …"""
        with self._told():
            return self._read_data_version() != self._data_version

    def load(self) -> Report:
        """The report in the file, every row verified. Raises Damaged."""
        with self._told():
            report, self._loaded = self._loaded, None
            if report is None:
                with transaction(self._raw) as raw:
                    if self._is_ours():
                        report = reading.read_sound_report(raw)
                    else:
                        report, _ = reading.read_report(raw, verify=False)
            return report

    def commit(self, change: Change, entry: Entry, earlier: bytes | None = None, progress: Progress = silent) -> int:
        """Writes a change and its record in one transaction; it is on the disk when this returns its seq.

        `earlier`: what an earlier report says that the change refers to (`pack_earlier`), where it is not kept yet.
        `progress` may raise Cancelled: then nothing is written.
        Raises OpenedReadOnly, Moved, TakenOver, ChangedElsewhere, DamagedWhileOpen, DiskFull, DiskFailed, NotWritable,
        Busy; Conflict when the file does not hold what the change starts from.
        """
        from rbb_editor.store import core, kept, writing

        with self._told(step=True):
            self._check_ours()
            self._loaded = None
            writes = writing.Writes.of(change, part(progress, 0.0, 0.3))
            packed = codec.pack(change, part(progress, 0.3, 0.5))
            if self._engine is None:
                self._engine = core.engine_of(self._raw)
            with core.written(self._engine) as connection:
                if self._read_data_version() != self._data_version:
                    raise ChangedElsewhere(self.path)
                last, state = reading.read_last(self._raw)
                writes.execute(connection, part(progress, 0.5, 1.0))
                if earlier is not None:
                    kept.write(connection, [earlier])
                state ^= writes.state
                writing.write_record(connection, last + 1, entry, entry.kind, change.label, state, packed)
            return last + 1

    def journal(self, limit: int | None = None, before: int | None = None) -> list[Record]:
        """The records of the journal, oldest first: only the last `limit` of them, of those before the seq `before`.

        Those of a newer version's file are not read.
        """
        if not self._is_ours():
            return []
        with self._told(), transaction(self._raw) as raw:
            return reading.read_records(raw, limit, before)

    def size_of(self, seq: int) -> int:
        """How many bytes a record takes in the file, packed; KeyError for none."""
        with self._told(step=True), transaction(self._raw) as raw:
            return reading.read_size(raw, seq)

    def change_of(self, seq: int, progress: Progress = silent) -> Change:
        """What a record changed; the first record, the making of the file, added everything. KeyError, Damaged."""
        with self._told(step=True):
            with transaction(self._raw) as raw:
                label, packed = reading.read_change(raw, seq)
            try:
                return codec.unpack(label, packed, progress)
            except Unreadable as error:
                raise Damage(Text.of(N_("a change in its journal is not readable"))) from error

    def earlier(self, key: str) -> Report | None:
        """What is kept of an earlier report, by the key of its content; None for none. Raises Damaged."""
        from rbb_editor.store import kept

        if self.version < 3:
            return None
        with self._told():
            try:
                with transaction(self._raw) as raw:
                    packed = kept.read(raw, key)
                return codec.unpack_report(packed)
            except KeyError:
                return None
            except Unreadable as error:
                raise Damage(Text.of(N_("the earlier report in it is not what was written"))) from error

    def backup(self, reason: str, progress: Progress = silent) -> Path:
        """A verified copy among the user's backups; of older ones the latest `backups.KEPT` stay.

        `reason` is a word for the file's name ("import", "merge"). Raises DiskFull, NotWritable, Damaged, …
        """
        from rbb_editor.store import backups

        with self._told():
            return backups.make(self._raw, self.path, reason, verify=self._is_ours(), progress=progress)

    @contextmanager
    def backed_up(self, reason: str, progress: Progress = silent) -> Iterator[None]:
        """Makes a backup for what is done in the block; where that is cancelled, the backup goes again."""
        made = self.backup(reason, progress)
        try:
            yield
        except Cancelled:
            with suppress(OSError):  # a file more among the backups harms nobody
                made.unlink()
            raise

    def save_copy(self, path: Path, progress: Progress = silent) -> None:
        """Writes the report with its journal to another file, whole or not at all; an existing one is replaced.

        Works also where the file of this store was deleted. Raises Locked when someone works on the other file.
        """
        from rbb_editor.store import backups

        with self._told():
            backups.save_copy(self._raw, self.path, path, verify=self._is_ours(), progress=progress)

    def verify(self) -> None:
        """Reads everything in the file, the journal too. Raises Damaged."""
        from rbb_editor.store import backups

        with self._told(), transaction(self._raw) as raw:
            backups.check_all(raw)

    def close(self) -> None:
        """Lets the file go: no other file is left beside it. May be called twice."""
        with self._guard:
            self._raw.close()
            if self._lock is not None:
                self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _told(self, *, step: bool = False) -> Iterator[None]:
        """Errors as sentences. `step`: of somebody who sees the report, which is whole whatever the file is now."""
        with self._guard:
            try:
                with told(self.path):
                    yield
            except Damage as damage:
                if step:
                    raise DamagedWhileOpen(self.path, damage.what) from damage
                from rbb_editor.store import recovery

                raise recovery.damaged(self.path, damage) from damage

    def _is_ours(self) -> bool:
        """Whether the file is of this version, whose columns are all known."""
        return self.version == schema.VERSION

    def _check_ours(self) -> None:
        """Raises when the file must not or cannot be written by us any more."""
        if self._lock is None:
            raise OpenedReadOnly(self.path)
        with disk_errors(self.path):
            try:
                same = os.path.samestat(self._status, self.path.stat())
            except (FileNotFoundError, NotADirectoryError):
                same = False
            if not same:
                raise Moved(self.path)
            self._lock.check(self.path)

    def _read_data_version(self) -> int:
        """A number that changes when another connection has written into the file."""
        value: int = self._raw.execute("PRAGMA data_version").fetchone()[0]
        return value
