"""Rows out of a table of which some pages cannot be read."""

import sqlite3
import time
from collections.abc import Iterator, Sequence
from typing import Any

from rbb_editor.progress import Progress

LONGEST = 60.0
"""Seconds to spend on one table; a hostile file could make us read forever."""

FURTHEST = 1_000_000
"""The row number to go to where the last one cannot be read."""

PATIENCE = 200
"""How many numbers in a row are tried one by one; behind that the steps grow, by one for each so many tries."""


EVERY = 64
"""Rows between two signs of progress."""

GIVE_UP = 3000
"""How many tries in a row, over some 22,000 row numbers, end the search: the root of the table is broken."""

UNREADABLE = (sqlite3.Error, UnicodeDecodeError)
"""What reading a broken file raises; the second where a message about it quotes bytes of the file."""


class Patched(str):
    """A text that was no valid UTF-8, with replacement marks."""

    __slots__ = ()


def readable_rows(
    raw: sqlite3.Connection, table: str, columns: Sequence[str], progress: Progress
) -> Iterator[tuple[tuple[Any, ...], bool]]:
    """The rows that can be read, in the order of their numbers; each with whether all its texts are valid UTF-8.

    Behind a broken page it goes on with the next row that can be reached.
    """
    names = ", ".join(f'"{column}"' for column in columns)
    statement = f'SELECT rowid, {names} FROM "{table}" WHERE rowid >= ? ORDER BY rowid'  # noqa: S608  (our names)
    end = time.monotonic() + LONGEST
    raw.set_progress_handler(lambda: time.monotonic() > end, 100_000)
    raw.text_factory = _text
    try:
        if not _is_table(raw, table):
            return
        number = 0
        last = _last_number(raw, table)
        failures = 0
        while number <= last and failures < GIVE_UP and time.monotonic() < end:
            try:
                for at, *values in raw.execute(statement, (number,)):
                    if at % EVERY == 0:
                        progress(min(at, last), last)
                    number = at + 1
                    failures = 0
                    yield _plain(values)
            except UNREADABLE:
                progress(min(number, last), last)
                number += 1 + failures // PATIENCE
                failures += 1
            else:
                return
    finally:
        raw.set_progress_handler(None, 0)
        raw.text_factory = str


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return Patched(data.decode(errors="replace"))


def _plain(values: list[Any]) -> tuple[tuple[Any, ...], bool]:
    clean = not any(isinstance(value, Patched) for value in values)
    return tuple(str(value) if isinstance(value, Patched) else value for value in values), clean


def _is_table(raw: sqlite3.Connection, table: str) -> bool:
    """Whether it is a table; a view could compute anything."""
    try:
        found = raw.execute("SELECT type FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    except UNREADABLE:
        return False
    return found is not None and found[0] == "table"


def _last_number(raw: sqlite3.Connection, table: str) -> int:
    try:
        value = raw.execute(f'SELECT max(rowid) FROM "{table}"').fetchone()[0]  # noqa: S608  (our names)
    except UNREADABLE:
        return FURTHEST
    return value if isinstance(value, int) else 0
