"""The virtual environment: made where it is missing, repaired where an earlier start was interrupted."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from firstrun import pip, places, program, setup_lock
from firstrun.problem import Problem

STAMP = "rbb-editor.json"
UNFINISHED = "rbb-editor.unfinished"
CHECKOUT_PTH = "rbb_editor_checkout.pth"


@dataclass(frozen=True)
class Lock:
    """A list of locked packages: which file, and what it says (a digest)."""

    file: Path
    digest: str

    @staticmethod
    def read(checkout: Path, name: str) -> "Lock":
        """The list `packaging/NAME.txt` of a checkout."""
        file = checkout / "packaging" / f"{name}.txt"
        return Lock(file, hashlib.sha256(file.read_bytes()).hexdigest())

    def contained(self) -> "list[Lock]":
        """The lists that this one contains whole, by the custom that `X-dev.txt` contains `X.txt`."""
        name = self.file.stem.removesuffix("-dev")
        return [] if name == self.file.stem else [Lock.read(self.file.parents[1], name)]


@dataclass(frozen=True)
class Environment:
    """A virtual environment's folder, there or not yet."""

    folder: Path

    @property
    def python(self) -> Path:
        """Its Python."""
        return self.folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")

    def version(self) -> str | None:
        """The version of its Python, such as "3.11", None where it does not run or is too old for us."""
        question = "import sys; print('%d.%d' % sys.version_info[:2]); sys.exit(sys.version_info < (3, 11))"
        try:
            answer = subprocess.run(
                [self.python, "-I", "-S", "-c", question], capture_output=True, text=True, check=False
            )
        except OSError:
            return None
        return answer.stdout.strip() if answer.returncode == 0 else None

    def stamp(self) -> Mapping[str, object]:
        """What the last finished setup wrote down; empty where none was finished."""
        if (self.folder / UNFINISHED).exists():
            return {}
        try:
            stamp = json.loads((self.folder / STAMP).read_text("utf-8"))
        except (FileNotFoundError, NotADirectoryError, json.JSONDecodeError):
            return {}
        return stamp if isinstance(stamp, dict) else {}

    def has(self, lock: Lock) -> bool:
        """Whether nothing is to be done: the packages of a lock are installed for the Python that is there."""
        stamp = self.stamp()
        return stamp.get(lock.file.name) == lock.digest and stamp.get("python") == self.version()


def ready(checkout: Path, name: str, environ: Mapping[str, str]) -> Environment:
    """The environment with the packages of the list `name`, brought about where it is not yet."""
    lock = Lock.read(checkout, name)
    candidates = [Environment(folder) for folder in places.environments(checkout, environ)]
    for environment in candidates:
        if environment.has(lock) and environment.stamp().get("checkout") == str(checkout):
            return environment
    for environment in candidates:
        if places.can_write(environment.folder):
            if environment is not candidates[0]:
                print(f"{checkout} cannot be written: the packages go to {environment.folder}", file=sys.stderr)
            with setup_lock.held(environment.folder):
                _bring(environment, checkout, lock)
            return environment
    tried = " and ".join(str(environment.folder) for environment in candidates)
    msg = f"The packages need a folder that can be written, {tried} cannot: name one in {places.CHOSEN_ENVIRONMENT}."
    raise Problem(msg)


def _bring(environment: Environment, checkout: Path, lock: Lock) -> None:
    """Make what is missing in an environment that this process may change, then write down that it is done."""
    stamp = dict(environment.stamp())
    unfinished = environment.folder / UNFINISHED
    if not environment.has(lock):
        if unfinished.exists() or environment.version() != stamp.get("python", environment.version()):
            stamp = {}
            _make(environment)
        elif environment.version() is None:
            _make(environment)
        unfinished.touch()
        try:
            pip.install(environment.python, lock.file, environment.folder / "setup.log")
        except pip.UnreachableError:
            unfinished.unlink()
            raise
    _lead_to(environment, checkout)
    stamp |= {each.file.name: each.digest for each in (lock, *lock.contained())}
    stamp |= {"python": environment.version(), "checkout": str(checkout)}
    written = environment.folder / f"{STAMP}.new"
    written.write_text(json.dumps(stamp, indent=1), "utf-8")
    written.replace(environment.folder / STAMP)
    unfinished.unlink(missing_ok=True)


def _make(environment: Environment) -> None:
    """Make the environment anew; what an interrupted setup left is cleared away, what is not ours is left alone."""
    folder = environment.folder
    ours = (folder / UNFINISHED).exists() or (folder / "pyvenv.cfg").exists()
    if folder.exists() and not ours and (not folder.is_dir() or any(folder.iterdir())):
        msg = f"{folder} is in the way and is no virtual environment: move it elsewhere and start again."
        raise Problem(msg)
    if Path(sys.prefix) == folder:
        msg = f"The environment {folder} cannot be made anew by its own Python: start with the system's python3."
        raise Problem(msg)
    own_pip = pip.comes_with_environment()
    print(f"Making a virtual environment in {folder}", file=sys.stderr)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / UNFINISHED).touch()
    _clear(folder)
    command = [program.system_python(), "-m", "venv", *([] if own_pip else ["--without-pip"]), str(folder)]
    outcome = program.attempt(command, program.environment(os.environ))
    if outcome.code != 0:
        raise Problem(pip.explain(outcome.errors, f"The virtual environment {folder} could not be made"))


def _clear(folder: Path) -> None:
    """Empty an environment's folder, up to the mark that says that it is unfinished."""
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry.name != UNFINISHED:
            entry.unlink()


def _lead_to(environment: Environment, checkout: Path) -> None:
    """Make the checkout's `rbb_editor` importable in the environment, in ASCII whatever its path is called."""
    line = f"import sys; sys.path.insert(0, {str(checkout)!a})\n"
    order = "import pathlib, sys, sysconfig; pathlib.Path(sysconfig.get_path('purelib'), sys.argv[1]).write_text(%r)"
    subprocess.run([environment.python, "-I", "-c", order % line, CHECKOUT_PTH], check=True)
