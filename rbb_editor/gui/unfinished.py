"""What a crash would interrupt: the reports that are open, and what is being typed; kept until it is over."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from rbb_editor import settings
from rbb_editor.gui.session import Session

if TYPE_CHECKING:
    from rbb_editor.gui.drafts import Draft
    from rbb_editor.gui.main_window import MainWindow

EVERY = 1000
"""Milliseconds between two looks at what is being typed."""


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
        if self._session.get(settings.DRAFT):
            self.typing(path, None)

    def typing(self, path: Path, draft: "Draft | None") -> None:
        """This is being typed in a report; None: nothing any more."""
        from rbb_editor.gui.drafts import from_json, to_json  # no start needs them

        drafts = from_json(self._session.get(settings.DRAFT))
        drafts.pop(str(path), None)
        self._keep(to_json(drafts | ({str(path): draft} if draft is not None else {})))

    def take(self) -> "tuple[list[Path], dict[str, Draft]]":
        """The reports that were open when the program ended unexpectedly, told only once; and what was being typed in
        each, by its path, told until `typed_again`: opening a report can take long, and the program be ended meanwhile.
        """
        paths, text = self._open(), self._session.get(settings.DRAFT)
        self._put([])
        if not text:
            return [Path(path) for path in paths], {}
        from rbb_editor.gui.drafts import from_json

        return [Path(path) for path in paths], from_json(text)

    def typed_again(self) -> None:
        """What was being typed is about to be in its fields, or on the clipboard."""
        self._keep("")

    def _keep(self, drafts: str) -> None:
        if drafts != self._session.get(settings.DRAFT):
            self._session.put(settings.DRAFT, drafts)
            self._session.save()

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


class Drafting:
    """Keeps what is being typed in a window, so that it outlives a crash but for the last second.

    `typing`: something is, and is not on disk yet; everything else is.
    """

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self.typing = False
        self._kept = False
        self._clock = QTimer(window)
        self._clock.setInterval(EVERY)
        self._clock.timeout.connect(self._keep)

    def follow(self, field: str) -> None:
        """An editor was opened over a field, or ("") closed."""
        self.typing = bool(field)
        self._window.setWindowModified(self.typing)
        if self.typing:
            self._clock.start()
        else:
            self._keep()

    def watch(self) -> None:
        """Something may be typed elsewhere: the front matter is shown, a comment, a reason or a title begun."""
        if not self._clock.isActive():
            self._clock.start()

    def _keep(self) -> None:
        from rbb_editor.gui.drafts import draft_of  # no start needs it

        place = self._window.workspace
        if place is None:
            self._clock.stop()
            return
        draft = draft_of(place)
        if draft is not None or self._kept:
            self._window.program.unfinished.typing(place.project.path, draft)
        self._kept = draft is not None
        if draft is None and not self.typing and place.centre.page is None:
            self._clock.stop()
