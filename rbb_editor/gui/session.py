"""What is remembered between two runs, kept with QSettings; which values there are stands in `rbb_editor.settings`."""

import json
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import asdict, replace
from PySide6.QtCore import QByteArray, QSettings

from rbb_editor import settings
from rbb_editor.settings import Setting

T = TypeVar("T", bool, int, str, bytes)


class Recent(Struct, frozen=True):
    """A file that was open, and what was left to do in it when it was closed. `time`: ISO, UTC. `node`: where.

    `opened`: the nodes of the outline that were open; None where that is not known. `view`: "page" where the pages
    were shown, "overview" where that was, else the table was.
    """

    path: str
    title: str = ""
    symbol: str = ""
    language: str = ""
    outputs: int = 0
    errors: int = 0
    warnings: int = 0
    time: str = ""
    node: str = ""
    opened: list[str] | None = None
    view: str = ""


class Session:
    """Reads and writes the settings; a stored value of another type or outside its limits counts as not stored."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

    def get(self, setting: Setting[T]) -> T:
        """The stored value, or the default."""
        value = self._read(setting.name, setting.kind)
        return setting.default if value is None else setting.fitting(value)

    def put(self, setting: Setting[T], value: T) -> None:
        """Stores a value."""
        self._write(setting.name, value)

    def _write(self, name: str, value: object) -> None:
        self._store.setValue(name, QByteArray(value) if isinstance(value, bytes) else value)

    def _read(self, name: str, kind: type) -> Any:
        """The stored value of a name, None where there is none of this kind."""
        if not self._store.contains(name):
            return None
        value = self._store.value(name, type=QByteArray if kind is bytes else kind)
        if isinstance(value, QByteArray):
            return bytes(value.data())
        return value if isinstance(value, kind) else None

    def recent(self) -> list[Recent]:
        """The files that were open, the last one first."""
        try:
            stored = json.loads(self.get(settings.RECENT))
            return [Recent(**each) for each in stored]
        except (ValueError, TypeError):  # written by another version of the program: start anew
            return []

    def recent_of(self, path: Path) -> Recent | None:
        """What is remembered about a file."""
        return next((each for each in self.recent() if each.path == str(path)), None)

    def remember(self, entry: Recent) -> None:
        """Puts a file first in the list; what is not known of it now stays as it was."""
        others = self.recent()
        known = next((each for each in others if each.path == entry.path), entry)
        opened = entry.opened if entry.opened is not None else known.opened
        entry = replace(entry, node=entry.node or known.node, opened=opened)
        kept = [entry, *(each for each in others if each.path != entry.path)][: settings.RECENT_KEPT]
        self.put(settings.RECENT, json.dumps([asdict(each) for each in kept]))

    def forget(self, path: str) -> None:
        """Takes a file out of the list."""
        kept = [each for each in self.recent() if each.path != path]
        self.put(settings.RECENT, json.dumps([asdict(each) for each in kept]))

    def save(self) -> None:
        """Brings everything to the disk."""
        self._store.sync()
