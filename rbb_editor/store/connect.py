"""How a file is reached: one connection, settings for durability and against hostile content, errors as sentences."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePath

from rbb_editor.domain.report import Conflict
from rbb_editor.domain.text import N_, Text
from rbb_editor.store.errors import Busy, DiskFailed, DiskFull, NotADatabase, NotWritable

PATIENCE = 3.0
"""Seconds to wait for another program that reads the file while we write."""

LEFT = ("-journal", "-wal", "-shm")
"""The endings of what lies beside a file while it is written, by us or by another program."""

WRITING = "BEGIN IMMEDIATE"
READING = "BEGIN"

LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 1 << 28,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 250_000,
}


SETTINGS = (
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "foreign_keys=ON",
    "synchronous=EXTRA",
    "temp_store=MEMORY",
    "cache_size=-16000",
)


class Damage(Exception):
    """The content of the file is not what was written; becomes a `Damaged` where the file is known."""

    def __init__(self, what: Text) -> None:
        self.what = what
        super().__init__(what.in_english())


STRUCTURE = Text.of(N_("its inner structure is broken"))


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """An SQLite connection to an existing file, in autocommit, careful about what the file may hold."""
    mode = "ro" if read_only else "rw"
    raw = sqlite3.connect(
        f"{address(path.absolute())}?mode={mode}",
        uri=True,
        timeout=PATIENCE,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=64,
    )
    return _careful(raw)


def address(path: PurePath) -> str:
    """An absolute path as SQLite is told it. (`as_uri` names the computer of a Windows share, which SQLite refuses.)"""
    written = path.as_posix().replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return f"file://{'' if written.startswith('/') else '/'}{written}"


def beside(path: Path, ending: str) -> Path:
    """The file that SQLite keeps beside a database, by its ending."""
    return path.with_name(f"{path.name}{ending}")


def settle(path: Path) -> None:
    """Takes away what a killed program left beside a file, before another file comes into its place: SQLite would apply
    it to that one. What it holds goes into the file that it belongs to, as far as that can be reached.
    """
    left = [each for ending in LEFT if (each := beside(path, ending)).exists()]
    if left:
        with suppress(sqlite3.Error):
            connect(path, read_only=False).close()
        for each in left:
            each.unlink(missing_ok=True)


def connect_reading(path: Path) -> sqlite3.Connection:
    """A connection that never writes, also where a program was killed in the middle of a change to the file.

    Then its journal lies beside it, by which a writer would roll the change back: that is done in a copy in memory.
    """
    try:
        raw = connect(path, read_only=True)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_READONLY_ROLLBACK:
            raise
    else:
        return raw
    import shutil
    import tempfile

    with tempfile.TemporaryDirectory(prefix="rbb-editor-") as folder:
        copy = Path(folder) / "copy.rbb"
        shutil.copyfile(path, copy)
        shutil.copyfile(beside(path.resolve(), "-journal"), beside(copy, "-journal"))
        source, memory = connect(copy, read_only=False), connect_memory()
        try:
            source.backup(memory)
        finally:
            source.close()
    return memory


def connect_memory() -> sqlite3.Connection:
    """An SQLite connection to an empty database in memory, just as careful."""
    return _careful(sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False))


def _careful(raw: sqlite3.Connection) -> sqlite3.Connection:
    try:
        for limit, value in LIMITS.items():
            raw.setlimit(limit, value)
        for setting in SETTINGS:
            raw.execute(f"PRAGMA {setting}").close()
        raw.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except BaseException:
        raw.close()
        raise
    return raw


@contextmanager
def transaction(raw: sqlite3.Connection, begin: str = READING) -> Iterator[sqlite3.Connection]:
    """One transaction on a connection: what is read in it is of one moment, what is written in it is kept together."""
    raw.execute(begin).close()
    try:
        yield raw
        raw.commit()
    except BaseException:
        raw.rollback()
        raise


@contextmanager
def told(path: Path, *, opening: bool = False) -> Iterator[None]:
    """Turns what the database reports about the disk or the file into a sentence; bugs pass through.

    While a file is being opened, nothing of it is known to be right: then any other error is a damage of the file.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise _meaning(path, error, opening) from error
    except UnicodeDecodeError as error:  # a message of SQLite's that quotes bytes of a broken file
        raise Damage(STRUCTURE) from error


def _meaning(path: Path, error: sqlite3.Error, opening: bool) -> Exception:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:  # raised by the driver: text that is no UTF-8, a value out of range
        return Damage(STRUCTURE) if opening or "decode" in str(error) else error
    match code & 0xFF:
        case sqlite3.SQLITE_FULL:
            return DiskFull(path)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return Busy(path)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return NotWritable(path)
        case sqlite3.SQLITE_IOERR | sqlite3.SQLITE_CANTOPEN:
            return DiskFailed(path, str(error))
        case sqlite3.SQLITE_NOTADB:
            return NotADatabase(path) if opening else Damage(STRUCTURE)
        case sqlite3.SQLITE_CORRUPT:
            return Damage(STRUCTURE)
        case sqlite3.SQLITE_ERROR if str(error).startswith("no such table"):  # of ours: they were there at the opening
            return Damage(STRUCTURE)
        case sqlite3.SQLITE_CONSTRAINT:
            return Conflict(f"the change does not fit the file: {error}")
        case _:
            return Damage(STRUCTURE) if opening else error
