"""From the words of a command line to an exit code."""

import argparse
import os
import signal
import sys
from collections.abc import Callable, Sequence
from types import FrameType
from typing import Any, NoReturn

from rbb_editor import __version__
from rbb_editor.cli import check, earlier, export, import_file, info, new, sample
from rbb_editor.cli.command import DONE, FAILED, Command
from rbb_editor.cli.console import Console
from rbb_editor.domain.text import N_, Text
from rbb_editor.errors import UserError
from rbb_editor.i18n import interface_languages

PROGRAM = "rbb-editor"
COMMANDS: tuple[Command, ...] = (
    new.COMMAND,
    import_file.COMMAND,
    check.COMMAND,
    export.COMMAND,
    info.COMMAND,
    earlier.COMMAND,
    sample.COMMAND,
)

ABOUT = Text.of(
    N_(
        "Drafts, checks and submits results-based-budgeting performance addenda. Without a sub-command the window"
        " opens, on FILE where one is named."
    )
)
CODES = Text.of(N_("Exit codes: 0 done; 1 a check found errors; 2 it could not be done, and nothing was changed."))
NO_SCREEN = Text.of(
    N_(
        "there is no screen to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set); “rbb-editor --help” lists"
        " what can be done without one"
    )
)
STOPPED = Text.of(N_("stopped; no file was changed"))


class Parser(argparse.ArgumentParser):
    """argparse, whose complaints are one line."""

    def error(self, message: str) -> NoReturn:
        """A wrong command line: what is wrong, and where help is; exit code 2."""
        self.exit(FAILED, f"{self.prog}: {message} (see {self.prog} --help)\n")


def run(argv: Sequence[str]) -> int:
    """Does what a command line says and returns the exit code; a fault is one sentence on stderr."""
    _stop_like_ctrl_c(signal.SIGTERM)
    console = Console.of(_wanted_language(argv))
    parser = build_parser(console)
    try:
        arguments = parser.parse_args(argv)
    except SystemExit as leaving:  # argparse leaves the process after --help and after a fault
        return leaving.code if isinstance(leaving.code, int) else DONE
    try:
        code: int = arguments.run(arguments, console)
        console.out.flush()
    except UserError as error:
        console.error(error.text)
        return FAILED
    except KeyboardInterrupt:
        console.error(STOPPED)
        return FAILED
    except BrokenPipeError:  # `rbb-editor check … | head` has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return code


def no_screen() -> int:
    """Says that no window can be opened; returns the exit code."""
    Console.of(None).error(NO_SCREEN)
    return FAILED


def build_parser(console: Console) -> argparse.ArgumentParser:
    """The parser of all sub-commands, its help in the console's language."""
    say = console.translate
    parser = Parser(
        prog=PROGRAM,
        usage=say(N_("{program} [FILE] | {program} SUB-COMMAND …"), program=PROGRAM),
        description=say(ABOUT),
        epilog=say(CODES),
        add_help=False,
        allow_abbrev=False,
    )
    options = parser.add_argument_group(say(N_("options")))
    _add_common(options.add_argument, say)
    options.add_argument(
        "--version", action="version", version=f"{PROGRAM} {__version__}", help=say(N_("print the version and stop"))
    )
    commands = parser.add_subparsers(
        title=say(N_("sub-commands (each has its own --help)")),
        metavar="SUB-COMMAND",
        dest="command",
        required=True,
        prog=PROGRAM,
    )
    for command in COMMANDS:
        each = commands.add_parser(
            command.name,
            help=say(command.title),
            description=say(command.about),
            epilog=say(CODES),
            add_help=False,
            allow_abbrev=False,
        )
        group = each.add_argument_group(say(N_("arguments and options")))
        command.add_arguments(group.add_argument, say)
        _add_common(group.add_argument, say)
        each.set_defaults(run=command.run)
    return parser


def _add_common(add: Callable[..., Any], say: Callable[..., str]) -> None:
    languages = ", ".join(interface_languages())
    add("-h", "--help", action="help", help=say(N_("show this help and stop")))
    add(
        "--lang",
        metavar="LANG",
        choices=interface_languages(),
        default=argparse.SUPPRESS,
        help=say(N_("language of the messages ({languages}); else that of the system"), languages=languages),
    )


def _wanted_language(argv: Sequence[str]) -> str | None:
    """`--lang` out of a command line that is not parsed yet, since the help itself is in that language."""
    early = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    early.add_argument("--lang")
    try:
        wish = early.parse_known_args(list(argv))[0].lang
    except argparse.ArgumentError:  # `--lang` without a word: the real parser will say so
        return None
    return wish if wish in interface_languages() else None


def _stop_like_ctrl_c(number: signal.Signals) -> None:
    """A polite request to end takes the way of Ctrl+C, so that half-written files are removed."""

    def stop(signal_number: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001
        raise KeyboardInterrupt

    signal.signal(number, stop)
