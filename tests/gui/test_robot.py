"""A robot does some hundreds of things at random; 50,000 are done by hand: `python -m tests.gui.robot`."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_a_robot_finds_nothing_wrong() -> None:
    """In a process of its own: it takes over the hooks of the process, and a crash is then told as one."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-m", "tests.gui.robot", "--actions", "400", "--seed", "1"],
        capture_output=True, text=True, cwd=ROOT, timeout=180, env=environment,
    )  # fmt: skip
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    assert "nothing went wrong" in done.stdout
