"""Starting other programs: with a clean environment, and with what they said when they fail."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

# Settings of this user's Python and pip that would lead an installation astray.
ASTRAY = ("PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_PYTHON", "PIP_LOG")


@dataclass(frozen=True)
class Outcome:
    """How a program ended: its exit code and what it wrote to its error output."""

    code: int
    errors: str


def environment(environ: Mapping[str, str], **more: str) -> dict[str, str]:
    """The environment variables for a program of ours: the user's, without what would lead it astray."""
    return {name: value for name, value in environ.items() if name not in ASTRAY} | more


def attempt(
    command: Sequence[str],
    environ: Mapping[str, str],
    *,
    show_output: bool = False,
    heard: Callable[[str], None] = lambda _line: None,
) -> Outcome:
    """Run a program that may fail; its error output is kept, each line of it is also given to `heard` at once."""
    with subprocess.Popen(
        list(command),
        env=dict(environ),
        stdin=subprocess.DEVNULL,
        stdout=None if show_output else subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as process:
        lines: list[str] = []
        for line in process.stderr or ():
            lines.append(line)
            heard(line)
    return Outcome(process.returncode, "".join(lines))


def system_python() -> str:
    """The Python that this one was installed or, in a virtual environment, derived from: it knows pip and venv."""
    return str(getattr(sys, "_base_executable", sys.executable))


def is_root() -> bool:
    """Whether this process may install system packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0
