"""A report out of its tables, every row verified by its checksum and all rows together by the state in the journal."""

import sqlite3
from typing import Any

from rbb_editor.collector import many_values
from rbb_editor.domain.report import Conflict, Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.progress import Progress, part, silent, tracked
from rbb_editor.store import rows, schema
from rbb_editor.store.checksum import of_bytes, summer
from rbb_editor.store.codec import unpack_label
from rbb_editor.store.connect import Damage
from rbb_editor.store.journal import KINDS, Record
from rbb_editor.store.rows import time_of

_RECORDS = schema.journal.select(but="change")
_CHANGES = "SELECT change, change_checksum FROM journal"
_SHAPES = {shape[:-1] for shape in schema.shapes(schema.journal)}
_STATE = schema.journal.names.index("state")
_sum_record = summer("journal")


def read_report(raw: sqlite3.Connection, *, verify: bool = True, progress: Progress = silent) -> tuple[Report, int]:
    """The report and the state of its rows: the checksums of all of them, combined.

    Raises Damage. `verify` False takes rows as they are: those of a newer version have columns we do not know.
    """
    state = 0
    tables: dict[str, list[tuple[object, ...]]] = {}
    try:
        with many_values():
            reading = part(progress, 0.0, 0.6)
            for at, table in enumerate(schema.ENTITY_TABLES):
                share = part(reading, at / len(schema.ENTITY_TABLES), (at + 1) / len(schema.ENTITY_TABLES))
                found, state_of_table = _rows(raw, table, verify=verify, progress=share)
                tables[table.name] = found
                state ^= state_of_table
            total = sum(map(len, tables.values()))
            return Report(tracked(rows.entities_of(tables), part(progress, 0.6, 1.0), total=total)), state
    except (rows.Unreadable, Conflict) as error:
        raise Damage(Text.of(N_("it holds a row that RBB Editor never writes: {detail}"), detail=str(error))) from error


def read_sound_report(raw: sqlite3.Connection, progress: Progress = silent) -> Report:
    """The report, if it is what the last record of the journal left behind. Raises Damage."""
    report, state = read_report(raw, progress=progress)
    if read_last(raw)[1] != state:
        raise Damage(Text.of(N_("rows of it are missing or come from an earlier state")))
    return report


def _rows(
    raw: sqlite3.Connection, table: schema.Table, *, verify: bool, progress: Progress
) -> tuple[list[tuple[object, ...]], int]:
    """All rows of a table without their checksums, and these combined."""
    shapes = schema.shapes(table)
    sum_row = summer(table.name)
    state = 0
    kept: list[tuple[object, ...]] = []
    count = raw.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0]  # noqa: S608  (our name)
    for row in tracked(raw.execute(table.select()), progress, total=count):
        if tuple(map(type, row)) not in shapes:
            raise Damage(Text.of(N_("it holds a value of the wrong kind in “{table}”"), table=table.name))
        content, checksum = row[:-1], row[-1]
        if verify and sum_row(content) != checksum:
            raise Damage(Text.of(N_("a row of “{table}” is not what was written"), table=table.name))
        state ^= checksum
        kept.append(content)
    return kept, state


def read_last(raw: sqlite3.Connection) -> tuple[int, int]:
    """The seq of the last record of the journal and the state of all rows after it. Raises Damage."""
    row = raw.execute(f"{_RECORDS} ORDER BY seq DESC LIMIT 1").fetchone()
    if row is None:
        raise Damage(Text.of(N_("its journal is empty")))
    return _record(row).seq, row[_STATE]


def read_records(raw: sqlite3.Connection, limit: int | None = None, before: int | None = None) -> list[Record]:
    """Records in order: the last `limit` of those before the seq `before`. Raises Damage."""
    statement, values = _RECORDS, []
    if before is not None:
        statement += " WHERE seq < ?"
        values.append(before)
    statement += " ORDER BY seq"
    if limit is not None:
        statement += " DESC LIMIT ?"
        values.append(limit)
    found = [_record(row) for row in raw.execute(statement, values)]
    if limit is not None:
        found.reverse()
    first = found[0].seq if found and limit is not None else 1
    if [record.seq for record in found] != list(range(first, first + len(found))):
        raise Damage(Text.of(N_("a record of its journal is missing")))
    return found


def read_change(raw: sqlite3.Connection, seq: int) -> tuple[Text, bytes]:
    """The label and the packed change of a record. KeyError for none, Damage."""
    row = raw.execute(f"{_RECORDS} WHERE seq = ?", (seq,)).fetchone()
    if row is None:
        raise KeyError(seq)
    label = _record(row).label
    change, checksum = raw.execute(f"{_CHANGES} WHERE seq = ?", (seq,)).fetchone()
    _verify_change(change, checksum)
    return label, change


def read_size(raw: sqlite3.Connection, seq: int) -> int:
    """How many bytes the packed change of a record takes, which is not read for that. KeyError for none."""
    row = raw.execute("SELECT length(change) FROM journal WHERE seq = ?", (seq,)).fetchone()
    if row is None:
        raise KeyError(seq)
    size: int = row[0]
    return size


def verify_journal(raw: sqlite3.Connection) -> None:
    """Reads every record with its change. Raises Damage."""
    read_records(raw)
    for change, checksum in raw.execute(f"{_CHANGES} ORDER BY seq"):
        _verify_change(change, checksum)


def _verify_change(change: object, checksum: int) -> None:
    if not isinstance(change, bytes) or of_bytes(change) != checksum:
        raise Damage(Text.of(N_("a change in its journal is not what was written")))


def _record(row: tuple[Any, ...]) -> Record:
    if tuple(map(type, row)) not in _SHAPES or _sum_record(row[:-1]) != row[-1]:
        raise Damage(Text.of(N_("a record of its journal is not what was written")))
    seq, time, author, kind, refers, label, *_ = row
    if kind not in KINDS:
        raise Damage(Text.of(N_("a record of its journal is not what was written")))
    try:
        return Record(seq, time_of(time), author, kind, refers, unpack_label(label))
    except rows.Unreadable as error:
        raise Damage(Text.of(N_("a record of its journal is not readable"))) from error
