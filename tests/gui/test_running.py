"""A second start hands its files to the program that runs, or opens them itself where nobody answers."""

import os
import subprocess
import sys
import threading
from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from rbb_editor.gui.running import Running, screen_of

ROOT = Path(__file__).resolve().parents[2]
SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from rbb_editor.gui.running import Running
app = QCoreApplication([])
second = Running(Path(sys.argv[1]), sys.argv[2])
print(second.is_first(), second.hand_over([Path(each) for each in sys.argv[3:]], 20))
"""


def second_start(folder: Path, screen: str, *paths: str) -> "subprocess.Popen[str]":
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-c", SECOND, str(folder), screen, *paths], stdout=subprocess.PIPE, text=True, env=environment
    )


def test_the_first_program_gets_the_files_of_the_second(tmp_path: Path, qtbot: QtBot, qapp: QObject) -> None:
    first = Running(tmp_path, "screen")
    assert first.is_first()
    asked: list[list[Path]] = []
    parent = QObject()
    first.listen(asked.append, parent)
    with second_start(tmp_path, "screen", "/reports/a.rbb") as second:
        qtbot.waitUntil(lambda: bool(asked), timeout=20_000)
        assert second.stdout is not None
        assert second.stdout.read().split() == ["False", "True"]
    assert asked == [[Path("/reports/a.rbb")]]
    first.end()
    assert Running(tmp_path, "screen").is_first()


def test_another_screen_has_a_program_of_its_own(tmp_path: Path, qapp: QObject) -> None:
    here, there = Running(tmp_path, screen_of({"DISPLAY": ":0"})), Running(tmp_path, screen_of({"DISPLAY": ":1"}))
    assert here.is_first()
    assert there.is_first()
    here.end()
    there.end()


def test_where_nobody_answers_the_second_opens_its_files_itself(tmp_path: Path, qapp: QObject) -> None:
    first = Running(tmp_path)
    assert first.is_first()  # and hangs: it never listens
    second = Running(tmp_path)
    assert not second.is_first()
    assert not second.hand_over([Path("a.rbb")], 0.05)
    assert list(tmp_path.rglob("*.request")) == []
    first.end()


def test_requests_that_were_left_behind_are_taken(tmp_path: Path, qapp: QObject) -> None:
    first = Running(tmp_path)
    assert first.is_first()
    answers: list[bool] = []
    waiting = threading.Thread(target=lambda: answers.append(Running(tmp_path).hand_over([], 20)))
    waiting.start()
    while not list(tmp_path.rglob("*.request")):
        pass
    asked: list[list[Path]] = []
    first.listen(asked.append, QObject())
    waiting.join()
    assert (asked, answers) == ([[]], [True])
    first.end()


def test_a_folder_that_cannot_be_made_is_no_hindrance(tmp_path: Path, qapp: QObject) -> None:
    (tmp_path / "file").touch()
    assert Running(tmp_path / "file").is_first()
