"""When the disk fails: a sentence, nothing half-written, and the store goes on as soon as it can."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path, PureWindowsPath

import pytest

from rbb_editor import store
from rbb_editor.store.connect import address
from tests.made_up import small_report
from tests.store.conftest import ENTRY
from tests.store.edits import edit, planned_text
from tests.store.kills import ROOT

FULL_DISK = """
import resource, sys
from pathlib import Path
from rbb_editor import store
from tests.store.conftest import ENTRY
from tests.store.edits import edit, planned_text

path = Path(sys.argv[1])
room = int(sys.argv[2])
with store.open_file(path) as opened:
    report = opened.load()
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + room, resource.RLIM_INFINITY))
    full = 0
    for number in range(40):
        try:
            edit(opened, report, f"{number} letters " + "a long text " * 50 * number)
        except store.DiskFull as error:
            full += 1
            assert "is full" in str(error) and "is safe" in str(error)
            assert opened.load() == report
        except store.DiskFailed as error:
            full += 1
            assert opened.load() == report
    assert full, "the disk never got full"
    for target in (lambda: opened.backup("test"), lambda: opened.save_copy(path.with_name("copy.rbb"))):
        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, resource.RLIM_INFINITY))
        try:
            target()
        except store.DiskFull as error:
            assert "not enough room" in str(error) and "step" not in str(error)
        except store.DiskFailed as error:
            pass
        else:
            raise AssertionError("a copy was written to a full disk")
    try:
        store.create(path.with_name("new.rbb"), report, ENTRY)
    except (store.DiskFull, store.DiskFailed) as error:
        pass
    else:
        raise AssertionError("a file was made on a full disk")
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    edit(opened, report, "1000 letters")
    opened.verify()
    assert opened.load() == report
    print(full, len(opened.journal()))
"""


@pytest.mark.skipif(os.name == "nt", reason="limits of a process exist on POSIX only")
@pytest.mark.parametrize("room", [0, 4096, 16384])
def test_a_full_disk_costs_the_last_step_only(closed: Path, room: int):
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}  # modules must not be cut off by the limit
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(closed), str(room)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    assert [each.name for each in closed.parent.iterdir()] == [closed.name]
    with store.open_file(closed) as opened:
        opened.verify()
        assert opened.load().output("letters").planned_text == "1000 letters"


def gone(path: Path) -> None:
    path.unlink()


def moved(path: Path) -> None:
    path.rename(path.with_name("elsewhere.rbb"))


def replaced(path: Path) -> None:
    copy = path.with_name("copy.rbb")
    copy.write_bytes(path.read_bytes())
    copy.replace(path)


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let an open file be moved")
@pytest.mark.parametrize("happened", [gone, moved, replaced])
def test_a_file_that_is_no_longer_there_takes_no_change_but_gives_a_copy(closed: Path, happened):
    with store.open_file(closed) as opened:
        report = opened.load()
        happened(closed)
        there = closed.read_bytes() if closed.exists() else None
        with pytest.raises(store.Moved, match="moved, deleted or replaced"):
            opened.commit(planned_text(report, "42 letters"), ENTRY)
        assert there == (closed.read_bytes() if closed.exists() else None)
        opened.save_copy(closed.with_name("kept.rbb"))
    with store.open_file(closed.with_name("kept.rbb")) as kept:
        assert kept.load() == report


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let an open file be moved")
def test_a_file_that_comes_back_is_written_again(closed: Path):
    aside = closed.with_name("aside")
    with store.open_file(closed) as opened:
        report = opened.load()
        closed.rename(aside)
        with pytest.raises(store.Moved):
            opened.commit(planned_text(report, "42 letters"), ENTRY)
        aside.rename(closed)
        edit(opened, report, "43 letters")
        assert opened.load() == report


def test_a_file_that_another_program_writes_is_busy_for_a_moment(closed: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("rbb_editor.store.connect.PATIENCE", 0.05)
    with store.open_file(closed) as opened, closing(sqlite3.connect(closed, isolation_level=None)) as other:
        report = opened.load()
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(store.Busy, match="Try again"):
            opened.commit(planned_text(report, "42 letters"), ENTRY)
        other.execute("ROLLBACK")
        edit(opened, report, "43 letters")
        assert opened.load() == report
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM outputs").fetchone()
        with pytest.raises(store.Busy):
            opened.commit(planned_text(report, "44 letters"), ENTRY)
        other.execute("ROLLBACK")
        edit(opened, report, "45 letters")
        opened.verify()


@pytest.mark.parametrize("name", ["no such folder/x.rbb", "report #1?.rbb/x.rbb"])
def test_a_new_file_needs_a_folder(closed: Path, name: str):
    with pytest.raises((store.Missing, store.DiskFailed, store.NotWritable)):
        store.create(closed.parent / name, small_report(), ENTRY)
    with pytest.raises(store.IsFolder):
        store.create(closed.parent, small_report(), ENTRY, replace=True)
    assert [each.name for each in closed.parent.iterdir()] == [closed.name]


def killed_within_a_change(path: Path) -> None:
    """Leaves the file as a program does that was killed in the middle of writing much: half-changed, its journal
    beside it.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA cache_size=1")
        raw.execute("BEGIN IMMEDIATE")
        for table, column in (("outputs", "planned_text"), ("sections", "title"), ("components", "remarks")):
            raw.execute(f"UPDATE {table} SET {column} = hex(randomblob(50000))")
        left = {each: each.read_bytes() for each in (path, path.with_name(f"{path.name}-journal"))}
        raw.execute("ROLLBACK")
    for each, content in left.items():
        each.write_bytes(content)
    *_, journal = left.values()
    assert int.from_bytes(journal[8:12], "big"), "nothing in it would be rolled back"


