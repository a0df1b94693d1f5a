"""When the disk fails: a sentence, nothing half-written, and the store goes on as soon as it can."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from rbb_editor import store
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
        except (store.DiskFull, store.DiskFailed) as error:
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
    import sqlite3
    from contextlib import closing

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
