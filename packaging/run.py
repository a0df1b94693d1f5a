"""Bring what is missing on this machine, then open the editor, pass its tests or run one of its commands.

    python3 packaging/run.py                 opens the editor on a fresh copy of the sample report
    python3 packaging/run.py test [ARGS...]    passes the tests, without a display; ARGS go to pytest
    python3 packaging/run.py -- ARGS...        passes ARGS to rbb-editor
    python3 packaging/run.py python ARGS...    runs the environment's Python, developer packages included

Standard library only. This file must be readable by any older Python 3, which is told what it lacks; the work
is done by the modules of `firstrun/`.
"""

import subprocess
import sys


def runs(name: str) -> bool:
    """Whether a program of this name is there and can be started."""
    try:
        return subprocess.call([name, "-c", ""], stderr=subprocess.PIPE) == 0
    except OSError:
        return False


def too_old() -> str:
    """The sentence for a Python that is too old; it names a newer one where there is one."""
    newer = [name for name in ("python3.14", "python3.13", "python3.12", "python3.11") if runs(name)]
    advice = "start it with %s packaging/run.py" % newer[0] if newer else "install Python 3.11 or newer and start again"  # noqa: UP031
    return "RBB Editor needs Python 3.11 or newer and this is Python %d.%d; %s.\n" % (sys.version_info[:2] + (advice,))  # noqa: UP031, RUF005


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036
        sys.stderr.write(too_old())
        sys.exit(2)
    try:
        from firstrun.commands import main
    except ModuleNotFoundError as error:
        if error.name not in sys.stdlib_module_names:
            raise
        lacking = "This Python lacks a part of its standard library (%s): sudo apt-get install python3 python3-venv\n"
        sys.stderr.write(lacking % error.name)
        sys.exit(2)

    sys.exit(main(sys.argv[1:]))
