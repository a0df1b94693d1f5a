"""From the start of the process to a painted, usable window, against a bare PySide6 process."""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory, mkdtemp
from time import time

from rbb_editor.domain.report import Report
from rbb_editor.project import Project
from rbb_editor.project.sample import USUAL_SIZE, make_sample
from rbb_editor.project.transfer import read_file
from tests.bench.measure import SHARED, tell

RUNS = 9
ROOT = Path(__file__).resolve().parents[2]

UNTIL_PAINTED = '''
import os, sys, time
from PySide6.QtWidgets import QApplication, QHeaderView, QMainWindow, QTreeView, QAbstractItemView

def usable(rows):
    """A main window is shown whose outline and table have rows (bare: are there)."""
    views = [view for window in QApplication.topLevelWidgets() if isinstance(window, QMainWindow) and window.isVisible()
             for view in window.findChildren(QAbstractItemView)
             if view.isVisible() and not isinstance(view, QHeaderView) and view.model() is not None]
    filled = [view for view in views if view.model().rowCount() >= rows]
    tables = [view for view in filled if not isinstance(view, QTreeView)]
    return bool(tables) and any(isinstance(view, QTreeView) for view in filled)

def run(rows):
    """Tells the seconds from the start until the window is usable and painted, without those of looking for it."""
    end, looking = time.monotonic() + 60, 0.0
    while time.monotonic() < end:
        QApplication.processEvents()
        looked = time.monotonic()
        found = usable(rows)
        looking += time.monotonic() - looked
        if found:
            QApplication.processEvents()  # paints what has just appeared
            print(time.time() - float(os.environ["STARTED"]) - looking, flush=True)
            os._exit(0)
    print("no usable window within a minute", file=sys.stderr, flush=True)
    os._exit(1)
'''
BARE = (
    UNTIL_PAINTED
    + """
from PySide6.QtWidgets import QSplitter, QTableView
from PySide6.QtGui import QStandardItemModel
app = QApplication([])
window = QMainWindow()
splitter = QSplitter()
tree, table = QTreeView(), QTableView()
tree.setModel(QStandardItemModel(window))
table.setModel(QStandardItemModel(window))
splitter.addWidget(tree)
splitter.addWidget(table)
window.setCentralWidget(splitter)
window.resize(1440, 900)
window.show()
run(0)
"""
)
PROGRAM = (
    """
from rbb_editor import __main__ as program
window = program._window()  # before Qt, as the program does
program._window = lambda: window
"""
    + UNTIL_PAINTED
    + """
from rbb_editor.__main__ import main
QApplication.exec = staticmethod(lambda *_: run(1))
main(sys.argv[1:])
"""
)


def main() -> None:
    """Prints the lines."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        real = SHARED / "data" / "addendum_zh.txt"
        usual = read_file(real).report if real.is_file() else make_sample(USUAL_SIZE, "zh")
        ratio(usual, "the real addendum" if real.is_file() else f"{USUAL_SIZE} outputs", 2.5, folder)
        ratio(make_sample(10_000, "zh"), "10,000 outputs", 4.0, folder)


def ratio(report: Report, what: str, limit: float, folder: Path) -> None:
    """One line: medians of runs taken in turn, after one of each that warms the disk."""
    file = folder / f"{len(report)}.rbb"
    Project.create(file, report, author="bench").close()
    bare, ours = [], []
    for _ in range(RUNS + 1):
        bare.append(started(BARE, folder))
        ours.append(started(PROGRAM, folder, str(file)))
    one, other = median(bare[1:]), median(ours[1:])
    tell(f"start with {what} open", other / one, limit, detail=f"{one * 1000:.0f} ms bare, {other * 1000:.0f} ms")


def started(program: str, home: Path, *arguments: str) -> float:
    """Seconds from before the process is made until its window is painted, on a screen without a display."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "PYTHON"))}
    # a user of its own: no settings, no recent files, no other window of the same program
    own = mkdtemp(dir=home)  # of every run: the one before ended as in a crash, and its reports would open too
    environment |= {"QT_QPA_PLATFORM": "offscreen", "HOME": own, "PYTHONPATH": str(ROOT)}
    environment["STARTED"] = repr(time())
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, env=environment, timeout=90
    )
    if done.returncode:
        raise SystemExit(f"the window did not open: {done.stderr}")
    return float(done.stdout.split()[-1])


if __name__ == "__main__":
    main()
