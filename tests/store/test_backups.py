"""Backups and copies: whole, verified, kept in order; and what an upgrade does before it changes a file."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection

from rbb_editor import store
from rbb_editor.store import backups, migrations, schema
from tests.store.edits import edit
from tests.store.test_damage import large
from tests.store.test_refusals import alter


def test_a_backup_is_a_whole_report_in_the_users_folder(closed: Path, own_data_folder: Path):
    with store.open_file(closed) as opened:
        report = opened.load()
        path = opened.backup("before import: “A & B”/../x")
        edit(opened, report.snapshot(), "never in the backup")
    assert own_data_folder in path.parents
    assert path.parent.parent.name == "backups"
    assert closed.stem in path.name
    assert [each.name for each in closed.parent.iterdir()] == [closed.name]
    with store.open_file(path) as kept:
        assert kept.load() == report
        assert len(kept.journal()) == 2
        kept.verify()


def test_the_latest_backups_are_kept(opened: store.Store, monkeypatch: pytest.MonkeyPatch):
    made = [opened.backup(str(number)) for number in range(backups.KEPT + 4)]
    assert [path.exists() for path in made] == [False] * 3 + [True] * (backups.KEPT + 1)
    assert set(made[0].parent.iterdir()) == set(made[3:])


def test_a_renamed_report_keeps_its_backups_and_another_one_does_not_touch_them(closed: Path):
    from rbb_editor.domain.report import Report
    from tests.made_up import NOW

    with store.open_file(closed) as opened:
        first = opened.backup("a")
    renamed = closed.rename(closed.with_name("renamed.rbb"))
    with store.open_file(renamed) as opened:
        assert opened.backup("b").parent == first.parent
    with store.create(closed, Report(), store.Entry("Someone else", NOW)) as other:
        assert other.backup("c").parent != first.parent


def test_a_backup_of_a_damaged_file_is_refused(closed: Path):
    with store.open_file(closed) as opened:
        before = opened.backup("a")
        alter(closed, "UPDATE outputs SET planned_text = 'wrong' WHERE id = 'visits'")
        with pytest.raises(store.Damaged, match="row of “outputs”"):
            opened.backup("b")
        with pytest.raises(store.Damaged, match="row of “outputs”"):
            opened.save_copy(closed.with_name("copy.rbb"))
    assert list(before.parent.iterdir()) == [before]
    assert [each.name for each in closed.parent.iterdir()] == [closed.name]


def test_a_copy_replaces_a_file_whole(opened: store.Store, path: Path, tmp_path: Path):
    target = tmp_path / "copy.rbb"
    target.write_text("an older file")
    opened.save_copy(target)
    with store.open_file(target) as copied:
        assert copied.load() == opened.load()
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted(["copy.rbb", path.parent.name])
    with pytest.raises(store.Exists):
        opened.save_copy(path)
    with pytest.raises(store.IsFolder):
        opened.save_copy(tmp_path)
    assert opened.load() == copied_report(target)


def copied_report(path: Path):
    with store.open_file(path, read_only=True) as opened:
        return opened.load()


def test_a_large_file_is_copied_whole(path: Path):
    report = large(path)
    with store.open_file(path) as opened:
        opened.save_copy(path.with_name("copy.rbb"))
    assert copied_report(path.with_name("copy.rbb")) == report


@pytest.fixture
def earlier(closed: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of the version before today's: one without an index that the step to today's makes."""

    def add_index(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE INDEX outputs_parent ON outputs (parent)")

    alter(closed, "DROP INDEX outputs_parent")
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    monkeypatch.setitem(migrations.STEPS, schema.VERSION - 1, add_index)
    return closed


def version_in(path: Path) -> int:
    with closing(sqlite3.connect(path)) as raw:
        return int(raw.execute("PRAGMA user_version").fetchone()[0])


def test_an_earlier_version_is_brought_up_to_date_after_a_backup(earlier: Path, own_data_folder: Path):
    old = version_in(earlier)
    with store.open_file(earlier) as opened:
        report = opened.load()
        edit(opened, report, "42 letters")
        opened.verify()
    assert version_in(earlier) == old + 1
    [kept] = own_data_folder.rglob("*.rbb")
    assert f"version-{old}" in kept.name
    assert version_in(kept) == old
    with store.open_file(earlier) as again:
        assert again.load() == report
    assert list(own_data_folder.rglob("*.rbb")) == [kept]


def test_an_earlier_version_is_read_without_being_changed(earlier: Path, own_data_folder: Path):
    before = earlier.read_bytes()
    with store.open_file(earlier, read_only=True) as opened:
        assert opened.load().output("letters").planned_text.startswith("41")
        assert len(opened.journal()) == 2
    assert earlier.read_bytes() == before
    assert list(own_data_folder.rglob("*.rbb")) == []


def test_a_step_that_fails_leaves_the_file_as_it_was(earlier: Path, monkeypatch: pytest.MonkeyPatch):
    def fail_half_way(connection: Connection) -> None:
        connection.exec_driver_sql("ALTER TABLE outputs ADD COLUMN colour TEXT")
        connection.exec_driver_sql("DELETE FROM comments")
        raise ZeroDivisionError

    before = earlier.read_bytes()
    monkeypatch.setitem(migrations.STEPS, schema.VERSION - 1, fail_half_way)
    with pytest.raises(ZeroDivisionError):
        store.open_file(earlier)
    assert earlier.read_bytes()[100:] == before[100:]
    assert [each.name for each in earlier.parent.iterdir()] == [earlier.name]


def test_an_earlier_version_with_a_trigger_is_not_brought_up(earlier: Path):
    alter(earlier, "CREATE TRIGGER trap AFTER INSERT ON journal BEGIN DELETE FROM outputs; END")
    with pytest.raises(store.ForeignSchema, match="trap"):
        store.open_file(earlier)


def test_a_step_that_does_not_lead_to_todays_tables_is_noticed(earlier: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(migrations.STEPS, schema.VERSION - 1, lambda connection: None)
    with pytest.raises(store.Damaged, match="outputs_parent"):
        store.open_file(earlier)
