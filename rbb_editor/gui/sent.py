"""Which Word files were written from a report on this computer, and when: states that changes can be shown since."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from rbb_editor import settings
from rbb_editor.gui.session import Session

KEPT = 60
"""How many are remembered, of all reports."""


class Sent(Struct, frozen=True):
    """A file of this name, written from the report `path` as the step `step` of its history had left it."""

    path: str
    name: str
    time: datetime
    step: int


def sent_of(session: Session, path: Path) -> list[Sent]:
    """The files written from a report, the last one first."""
    return [each for each in _all(session) if each.path == str(path)]


def remember(session: Session, sent: Sent) -> None:
    """Notes that a file was written; one that was written over is forgotten."""
    others = [each for each in _all(session) if (each.path, each.name) != (sent.path, sent.name)]
    kept = [{**asdict(each), "time": each.time.isoformat()} for each in (sent, *others)][:KEPT]
    session.put(settings.SENT, json.dumps(kept))


def _all(session: Session) -> list[Sent]:
    try:
        stored = json.loads(session.get(settings.SENT))
        return [_sent(each) for each in stored]
    except (ValueError, TypeError, KeyError):  # written by another version of the program: start anew
        return []


def _sent(each: dict[str, Any]) -> Sent:
    time = datetime.fromisoformat(each["time"]).astimezone(UTC)
    return Sent(str(each["path"]), str(each["name"]), time, int(each["step"]))
