"""SQLAlchemy Core on the connection and the tables of a report file, for all that is written.

It takes longer to import than anything else at a start, and to read a report it adds nothing: so only what writes
imports this module, and `rbb_editor.store.warm_up` does so ahead of time. Import it before anything else of SQLAlchemy:
then two threads that do so at once wait for one another here, and not within SQLAlchemy's circles of imports.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Engine, Table
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlalchemy.types import TypeEngine

from rbb_editor.store import schema
from rbb_editor.store.connect import WRITING

_TYPES: dict[str, TypeEngine[Any]] = {
    schema.ID: sa.String(64),
    schema.TEXT: sa.Text(),
    schema.NUMBER: sa.Integer(),
    schema.CHECKSUM: sa.BigInteger(),
    schema.BYTES: sa.LargeBinary(),
}


def _table(described: schema.Table, metadata: sa.MetaData) -> Table:
    columns = (
        sa.Column(each.name, _TYPES[each.kind], primary_key=each.key, nullable=each.empty, autoincrement=False)
        for each in described.columns
    )
    return Table(described.name, metadata, *columns)


_metadata = sa.MetaData()

TABLES = {described.name: _table(described, _metadata) for described in schema.TABLES}
"""The tables of `schema`, by name, for statements that write."""


def engine_of(raw: sqlite3.Connection) -> Engine:
    """SQLAlchemy on one connection; its transactions take the write lock at their start."""
    engine = sa.create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
    sa.event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(WRITING)


@contextmanager
def written(engine: Engine) -> Iterator[Connection]:
    """One transaction that writes: all of it or nothing. The database's errors come as sqlite3 raises them."""
    try:
        with engine.begin() as connection:
            yield connection
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error):
            raise error.orig from None
        raise
