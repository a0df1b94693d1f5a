"""How Qt is loaded: Python is as it was afterwards, and what a start does not need is left out."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def told(program: str) -> list[str]:
    """The lines that a process prints that has loaded Qt as the program does."""
    begin = f"import builtins, sys; sys.path.insert(0, {str(ROOT)!r}); own = builtins.__import__, builtins.compile\n"
    loading = "from rbb_editor.gui.imports import load_qt; load_qt()\n"
    done = subprocess.run([sys.executable, "-c", begin + loading + program], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_python_imports_and_compiles_as_before():
    assert told("print((builtins.__import__, builtins.compile) == own)") == ["True"]


def test_what_writes_stub_files_is_left_out():
    assert told("print(*{'argparse', 'logging', 'gettext'} & set(sys.modules))") == [""]


def test_a_wrong_call_is_still_told_with_the_right_ones():
    call = "from PySide6.QtCore import QPoint\ntry: QPoint('a')\nexcept TypeError as error: print(error)"
    assert any("QPoint.__init__(xpos: int, ypos: int" in line for line in told(call))
