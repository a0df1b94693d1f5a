"""One writer at a time: who has the file is said, a crash leaves no lock, and a lock can be taken over."""

import errno
import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rbb_editor import store
from rbb_editor.store.lock import lock_path
from tests.store.conftest import ENTRY
from tests.store.edits import edit, planned_text
from tests.store.kills import ROOT

RACER = """
import sys
from pathlib import Path
from rbb_editor import store
sys.stdin.readline()
try:
    opened = store.open_file(Path(sys.argv[1]), holder=sys.argv[2])
except store.Locked as error:
    print("locked by", error.user, flush=True)
else:
    print("mine", flush=True)
    sys.stdin.readline()
    opened.close()
"""


def racer(path: Path, name: str) -> "subprocess.Popen[str]":
    """A process that opens the file when it is told to, and closes it when it is told again."""
    return subprocess.Popen(
        [sys.executable, "-c", RACER, str(path), name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


def tell(process: "subprocess.Popen[str]") -> None:
    assert process.stdin is not None
    process.stdin.write("go\n")
    process.stdin.flush()


def said(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def left_by(path: Path, **fields: object) -> None:
    """A lock file as another process left it."""
    data = {"user": "Ana", "host": socket.gethostname(), "pid": 1, "since": "2026-11-22T10:00:00+00:00"}
    lock_path(path).write_text(json.dumps(data | fields), encoding="utf-8")


def test_a_second_writer_is_told_who_has_the_file_and_may_read(closed: Path):
    with store.open_file(closed, holder="Ana Lopez"):
        with pytest.raises(store.Locked, match=r"by Ana Lopez on .* since 20.*read-only") as caught:
            store.open_file(closed)
        error = caught.value
        assert (error.user, error.host, error.pid) == ("Ana Lopez", socket.gethostname(), os.getpid())
        assert error.since is not None
        assert abs((datetime.now(UTC) - error.since).total_seconds()) < 60
        with store.open_file(closed, read_only=True) as reading:
            assert reading.load().output("letters").planned_text.startswith("41")
    store.open_file(closed).close()
    assert [each.name for each in closed.parent.iterdir()] == [closed.name]


def symbolic(path: Path, name: Path) -> None:
    name.symlink_to(path)


def in_a_linked_folder(path: Path, name: Path) -> None:
    name.parent.rmdir()
    name.parent.symlink_to(path.parent)
    path.rename(path.with_name(name.name))


def hard(path: Path, name: Path) -> None:
    name.hardlink_to(path)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there that few have")
@pytest.mark.parametrize("link", [symbolic, in_a_linked_folder, hard])
@pytest.mark.parametrize("first", [0, 1])
def test_who_comes_by_another_name_is_told_who_has_the_file(
    closed: Path, own_data_folder: Path, link: Callable[[Path, Path], None], first: int
):
    name = closed.parent / "elsewhere" / "by another name.rbb"
    name.parent.mkdir()
    link(closed, name)
    names = [closed if closed.exists() else closed.with_name(name.name), name]
    other = racer(names[first], "Ana")
    tell(other)
    assert said(other) == "mine"
    with pytest.raises(store.Locked, match="by Ana"):
        store.open_file(names[1 - first])
    tell(other)
    other.communicate(timeout=30)
    with store.open_file(names[1 - first]) as opened:
        edit(opened, opened.load(), "42 letters")
        with pytest.raises(store.Locked):
            store.open_file(names[first])
        with store.open_file(names[1 - first], take_over=True), pytest.raises(store.TakenOver):
            edit(opened, opened.load(), "43 letters")
    store.open_file(names[first]).close()
    folders = (closed.parent, names[0].parent, name.parent, own_data_folder)
    assert not [each for folder in folders for each in folder.rglob("*lock*") if each.is_file()]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there that few have")
def test_a_new_file_in_the_place_of_a_link_has_a_lock_of_its_own(closed: Path):
    link = closed.with_name("link.rbb")
    link.symlink_to(closed)
    with store.open_file(closed) as opened, store.create(link, opened.load(), ENTRY, replace=True):
        assert not link.is_symlink()
        with pytest.raises(store.Locked):
            store.open_file(link)


def test_of_processes_that_race_exactly_one_wins(closed: Path):
    racers = {f"racer {number}": racer(closed, f"racer {number}") for number in range(6)}
    for process in racers.values():
        tell(process)
    answers = {name: said(process) for name, process in racers.items()}
    winners = [name for name, answer in answers.items() if answer == "mine"]
    assert len(winners) == 1, answers
    assert set(answers.values()) == {"mine", f"locked by {winners[0]}"}
    tell(racers[winners[0]])
    for process in racers.values():
        process.communicate(timeout=30)
        assert process.returncode == 0
    assert [each.name for each in closed.parent.iterdir()] == [closed.name]


def test_the_lock_of_a_killed_process_is_taken_over_without_a_question(closed: Path):
    process = racer(closed, "Ana")
    tell(process)
    assert said(process) == "mine"
    process.kill()
    process.communicate(timeout=30)
    assert lock_path(closed).exists(), "the crash left its file behind"
    with store.open_file(closed, holder="Bo") as opened:
        edit(opened, opened.load(), "42 letters")
    assert not lock_path(closed).exists()


def test_a_lock_file_of_this_computer_whose_process_is_gone_is_no_lock(closed: Path):
    left_by(closed, pid=2**22 + 1)
    store.open_file(closed).close()
    assert not lock_path(closed).exists()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"user": 1}', "\0" * 100])
def test_a_lock_file_that_says_nothing_and_that_nobody_holds_is_no_lock(closed: Path, content: str):
    lock_path(closed).write_text(content)
    store.open_file(closed).close()
    assert not lock_path(closed).exists()


def test_a_lock_of_another_computer_stands_until_it_is_taken_over(closed: Path):
    left_by(closed, host="elsewhere")
    with pytest.raises(store.Locked, match="by Ana on elsewhere since 2026-11-22"):
        store.open_file(closed)
    assert lock_path(closed).exists()
    with store.open_file(closed, take_over=True, holder="Bo") as opened:
        edit(opened, opened.load(), "42 letters")
        with pytest.raises(store.Locked, match="by Bo"):
            store.open_file(closed)
    assert not lock_path(closed).exists()


def test_who_lost_the_lock_writes_nothing_more_and_is_told(closed: Path):
    with store.open_file(closed, holder="Ana") as first:
        report = first.load()
        with store.open_file(closed, take_over=True, holder="Bo") as second:
            edit(second, second.load(), "42 letters")
            with pytest.raises(store.TakenOver, match=r"Bo on .+ has taken over"):
                first.commit(planned_text(report, "43 letters"), ENTRY)
            first.save_copy(closed.with_name("copy.rbb"))
            first.close()
            with pytest.raises(store.Locked, match="by Bo"):
                store.open_file(closed)
            edit(second, second.load(), "44 letters")
    with store.open_file(closed, read_only=True) as opened:
        assert opened.load().output("letters").planned_text == "44 letters"


def test_a_copy_is_not_written_over_a_file_that_someone_works_on(closed: Path):
    target = closed.with_name("other.rbb")
    with store.open_file(closed) as opened:
        opened.save_copy(target)
        before = target.read_bytes()
        with store.open_file(target, holder="Bo"), pytest.raises(store.Locked, match=r"other.rbb.*by Bo"):
            opened.save_copy(target)
    assert target.read_bytes() == before


def test_a_drive_without_locks_is_decided_by_names(closed: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("rbb_editor.store.lock._try_lock", lambda descriptor: None)
    left_by(closed, pid=2**22 + 1)
    with store.open_file(closed, holder="Ana"), pytest.raises(store.Locked, match="by Ana"):
        store.open_file(closed)
    left_by(closed, host="elsewhere")
    with pytest.raises(store.Locked, match="elsewhere"):
        store.open_file(closed)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind this account")
def test_a_folder_that_may_not_be_written(closed: Path):
    closed.parent.chmod(0o500)
    try:
        with pytest.raises(store.NotWritable, match="read-only"):
            store.open_file(closed)
        store.open_file(closed, read_only=True).close()
    finally:
        closed.parent.chmod(0o700)


def test_a_lock_that_could_not_be_written_is_nobody_s(closed: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(descriptor: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(os, "write", refuse)
        with pytest.raises(store.DiskFull):
            store.open_file(closed)
    assert not lock_path(closed).exists()
    store.open_file(closed).close()
