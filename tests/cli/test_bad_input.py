"""What a command does with files that are no reports, with places it may not write to, and when it is stopped."""

import ctypes
import os
import pty
import resource
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.cli.conftest import COMMAND, Program, environment

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits and capabilities of Linux")

READERS: dict[str, Callable[[Path], tuple[str | Path, ...]]] = {
    "import": lambda path: ("import", path, "-o", "made.rbb"),
    "check": lambda path: ("check", path),
    "info": lambda path: ("info", path, "--json"),
    "export": lambda path: ("export", path, "-o", "made.json"),
}


def empty(path: Path) -> None:
    path.write_bytes(b"")


def binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 64)


def folder(path: Path) -> None:
    path.mkdir()


def pipe(path: Path) -> None:
    os.mkfifo(path)


def missing(path: Path) -> None:
    assert not path.exists()


def cut_off(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04\x14\x00\x00\x00\x08\x00" + b"{" * 40)


def old_word(path: Path) -> None:
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(4096))


def foreign_database(path: Path) -> None:
    import sqlite3

    with sqlite3.connect(path) as connection:
        connection.execute("create table t (x)")
    connection.close()


def bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b" " * 300_000_000)


def other_json(path: Path) -> None:
    path.write_text('{"format": "something else"}', encoding="utf-8")


FORMS = (
    *(
        (f"bad.{suffix}", make)
        for suffix in ("rbb", "docx", "txt", "json")
        for make in (empty, binary, folder, missing)
    ),
    ("bad.docx", cut_off),
    ("bad.docx", old_word),
    ("bad.doc", old_word),
    ("bad.docx", bomb),
    ("bad.rbb", foreign_database),
    ("bad.json", other_json),
    ("bad.txt", pipe),
    ("bad.rbb", pipe),
    ("bad.xyz", binary),
    ("bad.xlsx", binary),
    ("bad", missing),
)
OFTEN_MET = (("bad.rbb", binary), ("bad.rbb", missing), ("bad.docx", cut_off), ("bad.txt", empty))


@pytest.mark.parametrize(
    ("command", "name", "make"),
    [
        *(("import", *form) for form in FORMS),
        *((command, *form) for command in ("check", "info", "export") for form in OFTEN_MET),
    ],
    ids=lambda value: value.__name__ if callable(value) else value,
)
def test_a_file_that_is_no_report_gives_one_sentence(program: Program, command: str, name: str, make: Callable):
    path = program.folder / name
    make(path)
    before = program.files()
    done = program(*READERS[command](path))
    assert done.code == 2
    assert done.out == ""
    assert len(done.err.splitlines()) == 1
    assert done.err.startswith("rbb-editor: ")
    assert "bad" in done.err
    assert program.files() == before


@pytest.mark.parametrize("name", ["l" * 300 + ".rbb", "/".join(["deep" * 40] * 3) + "/made.rbb"])
def test_a_name_that_is_too_long_gives_one_sentence(program: Program, sample: Path, name: str):
    if "/" in name:
        (program.folder / name).parent.mkdir(parents=True)
    before = program.files()
    for words in (("import", sample, "-o", name), ("new", name), ("check", name)):
        done = program(*words)
        assert done.code == 2
        assert len(done.err.splitlines()) == 1
        assert "too long" in done.err or "no file" in done.err
    assert program.files() == before


def test_a_name_that_is_no_text_can_be_imported(program: Program, sample: Path):
    assert program("export", sample, "-o", "report.json").code == 0
    name = os.fsdecode(b"caf\xe9.json")
    (program.folder / "report.json").rename(program.folder / name)
    assert program("import", name, "-o", "made.rbb").code == 0
    assert "caf?.json" in program("info", "made.rbb", "--history").out


def no_power_over_permissions() -> None:
    """Root obeys permissions like everybody else in the process that this precedes."""
    drop_from_bounding_set, override, search = 24, 1, 2
    libc = ctypes.CDLL(None, use_errno=True)
    for capability in (override, search):
        if os.geteuid() == 0 and libc.prctl(drop_from_bounding_set, capability, 0, 0, 0):
            raise OSError(ctypes.get_errno(), "prctl")


def test_a_file_that_may_not_be_read(program: Program, sample: Path):
    assert program("export", sample, "-o", "report.json").code == 0
    for name in ("sample.rbb", "report.json"):
        (program.folder / name).chmod(0o000)
        done = program("check", name, before=no_power_over_permissions)
        assert done.code == 2
        assert len(done.err.splitlines()) == 1
        assert name.split(".")[0] in done.err


