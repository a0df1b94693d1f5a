"""Files that appear whole or not at all, and are on the disk when that is said."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rbb_editor.progress import Progress
from rbb_editor.store.connect import beside, settle
from rbb_editor.store.errors import DiskFailed, DiskFull, FolderNotWritable, NameTooLong, NoRoom, NotWritable

PIECE = 1 << 18
"""Bytes of a file that are read before the next look at whether that is still wanted."""
LONGEST = 504
"""Bytes of a path: SQLite takes 512, and its journal needs 8 of them."""


def sync_file(path: Path) -> None:
    """Waits until the content of a file is on the disk."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(path: Path) -> None:
    """Waits until the names in a folder are on the disk (Windows does so by itself)."""
    if os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Gives the path of an empty file beside `target` that takes its place when the block ends well.

    After any error nothing is left of it. Raises NotWritable, NoRoom, DiskFailed.
    """
    from rbb_editor import leftovers  # a start writes no file whole

    draft = target.with_name(f".{target.name[:40]}.{os.urandom(4).hex()}.part")
    check_length(draft, target)
    try:
        with disk_errors(target):
            leftovers.sweep(target.parent)
            descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
            try:
                leftovers.claim(descriptor)
                yield draft
            finally:
                os.close(descriptor)
            sync_file(draft)
            settle(target)
            draft.replace(target)
            sync_folder(target.parent)
    except DiskFull as error:
        raise NoRoom(target) from error
    finally:
        for left in (draft, beside(draft, "-journal")):
            with suppress(OSError):  # of a drive that is gone; that is what is told
                left.unlink()


def named(path: Path) -> Path:
    """The place of a file that is made anew there: links of its folders are followed, a link of this name is not."""
    return path.parent.resolve() / path.name


def read_through(path: Path, progress: Progress) -> None:
    """Reads a file from its beginning to its end, for nothing but that the system has it in memory then.

    A slow drive is waited for here, where it is seen how far it is and a cancel is heard; SQLite waits in silence.
    """
    size, done = path.stat().st_size, 0
    with path.open("rb", buffering=0) as stream:
        piece = bytearray(PIECE)
        while count := stream.readinto(piece):
            done += count
            progress(done, max(size, done))


def check_length(path: Path, told: Path | None = None) -> None:
    """Raises NameTooLong, about `told` where that is named, for a path that SQLite does not open."""
    if len(os.fsencode(path)) > LONGEST:
        raise NameTooLong(told or path)


def check_folder(path: Path) -> None:
    """Raises FolderNotWritable where the folder that a new file is to lie in takes none."""
    if path.parent.is_dir() and not os.access(path.parent, os.W_OK):
        raise FolderNotWritable(path)


@contextmanager
def disk_errors(path: Path) -> Iterator[None]:
    """Turns what the system reports about a disk into a sentence about `path`."""
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
            raise DiskFull(path) from error
        if error.errno == errno.ENAMETOOLONG:
            raise NameTooLong(path) from error
        if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
            raise NotWritable(path) from error
        raise DiskFailed(path, error.strerror or str(error)) from error
