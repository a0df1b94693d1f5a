"""`python -m rbb_editor` and the command `rbb-editor`: with a sub-command the command line, otherwise the window."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from rbb_editor import cli


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the program and returns its exit code: 0 done, 1 a check found errors, 2 it could not be done.

    A sub-command or an option (`--help`, `--version`) goes to the command line; files, or nothing, to the window.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    cli.use_utf8(sys.stdout, sys.stderr)
    if arguments and (arguments[0].startswith("-") or _is_command(arguments[0])):
        return cli.main(arguments)
    if not _has_screen():
        return cli.no_screen()
    return _window()([Path(argument) for argument in arguments])


def _window() -> Callable[[Sequence[Path]], int]:
    """What opens the window; loaded only here, so that the command line works without a screen and without Qt."""
    # a start makes tens of thousands of objects and hardly any garbage: looking for it costs a tenth; see gui.app.run
    gc.disable()
    from rbb_editor.gui.imports import load_qt

    load_qt()
    from rbb_editor.gui.app import run

    return run


def _has_screen() -> bool:
    """Whether a window can be shown; Qt would end the process without a word that helps."""
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _is_command(word: str) -> bool:
    """Whether a first argument is meant as a sub-command: known, or a bare word that is no file (a slip of the key)."""
    return word in cli.NAMES or not (Path(word).exists() or Path(word).suffix or len(Path(word).parts) > 1)


if __name__ == "__main__":
    sys.exit(main())
