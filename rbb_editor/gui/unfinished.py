"""What a crash would interrupt: the reports that are open, and what is being typed; kept until it is over."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import asdict
from PySide6.QtCore import QTimer

from rbb_editor import settings
from rbb_editor.domain.entities import Output
from rbb_editor.gui.session import Session
from rbb_editor.gui.table.columns import EDITABLE
from rbb_editor.gui.tree.outline import FRONT

if TYPE_CHECKING:
    from rbb_editor.gui.main_window import MainWindow
    from rbb_editor.gui.workspace import Workspace

EVERY = 1500
"""Milliseconds between two looks at what is being typed."""


class Draft(Struct, frozen=True):
    """What is being typed and is in no report yet: into a cell, or (`front`, by field) into the front matter."""

    path: str
    output: str = ""
    component: str = ""
    field: str = ""
    text: str = ""
    front: dict[str, str] = {}


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


class Drafting:
    """Keeps what is being typed in a window, so that it outlives a crash up to the last second or two.

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
        """The front matter is shown, where something may be typed."""
        self._clock.start()

    def _keep(self) -> None:
        place = self._window.workspace
        draft = draft_of(place) if place is not None else None
        if draft is not None or self._kept:
            self._window.program.unfinished.typing(draft)
        self._kept = draft is not None
        if not self.typing and (place is None or place.centre.page is None):
            self._clock.stop()


def draft_of(place: "Workspace") -> Draft | None:
    """What is being typed into a cell of the table or into the front matter now."""
    now, path = place.table.open_editor, str(place.project.path)
    if now is not None and now.editor.text() != now.before:
        return Draft(path, now.output, now.component, str(now.field), now.editor.text())
    typed = typed_front(place)
    return Draft(path, front=typed) if typed else None


def typed_front(place: "Workspace") -> dict[str, str]:
    """What is typed into the front matter, by field, where that is shown."""
    if place.centre.page is None:
        return {}
    from rbb_editor.gui.front.page import FrontPage  # loaded by now

    return place.centre.page.typed() if isinstance(place.centre.page, FrontPage) else {}


def type_again(place: "Workspace", draft: Draft) -> None:
    """Opens the cell or the page that a draft belongs to, where it still is, and puts the words into their fields."""
    if draft.front and not place.project.read_only:
        from rbb_editor.gui.front.page import FrontPage

        place.choose_node(FRONT)
        if isinstance(place.centre.page, FrontPage):
            place.centre.page.type_again(draft.front)
        return
    entity = place.project.report.get(draft.output)
    fields = [str(field) for field in EDITABLE]
    if not isinstance(entity, Output) or draft.field not in fields or place.project.read_only:
        return
    place.edit_cell(entity.id, draft.component, draft.field)
    now = place.table.open_editor
    if now is not None and now.output == entity.id:
        now.editor.setText(draft.text)
