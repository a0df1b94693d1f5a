"""What a killed program leaves where it was writing goes with the next write there; nothing else does."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rbb_editor import leftovers
from rbb_editor.project import Project, transfer
from tests.made_up import small_report

LEFT = (
    ".copy.rbb.0a1b2c3d.part", ".copy.rbb.0a1b2c3d.part-journal", ".out.docx.0a1b2c3d4e5f.tmp", ".made.0a1b2c3d.rbb",
    ".~lock..made.0a1b2c3d.rbb#",
)  # fmt: skip
OTHERS = ("report.rbb", ".hidden", ".~lock.report.rbb#", "copy.rbb.0a1b2c3d.part", ".notes.tmp", "0a1b2c3d.rbb")


def put(folder: Path, *names: str, age: float = 3600) -> None:
    for name in names:
        (folder / name).write_bytes(b"something")
        os.utime(folder / name, (time.time() - age,) * 2)


def names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


@pytest.mark.parametrize("target", ["new.rbb", "new.json"])
def test_the_next_write_takes_them_away(tmp_path: Path, target: str):
    put(tmp_path, *LEFT, *OTHERS)
    if target.endswith(".rbb"):
        Project.create(tmp_path / target, small_report(), author="Tester").close()
    else:
        transfer.write_file(small_report(), tmp_path / target)
    assert names(tmp_path) == {*OTHERS, target}


def test_one_that_was_just_written_stays(tmp_path: Path):
    put(tmp_path, *LEFT, age=1)
    leftovers.sweep(tmp_path)
    assert names(tmp_path) == set(LEFT)


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be removed there")
def test_one_that_another_program_still_writes_stays(tmp_path: Path):
    put(tmp_path, *LEFT[:2])
    code = (
        "import os, sys; from rbb_editor.leftovers import claim\n"
        "claim(os.open(sys.argv[1], os.O_RDWR)); print('claimed', flush=True); sys.stdin.read()"
    )
    words = [sys.executable, "-c", code, str(tmp_path / LEFT[0])]
    environment = {**os.environ, "PYTHONPATH": str(Path(leftovers.__file__).parents[1])}
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        leftovers.sweep(tmp_path)
        assert names(tmp_path) == {LEFT[0]}
        writer.kill()
    leftovers.sweep(tmp_path)
    assert names(tmp_path) == set()
