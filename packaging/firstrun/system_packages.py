"""Packages of the operating system: named with the exact command, installed when run as root on an apt system."""

import os
import shutil
import sys
from collections.abc import Iterable

from firstrun import program
from firstrun.problem import Problem

APT = ("apt-get", "-o", "DPkg::Lock::Timeout=300")


def install_line(packages: Iterable[str]) -> str:
    """The command with which a person installs these Debian packages."""
    return f"sudo apt-get update && sudo apt-get install -y {' '.join(packages)}"


def has_apt() -> bool:
    """Whether this is Debian, Ubuntu or one of their kin."""
    return shutil.which("apt-get") is not None


def install(packages: list[str]) -> None:
    """Install Debian packages as root; `Problem` where that fails or this is another user."""
    if not (program.is_root() and has_apt()):
        msg = f"Install what is missing with: {install_line(packages)}"
        raise Problem(msg)
    print(f"Installing system packages: {' '.join(packages)}", file=sys.stderr)
    environ = program.environment(os.environ, DEBIAN_FRONTEND="noninteractive", LC_ALL="C")
    command = (*APT, "install", "-y", "--no-install-recommends", *packages)
    # Where the lists are there and fresh, no update is needed; a bare image has none.
    if program.attempt(command, environ).code == 0:
        return
    program.attempt((*APT, "update"), environ)
    outcome = program.attempt(command, environ)
    if outcome.code != 0:
        reasons = [line.removeprefix("E: ") for line in outcome.errors.splitlines() if line.startswith("E: ")]
        reason = f" ({reasons[-1].rstrip('. ')})" if reasons else ""
        msg = f"The system packages could not be installed{reason}; try: {install_line(packages)}"
        raise Problem(msg)
