"""A report is opened and read without what only writing needs: that alone takes as long as the rest of a start."""

import subprocess
import sys
from pathlib import Path

import pytest

from rbb_editor import store
from tests.store.kills import ROOT

COLD = """
import sys
from pathlib import Path
from threading import Thread
from rbb_editor import store
from tests.made_up import NOW
from tests.store.edits import planned_text

path, read_only, warm = Path(sys.argv[1]), sys.argv[2] == "reader", sys.argv[2] == "warm"
heavy = {"sqlalchemy", "asyncio", "socket", "tempfile", "zipfile", "secrets", "rbb_editor.store.backups"}
with store.open_file(path, read_only=read_only) as opened:
    report = opened.load()
    assert [record.seq for record in opened.journal()] == [1, 2]
    assert opened.load() == report and opened.change_of(2).ids() == {"letters"}
    assert not heavy & set(sys.modules), heavy & set(sys.modules)
    if warm:
        worker = Thread(target=store.warm_up)
        worker.start()
        worker.join()
        store.warm_up()
        known = set(sys.modules)
    if not read_only:
        change = planned_text(report, "42 letters")
        assert opened.commit(change, store.Entry("Drafter", NOW)) == 3
        report.apply(change)
        assert opened.load() == report
        assert opened.journal()[-1].author == "Drafter"
    if warm:
        assert set(sys.modules) == known, set(sys.modules) - known
print("done")
"""


@pytest.mark.parametrize("who", ["reader", "writer", "warm"])
def test_a_file_is_opened_and_read_without_the_library_that_writes(closed: Path, who: str):
    """The first change works after that, and after `warm_up` nothing is left to import for it."""
    done = subprocess.run([sys.executable, "-c", COLD, str(closed), who], capture_output=True, text=True, cwd=ROOT)
    assert (done.stdout, done.stderr) == ("done\n", "")
    with store.open_file(closed) as opened:
        words = "41 letters to Member States" if who == "reader" else "42 letters"
        assert opened.load().output("letters").planned_text == words
        opened.verify()
