"""How Qt is loaded: what a start does not need is left out, and is there once it is asked for."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OURS = "from rbb_editor.gui.imports import load_qt; load_qt()"
PLAIN = "import PySide6.QtCore"
PARSER = "vars(sys.modules['shibokensupport.signature.parser'])"


def told(program: str, loading: str = OURS) -> str:
    """What a process prints that has loaded Qt as the program does, or (PLAIN) as any other."""
    begin = f"import builtins, sys; sys.path.insert(0, {str(ROOT)!r}); own = builtins.__import__, builtins.compile"
    lines = "\n".join([begin, loading, program])
    done = subprocess.run([sys.executable, "-c", lines], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_python_imports_and_compiles_as_before():
    assert told("print((builtins.__import__, builtins.compile) == own)") == "True"


def test_how_functions_are_called_is_compiled_when_it_is_asked_for():
    call = "try: PySide6.QtCore.QPoint('a')\nexcept TypeError: pass"
    assert told(f"print('try_to_guess' in {PARSER}, *{{'argparse', 'logging'}} & set(sys.modules))") == "False"
    assert told(f"import PySide6.QtCore\n{call}\nprint('try_to_guess' in {PARSER})") == "True"


@pytest.mark.parametrize(
    "program",
    [
        "from PySide6.QtCore import QPoint\ntry: QPoint('a')\nexcept TypeError as error: print(error)",
        "from PySide6.QtCore import QObject\ntry: QObject(nonsense=1)\nexcept AttributeError as error: print(error)",
        "from PySide6.QtCore import QPoint\nprint(QPoint.manhattanLength.__doc__)",
        "from PySide6.support.signature.lib.pyi_generator import generate_pyi\nprint(generate_pyi.__name__)",
    ],
)
def test_what_pyside_says_is_the_same(program: str):
    assert told(program) == told(program, PLAIN) != ""
