"""What the file keeps beside the report: the contents of reports of earlier periods, each under a key made of it.

They are read when one is asked for, so that a start does not wait for them, and each is summed by itself: damage to one
does not keep the report from opening.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rbb_editor.domain.digest import blake2b
from rbb_editor.domain.text import N_, Text
from rbb_editor.progress import Progress
from rbb_editor.store import schema
from rbb_editor.store.checksum import of_bytes
from rbb_editor.store.connect import Damage
from rbb_editor.store.tatters import readable_rows

if TYPE_CHECKING:
    from sqlalchemy import Connection

_ALL = schema.kept.select()


def key_of(content: bytes) -> str:
    """The key of a content: the same content has the same key in every file."""
    return blake2b(content, digest_size=20).hexdigest()


def write(connection: "Connection", contents: Iterable[bytes]) -> None:
    """Writes contents; one that is there already is written anew, which mends it where it was damaged."""
    for content in contents:
        key = key_of(content)
        connection.exec_driver_sql("DELETE FROM kept WHERE id = ?", (key,))
        row = (key, of_bytes(content), content)
        connection.exec_driver_sql("INSERT INTO kept (id, checksum, content) VALUES (?, ?, ?)", row)


def read(raw: sqlite3.Connection, key: str) -> bytes:
    """A content by its key. KeyError for none; Damage."""
    row = raw.execute(f"{_ALL} WHERE id = ?", (key,)).fetchone()
    if row is None:
        raise KeyError(key)
    return _sound(row)


def verify(raw: sqlite3.Connection) -> None:
    """Reads all contents. Raises Damage."""
    for row in raw.execute(_ALL):
        _sound(row)


def readable(raw: sqlite3.Connection, progress: Progress) -> Iterator[bytes]:
    """The contents that can still be read whole from a damaged file."""
    for row, clean in readable_rows(raw, "kept", schema.kept.names, progress):
        if clean and _is_sound(row):
            yield row[2]


def _sound(row: tuple[object, ...]) -> bytes:
    if not _is_sound(row):
        raise Damage(Text.of(N_("the earlier report in it is not what was written")))
    content = row[2]
    assert isinstance(content, bytes)
    return content


def _is_sound(row: tuple[object, ...]) -> bool:
    key, checksum, content = row
    return isinstance(content, bytes) and of_bytes(content) == checksum and key_of(content) == key
