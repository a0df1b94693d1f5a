"""The files that sub-commands read and write: a report of any kind in, a new file out, nothing half-written."""

import getpass
import os
import secrets
from argparse import ArgumentTypeError
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec.structs import replace

from rbb_editor.cli.command import Add
from rbb_editor.cli.console import Console
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.errors import UserError
from rbb_editor.i18n import Translator
from rbb_editor.resources import language_codes

SUFFIX = ".rbb"
WHILE_WRITTEN = ("{name}", "{name}-journal", ".~lock.{name}#")
"""The files that there may be while a report file is written: itself, SQLite's journal, the lock."""


def is_own(path: Path) -> bool:
    """Whether a path names a file of this program, by its suffix."""
    return path.suffix.lower() == SUFFIX


def own_file(path: Path) -> Path:
    """`path` as the name of a report file to write; UserError where its ending says another kind of file."""
    if not is_own(path):
        raise UserError(N_("{path} was not written: a report file ends in .rbb."), path=path)
    return path


def read_report(path: Path, console: Console) -> Report:
    """The report in a .rbb file, or in any file that can be imported, for reading only."""
    from rbb_editor.project import transfer

    with console.progress(Text.of(N_("Reading {file}"), file=path.name)) as progress:
        return transfer.read_file(path, progress=progress).report


def write_new(path: Path, report: Report, label: Text, *, force: bool, earlier: bytes | None = None) -> None:
    """A new .rbb file with `report`; `label` names the first entry of its history. All or nothing.

    `earlier`: what the report says that is kept beside it, packed.
    """
    from rbb_editor.project import Project

    with replacing(path, force=force) as unfinished:
        Project.create(unfinished, report, author=author(), label=label, earlier=earlier).close()


@contextmanager
def replacing(path: Path, *, force: bool) -> Iterator[Path]:
    """A path beside `path` to write to: it becomes `path` when all went well and disappears when not.

    The suffix stays the same, since it names the format. UserError where `path` stands already, unless `force`.
    """
    check_target(path, force=force)
    unfinished = path.with_name(f".{path.stem[:40]}.{secrets.token_hex(4)}{path.suffix}")
    try:
        yield unfinished
        unfinished.replace(path) if force else _move_to_new(unfinished, path)
    except UserError as error:  # it names the file by the name that it has only while it is written
        error.text = _renamed(error.text, unfinished, path)
        raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(
            N_("{path} could not be written: {reason}. Nothing was changed."), path=path, reason=reason
        ) from error
    finally:
        for name in WHILE_WRITTEN:
            unfinished.with_name(name.format(name=unfinished.name)).unlink(missing_ok=True)


def _move_to_new(unfinished: Path, path: Path) -> None:
    """Gives a finished file its name, but never to a file that someone else has made in the meantime."""
    try:
        os.link(unfinished, path)
    except FileExistsError:
        check_target(path, force=False)
    except OSError:  # a file system without hard links
        unfinished.replace(path)


def _renamed(text: Text, old: Path, new: Path) -> Text:
    """A text about `old` as one about `new`."""
    fields = ((name, new if str(value) == str(old) else value) for name, value in text.fields)
    return replace(text, fields=tuple(fields))


def check_target(path: Path, *, force: bool) -> None:
    """UserError where a file cannot be written to `path`: before the work, not after it."""
    try:
        folder = path.is_dir()
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(
            N_("{path} could not be written: {reason}. Nothing was changed."), path=path, reason=reason
        ) from error
    if folder:
        raise UserError(N_("{path} is a folder; name a file in it. Nothing was changed."), path=path)
    if not path.parent.is_dir():
        raise UserError(
            N_("There is no folder {folder} to write {file} to. Nothing was changed."),
            folder=path.parent,
            file=path.name,
        )
    if path.exists() and not force:
        raise UserError(N_("{path} exists already and was left as it is; --force replaces it."), path=path)


def add_source(add: Add, say: Translator) -> None:
    """The argument of a report to read."""
    add("file", metavar="FILE", type=Path, help=say(N_("a report (.rbb), or a file that can be imported")))


def add_target(add: Add, say: Translator, about: Text) -> None:
    """The options of a file to write."""
    add("-o", "--output", metavar="FILE", type=Path, required=True, help=say(about))
    add("--force", action="store_true", help=say(N_("replace FILE where it exists already")))


def add_language(add: Add, say: Translator, about: Text, default: str | None = None) -> None:
    """The option of a document language."""
    codes = language_codes()
    add("--language", metavar="CODE", choices=codes, default=default, help=say(about) + f" ({', '.join(codes)})")


def author() -> str:
    """The name that the history shows for what is done here: the user's name on this computer."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user without a name, as in many containers
        return str(os.getuid()) if hasattr(os, "getuid") else ""


def whole_number(text: str) -> int:
    """A number of outputs from the command line, 0 to 100 000."""
    if not text.isascii() or not text.isdigit() or int(text) > 100_000:
        raise ArgumentTypeError(f"{text!r} is no whole number from 0 to 100000")
    return int(text)
