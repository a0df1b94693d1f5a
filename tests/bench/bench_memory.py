"""The memory of the window with 10,000 outputs open, beside a bare PySide6 process. Linux: read from /proc."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from rbb_editor.project import Project
from rbb_editor.project.sample import make_sample
from tests.bench.measure import tell

OUTPUTS = 10_000
LIMIT = 150
ROOT = Path(__file__).resolve().parents[2]
TOLD = """
def megabytes():
    lines = open("/proc/self/status", encoding="ascii").read().splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024
"""
BARE = (
    TOLD
    + """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1440, 900)
window.show()
app.processEvents()
print(megabytes())
"""
)
OURS = (
    TOLD
    + """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from tests.gui.every_window import make_program, settle
app = QApplication([])
program = make_program(Path(sys.argv[2]))
window = program.new_window()
window.resize(1440, 900)
window.files.open_path(Path(sys.argv[1]))
window.show()
settle(lambda: window.project.checker.complete)
window.commands.show_report()
settle()
print(megabytes(), flush=True)
window.close()
"""
)


def main() -> None:
    """Prints the line."""
    if not Path("/proc/self/status").is_file():
        return
    with TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "large.rbb"
        Project.create(path, make_sample(OUTPUTS, "zh"), author="Bench").close()
        bare, ours = told(BARE), told(OURS, str(path), name)
    what = "memory beyond a bare PySide6 process, 10,000 outputs checked"
    tell(what, ours - bare, LIMIT, "MB", f"{bare:.0f} MB bare, {ours:.0f} MB")


def told(program: str, *arguments: str) -> float:
    """What a process says of itself, in megabytes."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, env=environment, timeout=300
    )
    return float(done.stdout.split()[0])


if __name__ == "__main__":
    main()
