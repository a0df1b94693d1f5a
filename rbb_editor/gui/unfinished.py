"""What a crash would interrupt: the reports that are open, and what is being typed; kept until it is over."""

import json
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict

from rbb_editor import settings
from rbb_editor.gui.session import Session


class Draft(Struct, frozen=True):
    """What is being typed into a cell and is in no report yet."""

    path: str
    output: str
    component: str
    field: str
    text: str


class Unfinished:
    """Remembers it in the settings; what is left there at the next start was interrupted."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def opened(self, path: Path) -> None:
        """A report is open."""
        self._put([*self._without(path), str(path)])

    def closed(self, path: Path) -> None:
        """A report was closed as it should be."""
        self._put(self._without(path))

    def typing(self, draft: Draft | None) -> None:
        """This is being typed; None: nothing any more."""
        text = json.dumps(asdict(draft)) if draft is not None else ""
        if text != self._session.get(settings.DRAFT):
            self._session.put(settings.DRAFT, text)
            self._session.save()

    def take(self) -> tuple[list[Path], Draft | None]:
        """The reports that were open when the program ended unexpectedly, and what was being typed; told only once."""
        paths, text = self._open(), self._session.get(settings.DRAFT)
        self._put([])
        self.typing(None)
        try:
            draft = Draft(**json.loads(text)) if text else None
        except (ValueError, TypeError):  # written by another version of the program
            draft = None
        return [Path(path) for path in paths], draft

    def _without(self, path: Path) -> list[str]:
        return [each for each in self._open() if each != str(path)]

    def _open(self) -> list[str]:
        try:
            stored = json.loads(self._session.get(settings.OPEN))
        except ValueError:  # written by another version of the program
            return []
        return [each for each in stored if isinstance(each, str)] if isinstance(stored, list) else []

    def _put(self, paths: list[str]) -> None:
        text = json.dumps(paths)
        if text != self._session.get(settings.OPEN):
            self._session.put(settings.OPEN, text)  # on disk a moment later: no window waits for that
