"""Power cuts and crashes: what was acknowledged is there."""

from pathlib import Path

from rbb_editor import store
from tests.made_up import small_report
from tests.store.conftest import ENTRY
from tests.store.kills import kill_editors


def test_no_acknowledged_edit_is_lost_when_the_program_is_killed(path: Path):
    store.create(path, small_report(), ENTRY).close()
    came = kill_editors(path, 20)
    assert (came.kills, came.lost, came.unsound) == (20, 0, 0)
    assert came.acknowledged > 50
    assert [each.name for each in path.parent.iterdir()] == [path.name], "also after a crash one file is left"
