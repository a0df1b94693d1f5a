"""Where a report is kept: one `.rbb` file, an SQLite database behind SQLAlchemy Core.

Everything a caller needs is named here. A file is opened and read without SQLAlchemy, whose import takes as long as
the rest of a start; it is imported when something is written for the first time, or ahead of that by `warm_up`.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from rbb_editor.domain.report import Report
from rbb_editor.domain.text import Text
from rbb_editor.progress import Progress, silent
from rbb_editor.store.errors import (
    Busy,
    ChangedElsewhere,
    Damaged,
    DamagedWhileOpen,
    DiskFailed,
    DiskFull,
    EmptyFile,
    Exists,
    ForeignDatabase,
    ForeignSchema,
    IsFolder,
    Locked,
    Missing,
    Moved,
    NameTooLong,
    NewerVersion,
    NotADatabase,
    NotSaved,
    NotWritable,
    OpenedReadOnly,
    TakenOver,
)
from rbb_editor.store.journal import Entry, Kind, Record
from rbb_editor.store.marks import Mark, mark_of

if TYPE_CHECKING:
    from rbb_editor.store.file import Store
    from rbb_editor.store.recovery import Salvage

__all__ = [
    "SUFFIX",
    "Busy",
    "ChangedElsewhere",
    "Damaged",
    "DamagedWhileOpen",
    "DiskFailed",
    "DiskFull",
    "EmptyFile",
    "Entry",
    "Exists",
    "ForeignDatabase",
    "ForeignSchema",
    "IsFolder",
    "Kind",
    "Locked",
    "Mark",
    "Missing",
    "Moved",
    "NameTooLong",
    "NewerVersion",
    "NotADatabase",
    "NotSaved",
    "NotWritable",
    "OpenedReadOnly",
    "Record",
    "Salvage",
    "Store",
    "TakenOver",
    "create",
    "mark_of",
    "open_file",
    "pack_earlier",
    "salvage",
    "warm_up",
]

SUFFIX = ".rbb"


def create(
    path: Path,
    report: Report,
    entry: Entry,
    *,
    label: Text | None = None,
    replace: bool = False,
    holder: str = "",
    earlier: bytes | None = None,
    progress: Progress = silent,
) -> "Store":
    """Writes `report` into a new file at `path`, all or nothing, and opens it for writing.

    `earlier`: what the earlier report says that it refers to (`pack_earlier`).

    The first record of the journal says who made the file and how (`label`: "Imported from …"); its kind is "create".
    Raises Exists where there is a file already, unless it may be `replace`d; Locked, NotWritable, DiskFull.
    """
    from rbb_editor.store import creating

    contents = () if earlier is None else (earlier,)
    return creating.create(
        path, report, entry, label=label, replace=replace, holder=holder, contents=contents, progress=progress
    )


def open_file(
    path: Path,
    *,
    read_only: bool = False,
    take_over: bool = False,
    holder: str = "",
    progress: Progress = silent,
) -> "Store":
    """Opens a file, verified whole; every reason to refuse it is an error of its own (see `errors`).

    `holder` is the name that others read while the file is locked (default: the account's name). `take_over` takes
    the lock away from whoever holds it; their next change is refused with `TakenOver`. Cancelled out of `progress`.
    """
    from rbb_editor.store import opening

    return opening.open_file(path, read_only=read_only, take_over=take_over, holder=holder, progress=progress)


def salvage(path: Path, target: Path, entry: Entry, progress: Progress = silent) -> "Salvage":
    """Writes all that can be read of a damaged file into the new file `target`; the damaged file is not touched.

    Cancelled out of `progress`: then there is no new file.
    """
    from rbb_editor.store import creating

    return creating.salvage(path, target, entry, progress)


def pack_earlier(report: Report, progress: Progress = silent) -> tuple[str, bytes]:
    """What a report says, packed to be kept in the file of another one, and the key under which it will be found."""
    from rbb_editor.store import codec, kept

    packed = codec.pack_report(report, progress)
    return kept.key_of(packed), packed


def warm_up() -> None:
    """Imports what writing needs, so that the first change is not held up by it (a quarter of a second).

    May run on any thread, at any time and more than once; it touches no file. Call it on an idle moment after the first
    paint.
    """
    from rbb_editor.store import creating

    creating.rehearse()


def __getattr__(name: str) -> object:
    if name == "Store":
        from rbb_editor.store.file import Store

        return Store
    if name == "Salvage":
        from rbb_editor.store.recovery import Salvage

        return Salvage
    raise AttributeError(name)
