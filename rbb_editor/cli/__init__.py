"""The command line: `rbb-editor SUB-COMMAND …`. Thin: arguments, texts and exit codes over `project`.

What every start of the program needs stands here and is light; the sub-commands are loaded when one is wanted.
"""

from collections.abc import Sequence
from io import TextIOWrapper
from typing import TextIO

NAMES = ("new", "import", "check", "export", "info", "earlier", "sample")
"""The sub-commands, in the order of the help."""


def main(argv: Sequence[str]) -> int:
    """Does what a command line says and returns the exit code; a fault is one sentence on stderr."""
    from rbb_editor.cli.run import run

    return run(argv)


def no_screen() -> int:
    """Says that no window can be opened, and what can be done without one; returns the exit code."""
    from rbb_editor.cli.run import no_screen as say_so

    return say_so()


def use_utf8(*streams: TextIO | None) -> None:
    """Makes streams take every text of a report: UTF-8 also in a C locale or a Windows pipe, broken characters escaped.

    A stream may be None (a Windows program without a console) or not of our making (a test's): then it stays as it is.
    """
    for stream in streams:
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
