"""Reports out of other files and into them: by the file's suffix, through the list of formats."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rbb_editor import store
from rbb_editor.collector import many_values
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_
from rbb_editor.errors import UserError
from rbb_editor.formats.atomic import write_bytes
from rbb_editor.formats.blocks import Passage, Place
from rbb_editor.formats.imported import Certainty, Imported, ImportNote, Kind
from rbb_editor.formats.registry import FORMATS, Format, format_to_read, format_to_write
from rbb_editor.formats.word_options import Blackline, Field, Signature, WordOptions
from rbb_editor.progress import Progress, silent

__all__ = [
    "SUFFIX",
    "Blackline",
    "Certainty",
    "Field",
    "Format",
    "ImportNote",
    "Imported",
    "Kind",
    "Passage",
    "Place",
    "Signature",
    "WordOptions",
    "can_be_shown",
    "formats_to_read",
    "formats_to_write",
    "passages",
    "read_file",
    "write_bytes",
    "write_file",
]

SUFFIX = ".rbb"
"""The suffix of the program's own files."""


def formats_to_read() -> list[Format]:
    """The formats that can be imported."""
    return [each for each in FORMATS if each.read is not None]


def formats_to_write() -> list[Format]:
    """The formats that can be exported."""
    return [each for each in FORMATS if each.write is not None]


def read_file(path: Path, *, language: str | None = None, progress: Progress = silent) -> Imported:
    """The report in any file that the program can read, its own .rbb files included.

    `language`: code of the document language, None to recognise it. Raises UserError with one sentence, Cancelled out
    of `progress`. The file is not changed. May run on any thread.
    """
    if path.suffix.lower() == SUFFIX:
        with _reading(path, progress) as opened:
            report = opened.load()
            if report.earlier is not None:  # it stays in the file that keeps what it says
                report = Report(entity for entity in report.entities() if entity is not report.earlier)
            return Imported(report, (), report.info.language)
    with _file_errors(path), many_values():
        if not path.is_file() and not path.is_dir() and path.exists():  # would be waited for without end
            raise UserError(N_("“{name}” in {folder} is no file but a device. Nothing was changed."), **_where(path))
        return format_to_read(path).reader()(path, language, progress)


def can_be_shown(path: Path) -> bool:
    """Whether `passages` can list what stands in a file."""
    return any(path.suffix.lower() in each.suffixes and each.passages is not None for each in FORMATS)


def passages(path: Path, progress: Progress = silent) -> list[Passage]:
    """What stands in a file, at the places that the notes of its import name.

    Raises UserError, Cancelled out of `progress`. May run on any thread.
    """
    with _file_errors(path):
        return format_to_read(path).lister()(path, progress)


def write_file(report: Report, path: Path, *, progress: Progress = silent, options: WordOptions | None = None) -> None:
    """Writes a report in the format of the suffix, whole or not at all: a file that was there stays until then.

    `options`: what a Word file shall show besides. Raises UserError with one sentence, also where another format is
    asked for with options; Cancelled out of `progress`. May run on any thread with a snapshot.
    """
    form = format_to_write(path)
    if options is None:
        form.writer()(report, path, progress)
        return
    if form.name != "word":
        raise UserError(N_("“{name}” was not written: these choices are for a Word file (.docx)."), name=path.name)
    from rbb_editor.formats import docx_writer

    docx_writer.write(report, path, progress, options)


@contextmanager
def _reading(path: Path, progress: Progress) -> "Iterator[store.Store]":
    opened = store.open_file(path, read_only=True, progress=progress)
    try:
        yield opened
    finally:
        opened.close()


@contextmanager
def _file_errors(path: Path) -> Iterator[None]:
    """Faults of the disk as sentences, the same for every reader."""
    try:
        yield
    except FileNotFoundError as error:
        raise UserError(N_("“{name}” was not found in {folder}. Nothing was changed."), **_where(path)) from error
    except IsADirectoryError as error:
        raise UserError(
            N_("“{name}” in {folder} is a folder. Choose a file in it; nothing was changed."), **_where(path)
        ) from error
    except PermissionError as error:
        sentence = N_("“{name}” in {folder} may not be read by you. Ask for access, or copy it; nothing was changed.")
        raise UserError(sentence, **_where(path)) from error
    except OSError as error:
        sentence = N_("“{name}” in {folder} could not be read ({reason}). Nothing was changed.")
        raise UserError(sentence, reason=error.strerror or str(error), **_where(path)) from error


def _where(path: Path) -> dict[str, str]:
    return {"name": path.name, "folder": str(path.absolute().parent)}
