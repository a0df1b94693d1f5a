"""Every file that must not be opened is refused with a sentence of its own and left as it was."""

import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from rbb_editor import store
from rbb_editor.errors import UserError
from rbb_editor.store import schema
from tests.made_up import small_report
from tests.store.conftest import ENTRY


def alter(path: Path, *statements: str) -> None:
    """Does to a file what another program may do."""
    with closing(sqlite3.connect(path)) as raw:
        for statement in statements:
            raw.execute(statement)
        raw.commit()


def resum(path: Path, table: str) -> None:
    """Gives every row of a table the checksum of what it holds now, and the journal the state: a careful forger."""
    from rbb_editor.store.checksum import summer

    with closing(sqlite3.connect(path)) as raw:
        for rowid, *row, _ in raw.execute(f"SELECT rowid, * FROM {table}").fetchall():
            raw.execute(f"UPDATE {table} SET checksum = ? WHERE rowid = ?", (summer(table)(row), rowid))
        state = 0
        for each in schema.ENTITY_TABLES:
            for (checksum,) in raw.execute(f"SELECT checksum FROM {each.name}"):
                state ^= checksum
        seq, *record = raw.execute("SELECT * FROM journal ORDER BY seq DESC").fetchone()
        record[5] = state
        raw.execute(
            "UPDATE journal SET state = ?, checksum = ? WHERE seq = ?",
            (state, summer("journal")([seq, *record[:-2]]), seq),
        )
        raw.commit()


def refused(path: Path, kind: type[UserError], words: str) -> None:
    """Both ways of opening are refused with these words, the file is as it was and nothing lies beside it."""
    before = path.read_bytes() if path.is_file() else None
    for read_only in (False, True):
        with pytest.raises(kind, match=words) as caught:
            store.open_file(path, read_only=read_only)
        assert type(caught.value) is kind
        assert path.name in str(caught.value)
    if before is not None:
        assert path.read_bytes() == before
        assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_no_file(path: Path):
    refused(path, store.Missing, "There is no file")
    assert not path.exists()


def test_a_folder(path: Path):
    path.mkdir()
    refused(path, store.IsFolder, "is a folder")


def test_an_empty_file(path: Path):
    path.touch()
    refused(path, store.EmptyFile, "is empty")


@pytest.mark.parametrize("content", [b"Planned output\t1\t2", b"\0" * 5000, b"PK\x03\x04", b"SQLite format 3"])
def test_no_database(path: Path, content: bytes):
    path.write_bytes(content)
    refused(path, store.NotADatabase, "is not a report file")


def test_a_word_file(path: Path):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>" * 1000)
    refused(path, store.NotADatabase, "can be imported")


def test_a_database_of_another_program(path: Path):
    alter(path, "CREATE TABLE moz_places (id INTEGER)", "PRAGMA user_version=1")
    refused(path, store.ForeignDatabase, "another program")


def test_a_newer_version_opens_read_only(closed: Path):
    alter(closed, "ALTER TABLE outputs ADD COLUMN colour TEXT", "PRAGMA user_version=9")
    with pytest.raises(store.NewerVersion, match=r"file version 9.*read-only") as caught:
        store.open_file(closed)
    assert caught.value.readable
    with store.open_file(closed, read_only=True) as opened:
        assert opened.load().output("letters").planned_text == "41 letters to Member States"
        assert opened.journal() == []
        assert opened.version == 9
        opened.save_copy(closed.with_name("copy.rbb"))
    with pytest.raises(store.NewerVersion):
        store.open_file(closed.with_name("copy.rbb"))


@pytest.mark.parametrize(
    "change",
    ["ALTER TABLE outputs RENAME COLUMN planned_text TO promise", "UPDATE sections SET level = 'country'"],
)
def test_a_newer_version_that_is_too_different_is_not_opened(closed: Path, change: str):
    alter(closed, change, "PRAGMA user_version=9")
    with pytest.raises(store.NewerVersion, match="cannot read") as caught:
        store.open_file(closed, read_only=True)
    assert not caught.value.readable


