"""The command line as a person has it: a process of its own, in a folder of its own."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMMAND = (sys.executable, "-m", "rbb_editor")


def environment(**more: str) -> dict[str, str]:
    """This process's environment without the user's language, so that messages are English unless a test says else."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "PYTHON"))}
    return {**kept, "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT), **more}


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Program:
    """Runs commands in `folder`."""

    folder: Path

    def __call__(
        self,
        *arguments: str | Path,
        env: Mapping[str, str] | None = None,
        before: Callable[[], None] | None = None,
    ) -> Done:
        """Runs one command to its end; `before` runs in the new process ahead of the program."""
        done = subprocess.run(
            [*COMMAND, *map(str, arguments)],
            capture_output=True,
            cwd=self.folder,
            env=environment(**(env or {})),
            preexec_fn=before,
            timeout=300,
        )
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    def files(self) -> set[str]:
        """The names of all files in the folder, hidden ones too."""
        return {path.name for path in self.folder.iterdir()}


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path)


@pytest.fixture
def sample(program: Program) -> Path:
    """A report file of 40 outputs with known shortfalls."""
    assert program("sample", "sample.rbb", "--outputs", "40").code == 0
    return program.folder / "sample.rbb"
