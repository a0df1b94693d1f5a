"""A change into the tables: which rows go, come and change, each checked against what the file holds."""

from collections import defaultdict
from typing import Any

from msgspec import Struct, field
from sqlalchemy import Connection, Delete, Insert, Table, Update, bindparam, insert

from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Entity
from rbb_editor.domain.report import Conflict
from rbb_editor.domain.text import Text
from rbb_editor.progress import Progress, silent, tracked
from rbb_editor.store import schema
from rbb_editor.store.checksum import of_bytes, summer
from rbb_editor.store.codec import pack_label
from rbb_editor.store.core import TABLES
from rbb_editor.store.journal import Entry, Kind
from rbb_editor.store.rows import Key, Row, rows_of, time_text

Values = dict[str, Any]
_ENTITY_TABLES = {table.name: TABLES[table.name] for table in schema.ENTITY_TABLES}


def _where(table: Table) -> list[Any]:
    keys = [column == bindparam(f"key_{column.name}") for column in table.primary_key.columns]
    return [*keys, table.c.checksum == bindparam("before")]


def _update(table: Table) -> Update:
    return table.update().where(*_where(table)).values({c.name: bindparam(c.name) for c in table.columns})


def _delete(table: Table) -> Delete:
    return table.delete().where(*_where(table))


_INSERTS: dict[str, Insert] = {name: insert(table) for name, table in _ENTITY_TABLES.items()}
_UPDATES = {name: _update(table) for name, table in _ENTITY_TABLES.items()}
_DELETES = {name: _delete(table) for name, table in _ENTITY_TABLES.items()}
_COLUMNS = {table.name: table.names for table in schema.ENTITY_TABLES}
_KEYS = {table.name: table.key for table in schema.ENTITY_TABLES}
_RECORD = insert(TABLES["journal"])
MOST = 500
"""Rows written at a time: a cancel is heard in between."""
_sum_record = summer("journal")


class Writes(Struct):
    """The rows that a change deletes, updates and inserts, by table; `state` is what they do to the state of all."""

    deletes: dict[str, list[Values]] = field(default_factory=lambda: defaultdict(list))
    updates: dict[str, list[Values]] = field(default_factory=lambda: defaultdict(list))
    inserts: dict[str, list[Values]] = field(default_factory=lambda: defaultdict(list))
    state: int = 0

    @classmethod
    def of(cls, change: Change, progress: Progress = silent) -> "Writes":
        """The rows of a change. ValueError, before anything is written, for what could not be read back."""
        writes = cls()
        for pair in tracked(change.pairs, progress):
            writes.add(pair.before, pair.after)
        return writes

    def add(self, before: Entity | None, after: Entity | None) -> None:
        """Adds the rows in which two states of an entity differ."""
        old: dict[Key, Row] = dict(rows_of(before)) if before is not None else {}
        new = rows_of(after) if after is not None else ()
        for key, row in new:
            name = key[0]
            previous = old.pop(key, None)
            if previous == row:
                continue
            checksum = summer(name)(row)
            values = dict(zip(_COLUMNS[name], (*row, checksum), strict=True))
            self.state ^= checksum
            if previous is None:
                self.inserts[name].append(values)
            else:
                values |= self._condition(name, previous)
                self.updates[name].append(values)
        for (name, _, _), row in old.items():
            self.deletes[name].append(self._condition(name, row))

    def _condition(self, name: str, row: Row) -> Values:
        checksum = summer(name)(row)
        self.state ^= checksum
        keys = {f"key_{key}": value for key, value in zip(_KEYS[name], row, strict=False)}
        return {**keys, "before": checksum}

    def execute(self, connection: Connection, progress: Progress = silent) -> None:
        """Writes the rows. Raises Conflict where the file does not hold a before-side."""
        steps = ((_DELETES, self.deletes), (_UPDATES, self.updates), (_INSERTS, self.inserts))
        total = sum(len(values) for _, by_table in steps for values in by_table.values())
        done = 0
        for statements, by_table in steps:
            for name, values in by_table.items():
                for start in range(0, len(values), MOST):
                    rows = values[start : start + MOST]
                    written = connection.execute(statements[name], rows if len(rows) > 1 else rows[0])
                    if statements is not _INSERTS and written.rowcount != len(rows):
                        raise Conflict(f"rows of {name} are not what the change expects")
                    done += len(rows)
                    progress(done, total)


def write_record(
    connection: Connection, seq: int, entry: Entry, kind: Kind, label: Text, state: int, packed: bytes
) -> None:
    """Adds a record to the journal."""
    row = (
        *(seq, time_text(entry.time), entry.author, kind, entry.refers),
        *(pack_label(label), state, of_bytes(packed)),
    )
    connection.execute(_RECORD, dict(zip(schema.journal.names, (*row, _sum_record(row), packed), strict=True)))