@pytest.mark.parametrize(
    ("name", "statement"),
    [
        ("trap", "CREATE TRIGGER trap AFTER INSERT ON journal BEGIN DELETE FROM outputs; END"),
        ("seen", "CREATE VIEW seen AS SELECT * FROM outputs"),
        ("more", "CREATE TABLE more (id INTEGER)"),
        ("outputs", "ALTER TABLE outputs ADD COLUMN colour TEXT"),
        ("outputs", "ALTER TABLE outputs ADD COLUMN twice TEXT AS (planned_text || planned_text)"),
        ("quick", "CREATE INDEX quick ON outputs (hex(planned_text))"),
        ("words", "CREATE VIRTUAL TABLE words USING fts5(text)"),
        ("sqlite_sequence", "CREATE TABLE more (id INTEGER PRIMARY KEY AUTOINCREMENT)"),
        ("sqlite_stat1", "ANALYZE"),
    ],
)
def test_anything_in_the_schema_that_is_not_ours(closed: Path, name: str, statement: str):
    alter(closed, statement)
    refused(closed, store.ForeignSchema, "never writes")
    with pytest.raises(store.ForeignSchema) as caught:
        store.open_file(closed)
    assert caught.value.name.startswith(name) or name.startswith("sqlite_")


def test_a_table_with_other_rules_under_our_name(closed: Path):
    alter(
        closed,
        "PRAGMA writable_schema=ON",
        "UPDATE sqlite_schema SET sql = replace(sql, 'level TEXT NOT NULL', 'level TEXT NOT NULL DEFAULT (hex(1))')"
        " WHERE name = 'sections'",
    )
    refused(closed, store.ForeignSchema, "sections")


@pytest.mark.parametrize("table", ["waivers", "journal"])
def test_a_missing_table(closed: Path, table: str):
    alter(closed, f"DROP TABLE {table}")
    refused(closed, store.Damaged, "missing")


def test_a_version_that_never_was(closed: Path):
    alter(closed, "PRAGMA user_version=0")
    refused(closed, store.Damaged, "version is not known")


@pytest.mark.parametrize(
    ("table", "statement"),
    [
        ("outputs", "UPDATE outputs SET planned_text = x'00ff'"),
        ("outputs", "UPDATE outputs SET rank = 'z!' WHERE id = 'letters'"),
        ("outputs", "UPDATE outputs SET parent = 'A' WHERE id = 'letters'"),
        ("outputs", "UPDATE outputs SET parent = 'nowhere' WHERE id = 'letters'"),
        ("outputs", "UPDATE outputs SET planned_text = CAST(x'ff41' AS TEXT) WHERE id = 'letters'"),
        ("outputs", "DELETE FROM outputs WHERE id = 'letters'"),
        ("sections", "UPDATE sections SET level = 'country'"),
        ("sections", "UPDATE sections SET parent = id"),
        ("sections", "UPDATE sections SET parent = 'b' WHERE id = 'A'"),
        ("components", "UPDATE components SET position = 5 WHERE id = 'visits1'"),
        ("components", "UPDATE components SET position = 'one' WHERE id = 'visits1'"),
        ("components", "DELETE FROM components WHERE id = 'letters1'"),
        ("components", "UPDATE components SET planned = '['"),
        ("components", "UPDATE components SET planned = '[\"quantity\", \"9\", null, null]'"),
        ("components", "UPDATE components SET planned = '[\"fortune\", 9, null, null]'"),
        ("components", "UPDATE components SET planned = '" + "[" * 100_000 + "'"),
        ("comments", "UPDATE comments SET time = 'yesterday'"),
        ("comments", "UPDATE comments SET time = '2026-01-01T00:00:00'"),
        ("comments", "UPDATE comments SET resolved = 2"),
        ("comments", "UPDATE comments SET target = 'nothing'"),
        ("waivers", "UPDATE waivers SET target = 'c1'"),
        ("info", "UPDATE info SET id = 'other'"),
        ("info", "UPDATE info SET notes = '[[1, 2]]'"),
        ("info", "UPDATE info SET abbreviations = '{}'"),
        ("info", "DELETE FROM info"),
        ("info", "INSERT INTO info SELECT 'x', language, symbol, session, agenda_item, agenda_title,"
         " title, period_start, period_end, author, summary, section_number, section_title, notes, abbreviations,"
         " profile, 0 FROM info"),
    ],
)  # fmt: skip
def test_a_hostile_value_with_right_checksums_is_damage_and_never_a_traceback(closed: Path, table: str, statement: str):
    alter(closed, statement)
    with suppress(sqlite3.OperationalError):  # what is no UTF-8 not even the forger's Python reads
        resum(closed, table)
    refused(closed, store.Damaged, r"is damaged .*can be recovered into a new file.*kept as it is")
    target = closed.with_name("new.rbb")
    store.salvage(closed, target, ENTRY)
    with store.open_file(target) as opened:
        opened.verify()
        assert opened.load().output("letters").planned_text.startswith("41 letters")


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("label", '["{x}", [], null]'),
        ("label", '["{x:>999999999999}", [["x", 1]], null]'),
        ("label", '["{x.__class__}", [["x", 1]], null]'),
        ("label", '["%s", 5, null]'),
        ("label", "[["),
        ("time", "never"),
        ("kind", "overwrite"),
    ],
)
def test_a_hostile_record_is_damage(closed: Path, column: str, value: str):
    from rbb_editor.store.checksum import summer

    with closing(sqlite3.connect(closed)) as raw:
        raw.execute(f"UPDATE journal SET {column} = ? WHERE seq = 2", (value,))
        *row, _, _ = raw.execute("SELECT * FROM journal WHERE seq = 2").fetchone()
        raw.execute("UPDATE journal SET checksum = ? WHERE seq = 2", (summer("journal")(row),))
        raw.commit()
    refused(closed, store.Damaged, "record of its journal")


