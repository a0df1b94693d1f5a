"""A report out of its tables, every row verified by its checksum and all rows together by the state in the journal."""

from typing import Any

from sqlalchemy import Connection, Row, Table, select

from rbb_editor.domain.report import Conflict, Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.store import rows, schema
from rbb_editor.store.checksum import of_bytes, summer
from rbb_editor.store.codec import unpack_label
from rbb_editor.store.connect import Damage, many_values
from rbb_editor.store.journal import KINDS, Record
from rbb_editor.store.rows import time_of

Journal = schema.journal.c
LISTED = [column for column in schema.journal.columns if column.name != "change"]
"""The columns of a record without the bytes of its change; the checksum is the last of them."""

_SELECTS = {table.name: select(table) for table in schema.ENTITY_TABLES}
_RECORDS = select(*LISTED).order_by(Journal.seq)
_LAST = select(*LISTED).order_by(Journal.seq.desc()).limit(1)
_SHAPES = {shape[:-1] for shape in schema.shapes(schema.journal)}
_CHANGE = select(Journal.change, Journal.change_checksum)
_sum_record = summer("journal")


def read_report(connection: Connection, *, verify: bool = True) -> tuple[Report, int]:
    """The report and the state of its rows: the checksums of all of them, combined.

    Raises Damage. `verify` False takes rows as they are: those of a newer version have columns we do not know.
    """
    state = 0
    tables: dict[str, list[tuple[object, ...]]] = {}
    try:
        with many_values():
            for table in schema.ENTITY_TABLES:
                found, part = _rows(connection, table, verify=verify)
                tables[table.name] = found
                state ^= part
            return Report(rows.entities_of(tables)), state
    except (rows.Unreadable, Conflict) as error:
        raise Damage(Text.of(N_("it holds a row that RBB Editor never writes: {detail}"), detail=str(error))) from error


def read_sound_report(connection: Connection) -> Report:
    """The report, if it is what the last record of the journal left behind. Raises Damage."""
    report, state = read_report(connection)
    if read_last(connection)[1] != state:
        raise Damage(Text.of(N_("rows of it are missing or come from an earlier state")))
    return report


def _rows(connection: Connection, table: Table, *, verify: bool) -> tuple[list[tuple[object, ...]], int]:
    """All rows of a table without their checksums, and these combined."""
    shapes = schema.shapes(table)
    sum_row = summer(table.name)
    state = 0
    kept: list[tuple[object, ...]] = []
    for row in connection.execute(_SELECTS[table.name]).all():
        if tuple(map(type, row)) not in shapes:
            raise Damage(Text.of(N_("it holds a value of the wrong kind in “{table}”"), table=table.name))
        content, checksum = row[:-1], row[-1]
        if verify and sum_row(content) != checksum:
            raise Damage(Text.of(N_("a row of “{table}” is not what was written"), table=table.name))
        state ^= checksum
        kept.append(content)
    return kept, state


def read_last(connection: Connection) -> tuple[int, int]:
    """The seq of the last record of the journal and the state of all rows after it. Raises Damage."""
    row = connection.execute(_LAST).first()
    if row is None:
        raise Damage(Text.of(N_("its journal is empty")))
    _record(row)
    return row.seq, row.state


def read_records(connection: Connection, limit: int | None = None, before: int | None = None) -> list[Record]:
    """Records in order: the last `limit` of those before the seq `before`. Raises Damage."""
    statement = _RECORDS
    if before is not None:
        statement = statement.where(Journal.seq < before)
    if limit is not None:
        statement = statement.order_by(None).order_by(Journal.seq.desc()).limit(limit)
    found = [_record(row) for row in connection.execute(statement).all()]
    if limit is not None:
        found.reverse()
    first = found[0].seq if found and limit is not None else 1
    if [record.seq for record in found] != list(range(first, first + len(found))):
        raise Damage(Text.of(N_("a record of its journal is missing")))
    return found


def read_change(connection: Connection, seq: int) -> tuple[Text, bytes]:
    """The label and the packed change of a record. KeyError for none, Damage."""
    row = connection.execute(select(*LISTED).where(Journal.seq == seq)).first()
    if row is None:
        raise KeyError(seq)
    label = _record(row).label
    change, checksum = connection.execute(_CHANGE.where(Journal.seq == seq)).one()
    _verify_change(change, checksum)
    return label, change


def verify_journal(connection: Connection) -> None:
    """Reads every record with its change. Raises Damage."""
    read_records(connection)
    for change, checksum in connection.execute(_CHANGE.order_by(Journal.seq).execution_options(yield_per=200)):
        _verify_change(change, checksum)


def _verify_change(change: object, checksum: int) -> None:
    if not isinstance(change, bytes) or of_bytes(change) != checksum:
        raise Damage(Text.of(N_("a change in its journal is not what was written")))


def _record(row: Row[Any]) -> Record:
    if tuple(map(type, row)) not in _SHAPES or _sum_record(row[:-1]) != row[-1] or row.kind not in KINDS:
        raise Damage(Text.of(N_("a record of its journal is not what was written")))
    try:
        return Record(row.seq, time_of(row.time), row.author, row.kind, row.refers, unpack_label(row.label))
    except rows.Unreadable as error:
        raise Damage(Text.of(N_("a record of its journal is not readable"))) from error
