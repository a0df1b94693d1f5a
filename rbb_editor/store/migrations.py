"""How a file of an earlier version becomes one of today: one function for each step, all of them in one transaction.

A step is done with plain SQL or with tables written out in it, never with those of `schema`, which move on. A step that
changes the columns of a table sums its rows anew. The store makes a verified backup before the first step.
"""

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

from rbb_editor.store import core
from rbb_editor.store.checksum import summer

if TYPE_CHECKING:
    from sqlalchemy import Connection

Step = Callable[["Connection"], None]

_INFO_1 = (
    "id, language, symbol, session, agenda_item, agenda_title, title, period_start, period_end, author, summary, "
    "section_number, section_title, notes, abbreviations"
)
_INFO_2 = f"{_INFO_1}, profile"
_INFO_2_TABLE = """CREATE TABLE info (
    id VARCHAR(64) NOT NULL,
    language TEXT NOT NULL,
    symbol TEXT NOT NULL,
    session TEXT NOT NULL,
    agenda_item TEXT NOT NULL,
    agenda_title TEXT NOT NULL,
    title TEXT NOT NULL,
    period_start TEXT NOT NULL,
    period_end TEXT NOT NULL,
    author TEXT NOT NULL,
    summary TEXT NOT NULL,
    section_number TEXT NOT NULL,
    section_title TEXT NOT NULL,
    notes TEXT NOT NULL,
    abbreviations TEXT NOT NULL,
    profile TEXT NOT NULL,
    checksum BIGINT NOT NULL,
    PRIMARY KEY (id)
)"""
_RECORD = "seq, time, author, kind, refers, label, state, change_checksum"


def _add_profile(connection: "Connection") -> None:
    """Version 2: the front matter keeps what the report asks of its checks."""
    *old, sum_before = connection.exec_driver_sql(f"SELECT {_INFO_1}, checksum FROM info").one()  # noqa: S608  (ours)
    row = (*old, "[]")
    summed = summer("info")
    sum_after = summed(row) ^ summed(old) ^ sum_before  # a damaged row stays one
    connection.exec_driver_sql("DROP TABLE info")
    connection.exec_driver_sql(_INFO_2_TABLE)
    places = ", ".join("?" * (len(row) + 1))
    connection.exec_driver_sql(f"INSERT INTO info ({_INFO_2}, checksum) VALUES ({places})", (*row, sum_after))  # noqa: S608
    _sum_anew(connection, sum_before ^ sum_after)


def _sum_anew(connection: "Connection", difference: int) -> None:
    """Notes in the last record of the journal that the rows have other sums."""
    last = connection.exec_driver_sql(f"SELECT {_RECORD} FROM journal ORDER BY seq DESC LIMIT 1").one()  # noqa: S608
    seq, state = last[0], last[6] ^ difference
    record = (*last[:6], state, last[7])
    changed = (state, summer("journal")(record), seq)
    connection.exec_driver_sql("UPDATE journal SET state = ?, checksum = ? WHERE seq = ?", changed)


_EARLIER_3_TABLE = """CREATE TABLE earlier (
    id VARCHAR(64) NOT NULL,
    content VARCHAR(64) NOT NULL,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    period_start TEXT NOT NULL,
    period_end TEXT NOT NULL,
    outputs INTEGER NOT NULL,
    checksum BIGINT NOT NULL,
    PRIMARY KEY (id)
)"""
_KEPT_3_TABLE = """CREATE TABLE kept (
    id VARCHAR(64) NOT NULL,
    checksum BIGINT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (id)
)"""


def _add_earlier(connection: "Connection") -> None:
    """Version 3: the report of an earlier period can be kept. No row changes, so the sums stay."""
    connection.exec_driver_sql(_EARLIER_3_TABLE)
    connection.exec_driver_sql(_KEPT_3_TABLE)


_WAIVERS_4_TABLE = """CREATE TABLE waivers (
    id VARCHAR(64) NOT NULL,
    rule TEXT NOT NULL,
    target VARCHAR(64) NOT NULL,
    reason TEXT NOT NULL,
    author TEXT NOT NULL,
    time TEXT NOT NULL,
    component VARCHAR(64),
    said TEXT NOT NULL,
    checksum BIGINT NOT NULL,
    PRIMARY KEY (id)
)"""


def _add_said(connection: "Connection") -> None:
    """Version 4: a waiver keeps what the finding said that it is for."""
    rows = connection.exec_driver_sql(
        "SELECT id, rule, target, reason, author, time, component, checksum FROM waivers"
    ).all()
    connection.exec_driver_sql("DROP TABLE waivers")
    connection.exec_driver_sql(_WAIVERS_4_TABLE)
    difference, summed = 0, summer("waivers")
    for *old, sum_before in rows:
        row = (*old, "")
        sum_after = summed(row) ^ summed(old) ^ sum_before  # a damaged row stays one
        difference ^= sum_before ^ sum_after
        connection.exec_driver_sql("INSERT INTO waivers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (*row, sum_after))
    if difference:
        _sum_anew(connection, difference)


STEPS: dict[int, Step] = {1: _add_profile, 2: _add_earlier, 3: _add_said}
"""The step from each version to the next one. Version 1 is the first."""


def migrate(raw: sqlite3.Connection, version: int, target: int) -> None:
    """Takes the file behind a connection from `version` to `target`; after any error it is as it was."""
    with core.written(core.engine_of(raw)) as connection:
        for each in range(version, target):
            STEPS[each](connection)
        connection.exec_driver_sql(f"PRAGMA user_version={target}")
