"""What can still be read of a damaged file."""

from dataclasses import dataclass
from pathlib import Path

from rbb_editor.domain.report import Report
from rbb_editor.store.journal import Entry


@dataclass(frozen=True)
class Salvage:
    """What was read of a damaged file."""

    report: Report


def count_readable(path: Path) -> int:
    """How many outputs can be read."""
    return 0


def salvage(path: Path, target: Path, entry: Entry) -> Salvage:
    """To come."""
    raise NotImplementedError
