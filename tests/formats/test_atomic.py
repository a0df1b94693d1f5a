"""A file is written whole or not at all, and the fault is told in a sentence."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from rbb_editor.errors import UserError
from rbb_editor.formats import atomic
from rbb_editor.formats.atomic import write_bytes, writing
from rbb_editor.progress import Cancelled

FULL_DISK = """
import resource, sys
from pathlib import Path
from rbb_editor.errors import UserError
from rbb_editor.formats.atomic import write_bytes
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    write_bytes(Path(sys.argv[1]), b"x" * 1_000_000)
except UserError as error:
    print(error)
"""


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "a report, 报告.docx"
    path.write_bytes(b"old")
    return path


def left(target: Path) -> list[str]:
    return sorted(path.name for path in target.parent.iterdir())


def test_new_content_replaces_the_old(target: Path) -> None:
    write_bytes(target, b"new")
    assert target.read_bytes() == b"new"
    assert left(target) == [target.name]


def test_until_the_end_the_old_content_stands(target: Path) -> None:
    with writing(target) as stream:
        stream.write(b"half")
        stream.flush()
        assert target.read_bytes() == b"old"
    assert target.read_bytes() == b"half"


@pytest.mark.parametrize("stop", [Cancelled(), ValueError("a bug"), KeyboardInterrupt()])
def test_an_exception_leaves_the_old_content_and_nothing_else(target: Path, stop: BaseException) -> None:
    def stopped() -> None:
        with writing(target) as stream:
            stream.write(b"half")
            raise stop

    with pytest.raises(type(stop)):
        stopped()
    assert target.read_bytes() == b"old"
    assert left(target) == [target.name]


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are of POSIX")
def test_a_full_disk_is_told_and_leaves_the_old_content(target: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-B", "-c", FULL_DISK, str(target)], capture_output=True, text=True, check=True
    )
    assert "not enough room" in done.stdout
    assert str(target) in done.stdout
    assert target.read_bytes() == b"old"
    assert left(target) == [target.name]


@pytest.mark.parametrize("code", [errno.EACCES, errno.EROFS, errno.ENOSPC, errno.EIO])
def test_a_folder_that_cannot_be_written_is_told(target: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    def refuse(*args: object) -> int:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(atomic.os, "open", refuse)
    with pytest.raises(UserError, match=r"[Uu]nchanged|Nothing was changed"):
        write_bytes(target, b"new")
    assert target.read_bytes() == b"old"


def test_a_file_held_open_by_another_program_is_told(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, other: Path) -> None:
        raise PermissionError(errno.EACCES, "The process cannot access the file")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(UserError, match="open in another program"):
        write_bytes(target, b"new")
    assert target.read_bytes() == b"old"
    assert left(target) == [target.name]


def test_a_write_protected_file_is_not_replaced(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target.chmod(0o444)
    monkeypatch.setattr(atomic.os, "access", lambda path, mode: False)  # root may write everything
    with pytest.raises(UserError, match="write-protected"):
        write_bytes(target, b"new")
    assert target.read_bytes() == b"old"


def test_a_missing_folder_a_folder_and_a_device_are_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="does not exist"):
        write_bytes(tmp_path / "none" / "x.docx", b"")
    with pytest.raises(UserError, match="is a folder"):
        write_bytes(tmp_path, b"")
    if Path("/dev/null").exists():
        with pytest.raises(UserError, match="device"):
            write_bytes(Path("/dev/null"), b"")


def test_a_link_stays_a_link_and_permissions_stay(tmp_path: Path, target: Path) -> None:
    target.chmod(0o640)
    link = tmp_path / "link.docx"
    link.symlink_to(target)
    write_bytes(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_name_of_full_length_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 250 + ".docx")
    write_bytes(path, b"new")
    assert path.read_bytes() == b"new"