def test_a_copy_in_place_of_a_file_whose_program_was_killed_is_the_copy(closed: Path):
    target = closed.with_name("killed.rbb")
    with store.open_file(closed) as opened:
        opened.save_copy(target)
        killed_within_a_change(target)
        edit(opened, opened.load(), "42 letters")
        opened.save_copy(target)
        with store.open_file(target) as copied:
            copied.verify()
            assert copied.load() == opened.load()


def test_a_new_file_is_not_changed_by_the_journal_of_one_that_is_gone(closed: Path):
    killed_within_a_change(closed)
    closed.unlink()
    with store.create(closed, small_report(), ENTRY) as made:
        made.verify()
        assert made.load() == small_report()


def test_a_file_in_use_by_a_program_that_was_killed_in_another_mode_is_replaced_whole(closed: Path, tmp_path: Path):
    target = tmp_path / "other.rbb"
    shutil.copyfile(closed, target)
    with closing(sqlite3.connect(target, isolation_level=None)) as raw:
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("UPDATE outputs SET planned_text = 'theirs'")
        left = {each: each.read_bytes() for each in tmp_path.iterdir() if each.name.startswith("other.rbb")}
    for each, content in left.items():
        each.write_bytes(content)
    with store.open_file(closed) as opened:
        opened.save_copy(target)
        with store.open_file(target) as copied:
            assert copied.load() == opened.load()


def test_names_of_eighty_chinese_characters_can_be_made_copied_and_backed_up(tmp_path: Path):
    with store.create(tmp_path / f"{'报' * 80}.rbb", small_report(), ENTRY) as made:
        made.save_copy(tmp_path / f"{'告' * 80}.rbb")
        with store.open_file(made.backup("merge")) as copied:
            assert copied.load() == small_report()


def test_a_share_of_windows_is_named_without_a_host():
    assert (
        address(PureWindowsPath(r"\\server\share\my reports\a #1.rbb")) == "file:////server/share/my reports/a %231.rbb"
    )
    assert address(PureWindowsPath(r"C:\reports\100%.rbb")) == "file:///C:/reports/100%25.rbb"
