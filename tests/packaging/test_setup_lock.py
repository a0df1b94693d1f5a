"""Two starts at once."""

import subprocess
import sys
from pathlib import Path

HOLD = """
import sys, pathlib
from firstrun import setup_lock
with setup_lock.held(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_the_second_waits_for_the_first(tmp_path: Path):
    def start() -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", HOLD, str(tmp_path / ".venv")],
            cwd=Path(__file__).parents[2] / "packaging",
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    with start() as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "held\n"
        with start() as second:
            assert second.stderr is not None
            assert "waiting for it" in second.stderr.readline()
            first.communicate("")
            assert second.communicate("")[0] == "held\n"
