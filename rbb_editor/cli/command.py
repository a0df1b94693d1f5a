"""What a sub-command is to the command line: its name, its help, its arguments and what it does."""

from argparse import Namespace
from collections.abc import Callable
from typing import Any

from msgspec import Struct

from rbb_editor.cli.console import Console
from rbb_editor.domain.text import Text
from rbb_editor.i18n import Translator

DONE, FOUND, FAILED = 0, 1, 2
"""Exit codes: done; a check found an error that stands; it could not be done and nothing was changed."""

Add = Callable[..., Any]
"""`add_argument` of an argparse group."""


Run = Callable[[Namespace, Console], int]
"""Does the work of a sub-command and returns the exit code; raises UserError where it cannot be done."""


class Command(Struct, frozen=True):
    """One sub-command. `title`: one line for the list; `about`: what `--help` says above the arguments."""

    name: str
    title: Text
    about: Text
    add_arguments: Callable[[Add, Translator], None]
    run: Run
