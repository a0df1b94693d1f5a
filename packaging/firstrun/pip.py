"""Installing locked packages: with the environment's own pip or, on systems that split it off, with the system's."""

import importlib.util
import os
import platform
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from firstrun import program, system_packages
from firstrun.problem import Problem

# pip 22.3 learned to install into another Python's environment.
GOOD_ENOUGH = (22, 3)
FULL = re.compile("No space left on device|Disk quota exceeded")
UNREACHABLE = re.compile(r"^WARNING: Retrying|^ERROR: .*(connection|timed out|HTTP error|certificate)", re.MULTILINE)
FORBIDDEN = re.compile(r"(?:Permission denied|Read-only file system)[^'\n]*'([^'\n]+)'")


class UnreachableError(Problem):
    """The packages could not be downloaded; what is installed was not touched."""


def install(python: Path, lock: Path, log: Path) -> None:
    """Install the packages of a lock file into the environment of a Python; the log keeps the details."""
    print(f"Installing the packages of {lock.name} (once; about 100 MB to download)…", file=sys.stderr)
    shown = sys.stderr.isatty() and sys.stdout.isatty()
    command = [
        *_pip_for(python),
        *("install", "--require-hashes", "--only-binary", ":all:", "--no-input", "--disable-pip-version-check"),
        *("--retries", "2", "--log", str(log), *([] if shown else ["--quiet"]), "-r", str(lock)),
    ]
    log.unlink(missing_ok=True)
    environ = program.environment(os.environ, PIP_USER="0", PIP_REQUIRE_VIRTUALENV="0", PYTHONUTF8="1")
    outcome = program.attempt(command, environ, show_output=shown, heard=_tell_once())
    if outcome.code != 0:
        what = "The packages could not be installed"
        kind = UnreachableError if _is_unreachable(outcome.errors) else Problem
        msg = f"{explain(outcome.errors, what)} Details: {log}"
        raise kind(msg)


def comes_with_environment() -> bool:
    """Whether a new environment must get its own pip: no need where the system has a good one.

    Where there is none at all it is installed as root on an apt system, else `Problem` says how.
    """
    if _system_pip_is_good():
        return False
    if not _has_ensurepip():
        if not system_packages.has_apt():
            msg = "This Python has neither pip nor ensurepip: install pip with the package manager of this system."
            raise Problem(msg)
        print("This Python has neither pip nor ensurepip.", file=sys.stderr)
        system_packages.install(lacking())
        importlib.invalidate_caches()
    return True


def lacking() -> list[str]:
    """The Debian package without which no packages can be installed here; none where pip or ensurepip is there."""
    if _has_ensurepip() or _system_pip_is_good():
        return []
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    return [f"{version}-venv" if Path(sys.executable).name == version else "python3-venv"]


def explain(errors: str, what: str) -> str:
    """The sentence for a failure of pip or venv, out of what it wrote to its error output."""
    if FULL.search(errors):
        return f"{what}: the disk is full; about 600 MB are needed, for a moment in the folder of temporary files too."
    if found := FORBIDDEN.search(errors):
        return f"{what}: {found[1]} cannot be written."
    if "DO NOT MATCH THE HASHES" in errors:
        return f"{what}: a downloaded file is not the one that was locked. Start again later or on another network."
    if _is_unreachable(errors):
        return f"{what}: they could not be downloaded. Check the network connection and start again."
    if found := re.search(r"No matching distribution found for (\S+)", errors):
        here = f"Python {platform.python_version()} on {platform.system()} {platform.machine()}"
        return f"{what}: there is no ready-made {found[1]} for {here}."
    lines = [line for line in errors.splitlines() if line.strip()]
    reasons = [line.removeprefix("ERROR: ") for line in lines if line.startswith("ERROR: ")] or lines[-1:]
    return f"{what}: {reasons[0].rstrip('. ')}." if reasons else f"{what}."


def _is_unreachable(errors: str) -> bool:
    """Whether pip gave up at downloading."""
    other = FULL.search(errors) or FORBIDDEN.search(errors) or "DO NOT MATCH THE HASHES" in errors
    return not other and UNREACHABLE.search(errors) is not None


def _tell_once() -> Callable[[str], None]:
    """A listener that says once that pip is waiting for the network."""
    told = False

    def hear(line: str) -> None:
        nonlocal told
        if line.startswith("WARNING: Retrying") and not told:
            told = True
            print("The packages' server does not answer; trying again…", file=sys.stderr)

    return hear


def _pip_for(python: Path) -> list[str]:
    own = [str(python), "-m", "pip"]
    return own if _version(own) > (0,) else [program.system_python(), "-m", "pip", "--python", str(python)]


def _system_pip_is_good() -> bool:
    return _version([program.system_python(), "-m", "pip"]) >= GOOD_ENOUGH


def _has_ensurepip() -> bool:
    return importlib.util.find_spec("ensurepip") is not None


def _version(pip: Sequence[str]) -> tuple[int, ...]:
    """The version of a pip, (0,) where there is none."""
    environ = program.environment(os.environ)
    answer = subprocess.run([*pip, "--version"], env=environ, capture_output=True, text=True, check=False)
    found = re.match(r"pip (\d+)\.(\d+)", answer.stdout)
    return (int(found[1]), int(found[2])) if found else (0,)
