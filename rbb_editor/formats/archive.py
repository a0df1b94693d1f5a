"""Opening a Word or Excel file of unknown origin: the archive is looked at as a whole before any of it is unpacked."""

import lzma
import struct
import zipfile
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from rbb_editor.domain.text import N_
from rbb_editor.errors import UserError

MAX_MEMBERS = 2_000
MAX_BYTES = 200_000_000
MAX_RATIO = 200
RATIO_FROM_BYTES = 1_000_000
"""Limits against zip bombs; a report of 10,000 outputs unpacks to about 30 MB in 20 members."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
OTHER_KINDS = ((b"%PDF", "PDF"), (b"{\\rtf", "RTF"), (b"<html", "HTML"), (b"<!DOCTYPE", "HTML"))
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
)
"""All that Python's zipfile raises on members that are damaged, encrypted or packed in an unknown way."""


class Archive:
    """The members of an archive that passed the checks of `opened`."""

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self.path = path
        self._archive = archive
        self.names = frozenset(archive.namelist())

    def pieces(self, name: str, size: int) -> Generator[bytes, None, None]:
        """A member unpacked piece by piece, each of at most `size` bytes. UserError when it is missing or damaged."""
        self._check(name)
        try:
            with self._archive.open(name) as stream:
                while piece := stream.read(size):
                    yield piece
        except (*BROKEN, OSError) as error:
            raise damaged(self.path) from error

    def _check(self, name: str) -> None:
        if name not in self.names:
            raise UserError(
                N_(
                    "“{path}” is incomplete: the part {part} is missing. It is unchanged. Open it in the program it "
                    "comes from and save it again."
                ),
                path=str(self.path),
                part=name,
            )


def damaged(path: Path) -> UserError:
    """The sentence for a file whose parts cannot be read."""
    return UserError(
        N_(
            "“{path}” is damaged or incomplete and cannot be read. It is unchanged. "
            "Get another copy, or open it in the program it comes from and save it again."
        ),
        path=str(path),
    )


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """The archive at `path`. UserError, a sentence for each, when it is no file, unreadable, empty, old or encrypted
    Office, another kind of file, damaged, or built to overwhelm the reader.
    """
    _look(path)
    try:
        archive = zipfile.ZipFile(path)
    except (*BROKEN, OSError) as error:
        raise damaged(path) from error
    with archive:
        _check(path, archive.infolist())
        yield Archive(path, archive)


def _look(path: Path) -> None:
    """Refuses by the first bytes what is no archive."""
    if path.is_dir():
        raise UserError(N_("“{path}” is a folder. Nothing was changed. Choose a file inside it."), path=str(path))
    head, encrypted = _head(path)
    if not head:
        raise UserError(N_("“{path}” is empty. Nothing was changed. Get another copy of it."), path=str(path))
    if encrypted:
        raise UserError(
            N_(
                "“{path}” is protected with a password. It is unchanged. Open it in Word or Excel, remove the "
                "password, and save a copy."
            ),
            path=str(path),
        )
    if head.startswith(OLE):
        raise UserError(
            N_(
                "“{path}” is in the old format of Word or Excel (.doc, .xls). It is unchanged. Open it there and "
                "save it as .docx or .xlsx."
            ),
            path=str(path),
        )
    for mark, kind in OTHER_KINDS:
        if head.lstrip()[:64].lower().startswith(mark.lower()):
            raise UserError(
                N_(
                    "“{path}” is in the format {kind}, whatever its name says. It is unchanged. "
                    "Open it in Word or Excel and save it as .docx or .xlsx."
                ),
                path=str(path),
                kind=kind,
            )
    if not head.startswith(b"PK"):
        raise UserError(
            N_("“{path}” is not a Word or Excel file (.docx, .xlsx). It is unchanged. Choose another file."),
            path=str(path),
        )


def _head(path: Path) -> tuple[bytes, bool]:
    """How a file begins, and whether it is encrypted."""
    try:
        with path.open("rb") as stream:
            head = stream.read(4096)
            return head, head.startswith(OLE) and ENCRYPTED in head + stream.read(MAX_BYTES)
    except FileNotFoundError as error:
        raise UserError(
            N_("There is no file “{path}”. Nothing was changed. Check the name."), path=str(path)
        ) from error
    except OSError as error:
        raise UserError(
            N_("“{path}” cannot be read: {reason}. It is unchanged. Check that you may read it."),
            path=str(path),
            reason=error.strerror or str(error),
        ) from error


def _check(path: Path, members: list[zipfile.ZipInfo]) -> None:
    """Refuses what unpacks to far more than a report, or is built to deceive."""
    if any(member.flag_bits & 0x1 for member in members):
        raise UserError(
            N_("“{path}” is protected with a password. It is unchanged. Unpack it with the password first."),
            path=str(path),
        )
    too_much = (
        len(members) > MAX_MEMBERS
        or sum(member.file_size for member in members) > MAX_BYTES
        or any(
            member.file_size > RATIO_FROM_BYTES and member.file_size > MAX_RATIO * max(1, member.compress_size)
            for member in members
        )
    )
    if too_much:
        raise UserError(
            N_(
                "“{path}” would unpack to far more than a report can hold, as files do that are made to do harm. "
                "It was not opened. Ask its sender what it is."
            ),
            path=str(path),
        )
    names = [member.filename for member in members]
    strange = any(".." in PurePosixPath(name).parts or name.startswith("/") or "\\" in name for name in names)
    if strange or len({name.lower() for name in names}) != len(names):
        raise UserError(
            N_(
                "“{path}” holds parts of one name twice, or parts that point outside of it, as files do that are made "
                "to do harm. It was not opened. Ask its sender what it is."
            ),
            path=str(path),
        )
