"""The whole window on 10,000 outputs: the arrow key with each page of the inspector, last year's report kept beside."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rbb_editor.domain.entities import EarlierReport
from rbb_editor.domain.report import Report
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.panels.inspector import TABS
from rbb_editor.gui.table.columns import Field
from rbb_editor.gui.table.moves import Spot
from rbb_editor.project import Project
from rbb_editor.project.sample import make_sample
from rbb_editor.store import pack_earlier
from tests.bench.bench_last_year import year_before
from tests.bench.large_window import application, open_large
from tests.bench.measure import tell
from tests.gui.every_window import settle

OUTPUTS = 10_000
KEYS = 200
FRAME = 16.0
"""Milliseconds that one key may take, 95 of 100 times."""


def main() -> None:
    """Prints the lines; all times are CPU time, in the picture of the screen and of the inspector."""
    app = application()
    with TemporaryDirectory() as name:
        path = Path(name) / "large.rbb"
        write(path)
        window = open_large(path, whole=True)
        for tab in TABS:
            arrows(app, window, tab.key)
        window.close()


def write(path: Path) -> None:
    """A report with last year's beside it."""
    now = make_sample(OUTPUTS, "zh")
    then = Report(year_before(each) for each in (now.info, *now.walk()))
    with Project.create(path, now, author="Bench") as project:
        key, packed = pack_earlier(then)
        project.keep_earlier(EarlierReport(key, "last.docx", outputs=OUTPUTS), packed)


def arrows(app: QApplication, window: MainWindow, page: str) -> None:
    """From the arrow key to the row and its page of the inspector on the screen."""
    place = window.workspace
    assert place is not None
    table = place.table
    place.side.reveal(page)
    place.refresh_inspector()
    settle(lambda: place.beside.want() is not None)
    table.setFocus()
    table.standing.go(Spot(table.standing.moves().first() or 0, Field.COMPLETED))
    settle()

    def down() -> None:
        QTest.keyClick(table, Qt.Key.Key_Down)
        app.processEvents()

    for _ in range(KEYS // 4):
        down()
    tell(f"the arrow down, the inspector shows {page}, p95", at_95(down), FRAME, "ms")


def at_95(work: Callable[[], object]) -> float:
    """The milliseconds that 95 of 100 calls keep."""
    times = []
    for _ in range(KEYS):
        start = process_time()
        work()
        times.append((process_time() - start) * 1000)
    return sorted(times)[int(KEYS * 0.95)]


if __name__ == "__main__":
    main()
