"""Which folders are used: the checkout, the virtual environment, the copies of the sample."""

import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from firstrun.problem import Problem

CHECKOUT = Path(__file__).resolve().parents[2]
CHOSEN_ENVIRONMENT = "RBB_EDITOR_VENV"
UNTOUCHED = "untouched.sha256"
"""Beside a copy of the sample: what it held when it was made."""
EXPORTED = (".docx", ".xlsx")
"""What is written beside it where there is no display."""


def user_folder(kind: str, environ: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Where this user's files of a kind ("cache" or "data") lie, by the custom of the system."""
    home = Path(environ.get("HOME") or environ.get("USERPROFILE") or tempfile.gettempdir())
    if platform == "win32":
        local = environ.get("LOCALAPPDATA")
        return (Path(local) if local else home / "AppData" / "Local") / "rbb-editor" / kind
    if platform == "darwin":
        return home / "Library" / ("Caches" if kind == "cache" else "Application Support") / "rbb-editor"
    named = environ.get(f"XDG_{kind.upper()}_HOME", "")
    fallback = home / (".cache" if kind == "cache" else ".local/share")
    return (Path(named) if Path(named).is_absolute() else fallback) / "rbb-editor"


def environments(checkout: Path, environ: Mapping[str, str]) -> list[Path]:
    """Where the virtual environment may lie, best first; one that the user chose stands alone."""
    if chosen := environ.get(CHOSEN_ENVIRONMENT):
        return [Path(chosen).absolute()]
    name = str(checkout.absolute()).strip("/\\").translate(str.maketrans("/\\: ", "----"))
    return [checkout / ".venv", user_folder("cache", environ) / "venv" / name[-100:]]


def can_write(folder: Path) -> bool:
    """Whether this user may make or change a folder: asked of the folder or its nearest parent that is there."""
    there = next(place for place in (folder, *folder.parents) if place.exists())
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)


def new_sample_folder(data: Path) -> Path:
    """Make an empty folder `sample-N` for a fresh copy of the sample, N being the first number not in use."""
    number = 1
    while True:
        folder = data / f"sample-{number}"
        try:
            folder.mkdir(parents=True)
        except FileExistsError:
            number += 1
        except OSError as error:
            msg = f"No folder for a copy of the sample could be made: {folder}: {error.strerror}."
            raise Problem(msg) from error
        else:
            return folder


def mark_untouched(report: Path) -> None:
    """Notes beside a fresh copy of the sample what it holds: a later start sees whether somebody worked on it."""
    (report.parent / UNTOUCHED).write_text(_digest(report), encoding="ascii")


def clear_untouched_samples(data: Path) -> None:
    """Removes the copies of earlier starts that nobody has changed and nobody has open; all others stay."""
    for folder in sorted(data.glob("sample-*")):
        mark, reports = folder / UNTOUCHED, list(folder.glob("*.rbb"))
        if not mark.is_file() or len(reports) != 1:
            continue
        ours = {mark, reports[0], *(reports[0].with_suffix(suffix) for suffix in EXPORTED)}
        if set(folder.iterdir()) <= ours and mark.read_text(encoding="ascii") == _digest(reports[0]):
            shutil.rmtree(folder, ignore_errors=True)  # one that cannot be removed is no hindrance


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def sample_file(checkout: Path, environ: Mapping[str, str]) -> Path:
    """The sample in the language of this user's locale where there is one, else the English one."""
    locale = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "en")
    samples = checkout / "resources" / "samples"
    own = samples / f"sample_{locale[:2].lower()}.json"
    return own if own.is_file() else samples / "sample_en.json"
