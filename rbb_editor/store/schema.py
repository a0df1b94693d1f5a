"""The tables of a report file, in portable types: the same tables can live on a database server.

Every row ends in a checksum over its other columns (see `checksum.py`). Foreign keys are checked at commit, so that a
change may delete or add parents and children in any order.
"""

from functools import cache
from itertools import product

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table
from sqlalchemy import Text as LongText
from sqlalchemy.engine.interfaces import Dialect

APPLICATION_ID = 0x52424231
"""What marks an SQLite file as ours (bytes 68 to 71): "RBB1"."""

VERSION = 1
"""The version of the tables below, kept in user_version."""


class Blob(LargeBinary):
    """Bytes as the driver gives them: a hostile file may hold anything, which the reader then refuses."""

    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> None:
        """No conversion."""


def _id(name: str = "id", *, key: bool = False, empty: bool = False) -> Column[str]:
    return Column(name, String(64), primary_key=key, nullable=empty)


def _parent(name: str, to: str, *, key: bool = False, empty: bool = False) -> Column[str]:
    reference = ForeignKey(to, deferrable=True, initially="DEFERRED")
    return Column(name, String(64), reference, primary_key=key, nullable=empty)


def _text(name: str, *, empty: bool = False) -> Column[str]:
    return Column(name, LongText, nullable=empty)


def _checksum(name: str = "checksum") -> Column[int]:
    return Column(name, BigInteger, nullable=False)


metadata = MetaData()

info = Table(
    "info",
    metadata,
    _id(key=True),
    *(
        _text(name)
        for name in (
            "language",
            "symbol",
            "session",
            "agenda_item",
            "agenda_title",
            "title",
            "period_start",
            "period_end",
            "author",
            "summary",
            "section_number",
            "section_title",
            "notes",
            "abbreviations",
        )
    ),
    _checksum(),
)

sections = Table(
    "sections",
    metadata,
    _id(key=True),
    _text("level"),
    _parent("parent", "sections.id", empty=True),
    _text("rank"),
    _text("number"),
    _text("title"),
    _checksum(),
)

outputs = Table(
    "outputs",
    metadata,
    _id(key=True),
    _parent("parent", "sections.id"),
    _text("rank"),
    _text("planned_text"),
    _checksum(),
)

components = Table(
    "components",
    metadata,
    _parent("output", "outputs.id", key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _id(),
    _text("completed"),
    _text("remarks"),
    _text("explanation"),
    _text("label", empty=True),
    _text("planned", empty=True),
    _checksum(),
)

comments = Table(
    "comments",
    metadata,
    _id(key=True),
    _id("target"),
    _text("text"),
    _text("author"),
    _text("time"),
    _id("component", empty=True),
    _text("field", empty=True),
    _text("quote"),
    _id("answers", empty=True),
    Column("resolved", Integer, nullable=False),
    _checksum(),
)

waivers = Table(
    "waivers",
    metadata,
    _id(key=True),
    _text("rule"),
    _id("target"),
    _text("reason"),
    _text("author"),
    _text("time"),
    _id("component", empty=True),
    _checksum(),
)

journal = Table(
    "journal",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    _text("time"),
    _text("author"),
    _text("kind"),
    Column("refers", Integer, nullable=True),
    _text("label"),
    _checksum("state"),
    _checksum("change_checksum"),
    _checksum(),
    Column("change", Blob, nullable=False),
)

Index("sections_parent", sections.c.parent)
Index("outputs_parent", outputs.c.parent)

ENTITY_TABLES: tuple[Table, ...] = (info, sections, outputs, components, comments, waivers)


@cache
def shapes(table: Table) -> frozenset[tuple[type, ...]]:
    """The Python types that a row of a table may have, as tuples."""
    nothing = type(None)
    return frozenset(
        product(
            *(
                (column.type.python_type, nothing) if column.nullable else (column.type.python_type,)
                for column in table.columns
            )
        )
    )
