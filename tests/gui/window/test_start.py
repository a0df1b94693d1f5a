"""What a start with a report loads before its window is painted: each of these once came in unnoticed, and cost it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = """
import sys
sys.path.insert(0, sys.argv.pop(1))
from rbb_editor import __main__ as program
run = program._window()
program._window = lambda: run
from PySide6 import QtCore, QtGui, QtWidgets

def painted(*_):
    while not any(each.isVisible() for each in QtWidgets.QApplication.topLevelWidgets()):
        QtWidgets.QApplication.processEvents()
    classes = {name for module in (QtCore, QtGui, QtWidgets) for name in vars(module)}
    print(*sys.modules, *classes, sep="\\n", flush=True)
    sys.exit(0)

QtWidgets.QApplication.exec = painted
sys.exit(program.main(sys.argv[1:]))
"""
LIBRARIES = {"argparse", "logging", "sqlalchemy", "docx", "openpyxl", "lxml", "regex", "PySide6.QtNetwork"}
PARTS = {
    f"rbb_editor.{name}"
    for name in ("leftovers", "edits", "merge", "document", "formats", "project.transfer", "domain.remark",
                 "domain.remark_words", "domain.reasons", "domain.reason_words", "domain.sentences", "gui.changing",
                 "gui.commands", "gui.dialogs.message", "gui.overview", "gui.panels.findings", "gui.start.page",
                 "gui.table.editing", "gui.work")
}  # fmt: skip
CLASSES = {"QStyle", "QTextEdit", "QDialog", "QMessageBox", "QComboBox", "QFileDialog", "QTextBrowser"}
"""Of Qt's, some with hundreds of values: `QStyle` takes a sixtieth of a start."""


def test_nothing_that_the_first_picture_does_not_show_is_loaded(make_file: Callable[..., Path], tmp_path: Path):
    own = {name: str(tmp_path) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    environment = {**os.environ, **own, "QT_QPA_PLATFORM": "offscreen"}
    words = [sys.executable, "-c", PROGRAM, str(ROOT), str(make_file())]
    done = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, timeout=60, env=environment)
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.splitlines())
    assert {"QTableView", "rbb_editor.gui.table.view"} <= loaded
    assert loaded & (LIBRARIES | PARTS | CLASSES) == set()