def packed_bomb() -> bytes:
    import zlib

    return zlib.compress(b" " * (1 << 21) + b"[]")


@pytest.mark.parametrize(
    "content",
    [
        lambda: b"",
        lambda: b"no zlib",
        packed_bomb,
        lambda: __import__("zlib").compress(b'[[null, {"is": "planet"}]]'),
        lambda: __import__("zlib").compress(b'[[null, {"is": "output", "id": 5}]]'),
        lambda: __import__("zlib").compress(b"[[null, null]]"),
        lambda: __import__("zlib").compress(b"[" * 100_000),
        lambda: __import__("zlib").compress(b'"text"'),
    ],
    ids=["empty", "no zlib", "bomb", "unknown", "incomplete", "no entity", "deep", "no list"],
)
def test_a_hostile_change_in_the_journal_is_damage_when_it_is_read(
    closed: Path, content: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("rbb_editor.store.codec.LARGEST", 1 << 20)
    from rbb_editor.store.checksum import of_bytes, summer

    packed = content()
    with closing(sqlite3.connect(closed)) as raw:
        *row, _, _ = raw.execute("SELECT * FROM journal WHERE seq = 2").fetchone()
        row[-1] = of_bytes(packed)
        raw.execute(
            "UPDATE journal SET change = ?, change_checksum = ?, checksum = ? WHERE seq = 2",
            (packed, row[-1], summer("journal")(row)),
        )
        raw.commit()
    with store.open_file(closed) as opened:
        with pytest.raises(store.Damaged, match="journal is not readable"):
            opened.change_of(2)
        assert len(list(opened.load().outputs())) == 5


def test_the_definition_of_the_tables_is_what_files_out_there_hold():
    """Tables that are spelled otherwise would make every existing file foreign: then this must be noticed."""
    from rbb_editor.store.admission import our_definitions

    assert our_definitions()["components"] == (
        "createtablecomponents(outputvarchar(64)notnull,positionintegernotnull,idvarchar(64)notnull,"
        "completedtextnotnull,remarkstextnotnull,explanationtextnotnull,labeltext,plannedtext,checksumbigintnotnull,"
        "primarykey(output,position),foreignkey(output)referencesoutputs(id)deferrableinitiallydeferred)"
    )
    assert our_definitions()["outputs_parent"] == "createindexoutputs_parentonoutputs(parent)"
    assert set(our_definitions()) == {*(table.name for table in schema.TABLES), "sections_parent", "outputs_parent"}


def test_a_wal_file_becomes_one_file_again(closed: Path):
    alter(closed, "PRAGMA journal_mode=WAL")
    with store.open_file(closed) as opened:
        report = opened.load()
        assert report.output("letters").planned_text.startswith("41")
    assert [each.name for each in closed.parent.iterdir()] == [closed.name]
    assert closed.read_bytes()[18:20] == b"\1\1"
    assert small_report().counts() == report.counts()
