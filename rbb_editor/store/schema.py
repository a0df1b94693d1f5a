"""The tables of a report file, in portable types: the same tables can live on a database server.

They are described here once, in plain values. From them come the texts that make the tables and that an opened file is
compared with, the texts that read rows, and the tables of SQLAlchemy by which rows are written (see `core.py`).

Every row has a checksum over its other columns (see `checksum.py`). Foreign keys are checked at commit, so that a
change may delete or add parents and children in any order.
"""

from functools import cache
from itertools import product

from msgspec import Struct

APPLICATION_ID = 0x52424231
"""What marks an SQLite file as ours (bytes 68 to 71): "RBB1"."""

VERSION = 4
"""The version of the tables below, kept in user_version."""

OLDEST = 1
"""The oldest version that was ever given to a user."""

ID = "VARCHAR(64)"
TEXT = "TEXT"
NUMBER = "INTEGER"
CHECKSUM = "BIGINT"
BYTES = "BLOB"

PYTHON_TYPES: dict[str, type] = {ID: str, TEXT: str, NUMBER: int, CHECKSUM: int, BYTES: bytes}
"""What a value of a column is in Python."""


class Column(Struct, frozen=True):
    """A column: `key` is part of the primary key, `empty` may be NULL, `parent` is a table whose id it holds."""

    name: str
    kind: str
    key: bool = False
    empty: bool = False
    parent: str = ""


class Table(Struct, frozen=True):
    """A table with the columns that have an index of their own."""

    name: str
    columns: tuple[Column, ...]
    indexed: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    @property
    def key(self) -> tuple[str, ...]:
        """The names of the columns of the primary key."""
        return tuple(column.name for column in self.columns if column.key)

    def select(self, but: str = "") -> str:
        """The text that reads the columns of all rows, in order, without the column `but`."""
        return f"SELECT {', '.join(name for name in self.names if name != but)} FROM {self.name}"  # noqa: S608  (ours)

    def definitions(self) -> dict[str, str]:
        """The texts that make the table and its indexes, by name."""
        lines = [f"{column.name} {column.kind}{'' if column.empty else ' NOT NULL'}" for column in self.columns]
        lines.append(f"PRIMARY KEY ({', '.join(self.key)})")
        lines += [
            f"FOREIGN KEY({column.name}) REFERENCES {column.parent} (id) DEFERRABLE INITIALLY DEFERRED"
            for column in self.columns
            if column.parent
        ]
        content = ", \n\t".join(lines)
        made = {self.name: f"CREATE TABLE {self.name} (\n\t{content}\n)"}
        for name in self.indexed:
            made[f"{self.name}_{name}"] = f"CREATE INDEX {self.name}_{name} ON {self.name} ({name})"
        return made


def _texts(names: str) -> tuple[Column, ...]:
    return tuple(Column(name, TEXT) for name in names.split())


_SUM = Column("checksum", CHECKSUM)

info = Table(
    "info",
    (
        Column("id", ID, key=True),
        *_texts("language symbol session agenda_item agenda_title title period_start period_end author summary"),
        *_texts("section_number section_title notes abbreviations profile"),
        _SUM,
    ),
)

sections = Table(
    "sections",
    (
        Column("id", ID, key=True),
        Column("level", TEXT),
        Column("parent", ID, empty=True, parent="sections"),
        *_texts("rank number title"),
        _SUM,
    ),
    indexed=("parent",),
)

outputs = Table(
    "outputs",
    (Column("id", ID, key=True), Column("parent", ID, parent="sections"), *_texts("rank planned_text"), _SUM),
    indexed=("parent",),
)

components = Table(
    "components",
    (
        Column("output", ID, key=True, parent="outputs"),
        Column("position", NUMBER, key=True),
        Column("id", ID),
        *_texts("completed remarks explanation"),
        Column("label", TEXT, empty=True),
        Column("planned", TEXT, empty=True),
        _SUM,
    ),
)

comments = Table(
    "comments",
    (
        Column("id", ID, key=True),
        Column("target", ID),
        *_texts("text author time"),
        Column("component", ID, empty=True),
        Column("field", TEXT, empty=True),
        Column("quote", TEXT),
        Column("answers", ID, empty=True),
        Column("resolved", NUMBER),
        _SUM,
    ),
)

waivers = Table(
    "waivers",
    (
        Column("id", ID, key=True),
        Column("rule", TEXT),
        Column("target", ID),
        *_texts("reason author time"),
        Column("component", ID, empty=True),
        Column("said", TEXT),
        _SUM,
    ),
)

earlier = Table(
    "earlier",
    (
        Column("id", ID, key=True),
        Column("content", ID),
        *_texts("name language title period_start period_end"),
        Column("outputs", NUMBER),
        _SUM,
    ),
)
"""Which report of an earlier period is kept: one row, or none."""

kept = Table("kept", (Column("id", ID, key=True), _SUM, Column("content", BYTES)))
"""What earlier reports say, packed, by the key of their content; read when one is looked at, and never changed.

One that was replaced or taken out stays, since undo brings it back.
"""

journal = Table(
    "journal",
    (
        Column("seq", NUMBER, key=True),
        *_texts("time author kind"),
        Column("refers", NUMBER, empty=True),
        Column("label", TEXT),
        Column("state", CHECKSUM),
        Column("change_checksum", CHECKSUM),
        _SUM,
        Column("change", BYTES),
    ),
)

ENTITY_TABLES = (info, sections, outputs, components, comments, waivers, earlier)
TABLES = (*ENTITY_TABLES, kept, journal)


@cache
def definitions() -> dict[str, str]:
    """The texts that make all tables and indexes, by name."""
    return {name: text for table in TABLES for name, text in table.definitions().items()}


@cache
def shapes(table: Table) -> frozenset[tuple[type, ...]]:
    """The Python types that a row of a table may have, as tuples."""
    empty = type(None)
    kinds = [(PYTHON_TYPES[column.kind], empty)[: 1 + column.empty] for column in table.columns]
    return frozenset(product(*kinds))
