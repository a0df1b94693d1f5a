"""Power cuts and crashes: what was acknowledged is there."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from rbb_editor import store
from tests.made_up import small_report
from tests.store.conftest import ENTRY
from tests.store.kills import kill_editors
from tests.store.test_damage import large


def test_no_acknowledged_edit_is_lost_when_the_program_is_killed(path: Path):
    store.create(path, small_report(), ENTRY).close()
    came = kill_editors(path, 20)
    assert (came.kills, came.lost, came.unsound) == (20, 0, 0)
    assert came.acknowledged > 50
    assert [each.name for each in path.parent.iterdir()] == [path.name], "also after a crash one file is left"


def test_a_file_with_half_a_change_is_read_as_it_was_before_and_not_touched(path: Path, tmp_path: Path):
    """As a killed program leaves it: some pages written, the journal to roll them back beside it."""
    report = large(path)
    left = tmp_path / "left.rbb"
    beside = [left, tmp_path / "left.rbb-journal"]
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA cache_size=2")
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("UPDATE components SET remarks = remarks || 'x'")
        for source, target in zip((path, f"{path}-journal"), beside, strict=True):
            shutil.copy(source, target)
        raw.execute("ROLLBACK")
    before = [each.read_bytes() for each in beside]
    with store.open_file(left, read_only=True) as opened:
        assert opened.load() == report
        assert len(opened.journal()) == 1
    assert [each.read_bytes() for each in beside] == before
    with store.open_file(left) as opened:
        assert opened.load() == report
    assert not beside[1].exists()