WRITERS: dict[str, tuple[str, ...]] = {
    "new": ("new", "out/made.rbb"),
    "sample": ("sample", "out/made.rbb", "--outputs", "400"),
    "import": ("import", "report.json", "-o", "out/made.rbb"),
    "docx": ("export", "sample.rbb", "-o", "out/made.docx"),
    "xlsx": ("export", "sample.rbb", "-o", "out/made.xlsx"),
    "json": ("export", "sample.rbb", "-o", "out/made.json"),
}


@pytest.fixture
def target(program: Program, sample: Path) -> Path:
    """A folder to write to, beside sources to write from."""
    assert program("export", sample, "-o", "report.json").code == 0
    (program.folder / "out").mkdir()
    return program.folder / "out"


@pytest.mark.parametrize("words", WRITERS.values(), ids=WRITERS)
def test_a_folder_that_may_not_be_written_to(program: Program, target: Path, words: tuple[str, ...]):
    target.chmod(0o555)
    done = program(*words, before=no_power_over_permissions)
    target.chmod(0o755)
    assert done.code == 2
    assert done.out == ""
    assert len(done.err.splitlines()) == 1
    assert list(target.iterdir()) == []


FULL_DISK = {"PYTHONDONTWRITEBYTECODE": "1"}
"""Python itself would leave cut-off .pyc files behind, and every later run would fail."""


def full_disk(room: int = 2048) -> None:
    """No file can grow beyond `room` bytes, as on a disk that is full."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))


def left_after_full_disk(program: Program, target: Path, words: tuple[str, ...], room: int = 2048) -> dict[str, bytes]:
    done = program(*words, before=partial(full_disk, room), env=FULL_DISK)
    assert done.code == 2
    assert len(done.err.splitlines()) == 1
    return {path.name: path.read_bytes() for path in target.iterdir()}


@pytest.mark.parametrize(
    "words", [words for name, words in WRITERS.items() if name != "xlsx"], ids=lambda words: words[0]
)
def test_a_full_disk_leaves_nothing_behind(program: Program, target: Path, words: tuple[str, ...]):
    assert left_after_full_disk(program, target, words) == {}
    made = target / Path(next(word for word in words if word.startswith("out/"))).name
    made.write_bytes(b"what stood there")
    assert left_after_full_disk(program, target, (*words, "--force")) == {made.name: b"what stood there"}


def test_a_disk_that_fills_up_under_a_workbook(program: Program, target: Path):
    """Large enough that the temporary files of its sheets find room and the workbook itself does not."""
    assert program("sample", "big.rbb", "--outputs", "2000").code == 0
    words = ("export", "big.rbb", "-o", "out/made.xlsx")
    assert left_after_full_disk(program, target, words, room=200_000) == {}


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["ctrl-c", "terminate"])
def test_a_command_that_is_stopped_leaves_nothing_behind(program: Program, number: signal.Signals):
    """It is stopped when its progress line appears on the terminal: in the middle of the work."""
    ours, theirs = pty.openpty()
    words = ("sample", "big.rbb", "--outputs", "100000")
    before = signal.signal(number, signal.SIG_DFL)  # it is ignored where the tests run in the background
    process = subprocess.Popen(
        [*COMMAND, *words], cwd=program.folder, env=environment(), stdout=subprocess.PIPE, stderr=theirs
    )
    signal.signal(number, before)
    os.close(theirs)
    shown = os.read(ours, 1000)
    process.send_signal(number)
    out, _ = process.communicate(timeout=60)
    shown += drained(ours)
    assert process.returncode == 2
    assert out == b""
    assert b"%" in shown
    assert b"Traceback" not in shown
    assert shown.splitlines()[-1].endswith(b"rbb-editor: stopped; no file was changed")
    assert program.files() == set()


def drained(terminal: int) -> bytes:
    """What is left to be read from a terminal whose program has ended."""
    text = b""
    try:
        while piece := os.read(terminal, 1000):
            text += piece
    except OSError:  # how Linux tells the end of a terminal
        pass
    os.close(terminal)
    return text


def test_progress_is_for_terminals_only(program: Program):
    done = program("sample", "big.rbb", "--outputs", "20000")
    assert (done.code, done.err) == (0, "")


def test_output_into_a_closed_pipe_is_no_fault(program: Program, sample: Path):
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*COMMAND, "check", str(sample), "--json"], stdout=writing, stderr=subprocess.PIPE, env=environment()
    )
    os.close(writing)
    assert done.stderr == b""
    assert done.returncode in {0, 1}
