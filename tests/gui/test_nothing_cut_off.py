"""Nothing is cut off in any window, dialog or menu: in four languages, one longer and one mirrored, at three scales."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.fit import misfits
from tests.gui.pseudo import longer, mirrored

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(("scale", "size"), [("1", "1440x900"), ("1.5", "1024x700"), ("2", "1024x700")])
def test_nothing_is_cut_off(scale: str, size: str) -> None:
    """A scale is given to Qt before it starts: each is a process of its own."""
    environment = {**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "tests.gui.look_at_all", "en", "zh", "pseudo", "mirrored", "--size", size],
        capture_output=True, text=True, cwd=ROOT, timeout=240, env=environment,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_longer_language_keeps_fields_and_access_keys() -> None:
    assert longer("&Open {name} (&O)… 100 %") == "&Openöö {name} (&O)… 100ö %"
    assert longer("a\nb {{x}}") == "a\nb {{x}}"


def test_what_is_cut_off_is_found(qtbot: QtBot) -> None:
    """The check itself sees a label, a button and a neighbour that have too little room."""
    box = QWidget()
    qtbot.addWidget(box)
    row = QHBoxLayout(box)
    label, button = QLabel("A sentence of some length"), QPushButton("A button with words")
    row.addWidget(label)
    row.addWidget(button)
    with qtbot.waitExposed(box):
        box.show()
    assert misfits(box) == []
    button.setFixedWidth(30)
    label.setFixedHeight(4)
    beside = QPushButton("Beside", box)
    beside.move(box.width() - 10, 0)
    beside.show()
    row.activate()
    found = "\n".join(misfits(box))
    assert "QPushButton “A button with words”: wants" in found
    assert "QLabel “A sentence of some length”: wants a height" in found
    assert "lies outside its parent" in found


def test_the_mirrored_language_keeps_fields_and_names_its_access_keys() -> None:
    assert mirrored("&Open {name}…") == "وپعن {name}… (&O)"
    assert mirrored("Two, {count}?") == "تwو، {count}؟".replace("w", "و")
