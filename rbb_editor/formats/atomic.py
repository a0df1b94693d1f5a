"""Writing a file all or nothing: what stood there before stays whole until its successor is whole on disk."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from rbb_editor import leftovers
from rbb_editor.domain.text import N_
from rbb_editor.errors import UserError

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF}
"""What file systems answer that cannot sync a folder (network shares); the file itself is synced there as well."""


@contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """A seekable binary stream whose content becomes the file `path` when the block ends without an exception.

    The content is written to a hidden file in the same folder, synced, and renamed. On any exception (full disk,
    `Cancelled`, a bug) the hidden file is removed and what stood at `path` is untouched. Raises UserError for a full
    disk, a missing or read-only folder, a target that is no ordinary file or is held open by another program.
    """
    target = _target(path)
    hidden = target.with_name(f".{target.name[:40]}.{os.urandom(6).hex()}.tmp")
    leftovers.sweep(target.parent)
    stream = _create(hidden, target)
    leftovers.claim(stream.fileno())
    done = False
    try:
        with _telling(target), stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        try:
            hidden.replace(target)
            done = True
            _sync_folder(target.parent)
        except PermissionError as error:  # on Windows: a file that another program holds open cannot be replaced
            raise UserError(
                N_(
                    "“{path}” could not be replaced: it is open in another program, or protected. It is unchanged. "
                    "Close it there, or choose another name."
                ),
                path=str(target),
            ) from error
        except OSError as error:
            raise _said(error, target) from error
    finally:
        if not done:
            with suppress(OSError):  # of a drive that is gone; that is what is told
                hidden.unlink()


def write_bytes(path: Path, data: bytes) -> None:
    """Writes a file that is already whole in memory; see `writing`."""
    with writing(path) as stream:
        stream.write(data)


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    """Turns a full or broken disk met inside the block, while `path` is being made, into the sentence about it."""
    try:
        yield
    except OSError as error:
        if error.errno in FULL or error.errno == errno.EIO:
            raise _said(error, path) from error
        raise


def _target(path: Path) -> Path:
    """The file really meant (a link stays a link), after refusing what must not be replaced."""
    try:
        target = path.resolve()
        mode = target.stat().st_mode if target.exists() else None
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links
        raise UserError(
            N_("“{path}” cannot be written: {reason}. Nothing was changed. Choose another place."),
            path=str(path),
            reason=getattr(error, "strerror", None) or str(error),
        ) from error
    if mode is not None and stat.S_ISDIR(mode):
        raise UserError(
            N_("“{path}” is a folder, so no file of that name can be written. Nothing was changed. Add a file name."),
            path=str(path),
        )
    if mode is not None and not stat.S_ISREG(mode):
        raise UserError(
            N_("“{path}” is a device, not a file. Nothing was written. Choose a file name."), path=str(path)
        )
    if not target.parent.is_dir():
        raise UserError(
            N_("The folder “{folder}” does not exist, so nothing was written. Create it, or choose another place."),
            folder=str(target.parent),
        )
    if mode is not None and not os.access(target, os.W_OK):
        raise UserError(
            N_("“{path}” is write-protected. It is unchanged. Remove the protection, or choose another name."),
            path=str(target),
        )
    return target


def _create(hidden: Path, target: Path) -> BinaryIO:
    """The hidden file, with the permissions of the file it will replace."""
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
    try:
        descriptor = os.open(hidden, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    except OSError as error:
        raise _said(error, target) from error
    if mode is not None and hasattr(os, "fchmod"):
        os.fchmod(descriptor, mode)
    return os.fdopen(descriptor, "w+b")


def _sync_folder(folder: Path) -> None:
    """Makes the new name durable; Windows does so by itself and opens no folder."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in NO_FOLDER_SYNC:
            raise
    finally:
        os.close(descriptor)


def _said(error: OSError, target: Path) -> UserError:
    """The sentence for a failure of the disk."""
    if error.errno in FULL:
        return UserError(
            N_(
                "There is not enough room on the disk for “{path}”. Nothing was changed. "
                "Make room, or choose another place."
            ),
            path=str(target),
        )
    if error.errno in FORBIDDEN:
        return UserError(
            N_(
                "You are not allowed to write in the folder “{folder}”. Nothing was changed. Choose another place, "
                "or ask for the right to write there."
            ),
            folder=str(target.parent),
        )
    return UserError(
        N_("“{path}” could not be written: {reason}. What stood there is unchanged. Try another place."),
        path=str(target),
        reason=error.strerror or str(error),
    )
