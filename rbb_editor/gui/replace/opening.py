"""How find and replace comes over the table of a workspace and goes again, and what it makes the window do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from rbb_editor.domain.wording import Hit
from rbb_editor.errors import UserError
from rbb_editor.gui.replace.stepping import following
from rbb_editor.gui.replace.view import ReplaceView
from rbb_editor.gui.tree.outline import ABBREVIATIONS, FRONT
from rbb_editor.project import Pending
from rbb_editor.project.search import find

if TYPE_CHECKING:
    from rbb_editor.gui.main_window import MainWindow
    from rbb_editor.gui.workspace import Workspace

BACKUP = "before replacing"


def replacing_of(window: "MainWindow") -> "Replacing":
    """The find and replace of the open report of a window, made when it is first asked for."""
    place = window.workspace
    assert place is not None
    if place.replacing is None:
        place.replacing = Replacing(window, place)
    return place.replacing


class Replacing(QObject):
    """The find and replace of one workspace; what is looked for is kept while the report is open."""

    def __init__(self, window: "MainWindow", place: "Workspace") -> None:
        super().__init__(place)
        self._window = window
        self._place = place
        self._last: Hit | None = None
        self.view = ReplaceView(place.project, window.say, window.theme)
        self.view.closed.connect(place.uncover)
        self.view.wanted.connect(self._go_to)
        self.view.change_wanted.connect(self._change)
        place.happened.connect(self._follow)
        place.state_changed.connect(self._follow_node)

    @property
    def open(self) -> bool:
        """Whether the view stands over the table."""
        return self._place.covered_by is self.view

    def show(self) -> None:
        """Opens the view with what stands in the search field of the table, or what was looked for before."""
        if self._place.finish():
            self._place.cover(self.view)
            self.view.open_at(self._place.node(), self._place.centre.header.search.text())

    def look_for(self, words: str) -> None:
        """Opens the view with all places where exactly these words stand as words of their own."""
        for key, button in self.view.fields.options.items():
            button.setChecked(key != "pattern")
        self.view.fields.texts.setCurrentIndex(0)
        if self._place.finish():
            self._place.cover(self.view)
            self.view.open_at(None, words)

    def step(self, step: int) -> None:
        """The next (1) or previous (-1) row of the open view; else goes to the cell of the next or previous hit:

        of what stands in the search field of the table, or of what was looked for before.
        """
        if self.open:
            self.view.step(step)
            return
        if self._place.centre.header.search.text().strip():
            self._place.finding.step(step)
            return
        try:
            hits = find(self._place.project.report, self.view.query())
        except UserError as error:
            self._window.tell(error.text)
            return
        if hits:
            self._go_to(hits[following(hits, self._last, self._place.place(), self._place.project.report, step)])
        else:
            self.show()

    def _go_to(self, hit: Hit) -> None:
        self._last = hit
        place = hit.place
        page = ABBREVIATIONS if place.field.startswith("abbreviations") else FRONT
        self._place.going.to_text(place.target, place.component, str(place.kind), page)

    def _change(self, change: Pending) -> None:
        """Makes a change, after a verified backup where it touches many texts."""
        if self._window.do(change, backup=BACKUP if change.size > 1 else ""):
            self.view.rest()

    def _follow(self) -> None:
        if self.open:
            self.view.follow()

    def _follow_node(self) -> None:
        if self.open:
            self.view.show_node(self._place.node())
