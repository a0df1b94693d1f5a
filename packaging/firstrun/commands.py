"""The four ways to call `run.py`."""

import io
import os
import sys
from collections.abc import Sequence

from firstrun import display, editor, environment, libraries, places
from firstrun.display import Display
from firstrun.problem import Problem

USAGE = """\
python3 packaging/run.py                 opens the editor on a fresh copy of the sample report
python3 packaging/run.py test [ARGS…]    passes the tests, without a display; ARGS go to pytest
python3 packaging/run.py -- ARGS…        passes ARGS to rbb-editor
python3 packaging/run.py python ARGS…    runs the environment's Python, developer packages included
"""
RUNTIME = "requirements"
DEVELOPMENT = "requirements-dev"
ON_ALL_CORES = ("-n", "auto", "--dist", "worksteal")


def main(arguments: Sequence[str]) -> int:
    """Do what the command line asks; the exit code. What can be foreseen to fail is told in a sentence, with 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace", line_buffering=True)
    try:
        return _call(arguments)
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 2
    except OSError as error:
        # The machine's fault, not ours: a full disk, a folder that cannot be written, a program that cannot start.
        where = f": {error.filename}" if error.filename else ""
        print(f"This machine does not allow it: {error.strerror or error}{where}.", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Stopped. The next start takes up where this one ended.", file=sys.stderr)
        return 130


def _call(arguments: Sequence[str]) -> int:
    match list(arguments):
        case []:
            window = editor.usable_display()
            return editor.open_sample(_environment(RUNTIME), window)
        case ["test", *rest]:
            return _test(rest)
        case ["--", *rest]:
            return _editor(rest)
        case ["python", *rest]:
            return editor.python(_environment(DEVELOPMENT), rest)
        case ["-h" | "--help"]:
            print(USAGE, end="")
            return 0
        case _:
            msg = f"run.py does not know {' '.join(arguments)!r}. It is called so:\n{USAGE}"
            raise Problem(msg)


def _environment(name: str) -> environment.Environment:
    return environment.ready(places.CHECKOUT, name, os.environ)


def _test(arguments: Sequence[str]) -> int:
    """Pass the tests in the checkout, whatever folder and display this was called from."""
    libraries.bring(Display.OTHER)
    options = ["-m", "pytest", *(arguments or ON_ALL_CORES)]
    more = {"QT_QPA_PLATFORM": "offscreen"}
    if not places.can_write(places.CHECKOUT):
        options += ["-p", "no:cacheprovider"]
        more["HYPOTHESIS_STORAGE_DIRECTORY"] = str(places.user_folder("cache", os.environ) / "hypothesis")
    return editor.python(_environment(DEVELOPMENT), options, cwd=places.CHECKOUT, **more)


def _editor(arguments: Sequence[str]) -> int:
    """Run rbb-editor; where that means a window, what Qt would abort without is looked for first."""
    if editor.opens_window(arguments):
        if display.is_unseen(os.environ):
            libraries.bring(Display.OTHER)
        elif editor.usable_display() is Display.NONE:
            msg = "There is no display here to show a window on; the commands work without one: see -- --help"
            raise Problem(msg)
    return editor.run(_environment(RUNTIME), arguments)
