"""Whether a file may be opened: each reason to refuse it is looked for before its content is trusted."""

import sqlite3
from functools import cache
from pathlib import Path

from rbb_editor.domain.text import N_, Text
from rbb_editor.store import schema
from rbb_editor.store.connect import STRUCTURE, Damage
from rbb_editor.store.durable import check_length, disk_errors
from rbb_editor.store.errors import (
    EmptyFile,
    ForeignDatabase,
    ForeignSchema,
    IsFolder,
    Missing,
    NewerVersion,
    NotADatabase,
)

MAGIC = b"SQLite format 3\0"
HEADER = 100


def check_header(path: Path) -> None:
    """Looks at the first 100 bytes, before SQLite does.

    Raises Missing, IsFolder, EmptyFile, NotADatabase, ForeignDatabase, Damage.
    """
    with disk_errors(path):
        if path.is_dir():
            raise IsFolder(path)
        if not path.exists():
            raise Missing(path)
        check_length(path)
        if not path.is_file():
            raise NotADatabase(path)
        with path.open("rb") as stream:
            header = stream.read(HEADER)
    if not header:
        raise EmptyFile(path)
    if not header.startswith(MAGIC):
        raise NotADatabase(path)
    if len(header) < HEADER:
        raise Damage(Text.of(N_("it breaks off after {count} bytes"), count=len(header)))
    if int.from_bytes(header[68:72], "big") != schema.APPLICATION_ID:
        raise ForeignDatabase(path)


def version_of(raw: sqlite3.Connection) -> int:
    """The version of the tables in the file."""
    value: int = raw.execute("PRAGMA user_version").fetchone()[0]
    return value


def check_schema(path: Path, raw: sqlite3.Connection) -> None:
    """Raises ForeignSchema unless the file holds exactly our tables and indexes, word for word."""
    found = definitions(raw)
    wanted = our_definitions()
    for name, sql in found.items():
        if wanted.get(name) != sql:
            raise ForeignSchema(path, name[:60])
    for name in wanted:
        if name not in found:
            raise Damage(Text.of(N_("its table “{table}” is missing"), table=name))


def check_newer(path: Path, raw: sqlite3.Connection, version: int) -> None:
    """Raises NewerVersion unless a later version's file holds at least our columns."""
    for table in schema.TABLES:
        rows = raw.execute(f"PRAGMA table_info({table.name})").fetchall()
        if not set(table.names) <= {row[1] for row in rows}:
            raise NewerVersion(path, version, readable=False)


def check_old(path: Path, raw: sqlite3.Connection, version: int) -> None:
    """Raises ForeignSchema unless an earlier version's file holds tables and indexes only; Damage for no version."""
    if version < schema.OLDEST:
        raise Damage(Text.of(N_("its version is not known")))
    foreign = "SELECT name FROM sqlite_schema WHERE type NOT IN ('table', 'index')"
    found = raw.execute(foreign).fetchone()
    if found is not None:
        raise ForeignSchema(path, str(found[0])[:60])


def check_structure(raw: sqlite3.Connection, *, thorough: bool = False) -> None:
    """Raises Damage when the pages of the file do not fit together."""
    pragma = "integrity_check" if thorough else "quick_check"
    if raw.execute(f"PRAGMA {pragma}(1)").fetchone()[0] != "ok":
        raise Damage(STRUCTURE)
    if thorough and raw.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise Damage(Text.of(N_("it holds a row without the row above it")))


def definitions(raw: sqlite3.Connection) -> dict[str, str]:
    """What the file says it holds: name to definition, spelled evenly. SQLite's own indexes have none."""
    rows = raw.execute("SELECT name, sql FROM sqlite_schema").fetchall()
    return {
        str(name): _evenly(str(sql))
        for name, sql in rows
        if not (sql is None and str(name).startswith("sqlite_autoindex_"))
    }


@cache
def our_definitions() -> dict[str, str]:
    """The same for the tables of `schema`."""
    return {name: _evenly(sql) for name, sql in schema.definitions().items()}


def _evenly(sql: str) -> str:
    return "".join(sql.split()).replace('"', "").casefold()
