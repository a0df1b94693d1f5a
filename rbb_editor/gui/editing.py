"""The Row menu for sections: what is added, moved and deleted, always through an edit and `Project.do`.

The rows of the table are in `row_editing`.
"""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QInputDialog

from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Level, Section
from rbb_editor.domain.text import N_
from rbb_editor.edits import sections
from rbb_editor.project import Project

if TYPE_CHECKING:
    from rbb_editor.gui.main_window import MainWindow
    from rbb_editor.gui.workspace import Workspace


class Editing:
    """The edits of sections of one window; each works on what is current."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    # sections

    def add_department(self) -> None:
        """A department behind the one of the current node."""
        project, place = self._here()
        path = project.report.path(place.node() or "")
        departments = project.report.sections()
        after = path[0].id if path else departments[-1].id if departments else None
        self._add(Level.DEPARTMENT, None, after)

    def add_office(self) -> None:
        """An office in the current department, behind the current one."""
        project, place = self._here()
        path = project.report.path(place.node() or "")
        if not path:
            return
        here = next((section.id for section in path if section.level is Level.OFFICE), None)
        below = project.report.sections(path[0].id)
        self._add(Level.OFFICE, path[0].id, here or (below[-1].id if below else None))

    def add_accomplishment(self) -> None:
        """An accomplishment in the current department or office, behind the current one."""
        project, place = self._here()
        node = place.node()
        path = project.report.path(node or "")
        if not path:
            return
        if path[-1].level is Level.ACCOMPLISHMENT:
            self._add(Level.ACCOMPLISHMENT, path[-2].id, path[-1].id)
        else:
            own = [each.id for each in project.report.sections(path[-1].id) if each.level is Level.ACCOMPLISHMENT]
            self._add(Level.ACCOMPLISHMENT, path[-1].id, own[-1] if own else None)

    def rename(self) -> None:
        """Begins typing the title of the current section in the outline."""
        _, place = self._here()
        node = place.node()
        if node is not None:
            place.outline.rename(node)

    def retitle(self, id: str, title: str) -> None:
        """Takes over a title that was typed."""
        project, _ = self._here()
        self._do(sections.rename(project.report, id, title))

    def renumber(self) -> None:
        """Asks for the letter or number of the current section."""
        project, place = self._here()
        node = place.node()
        if node is None:
            return
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(self._window.say(N_("Change number")))
        dialog.setLabelText(self._window.say(N_("Letter or number of this section, without point or brackets:")))
        dialog.setTextValue(project.report.section(node).number)
        dialog.textValueSelected.connect(lambda text: self._do(sections.set_number(project.report, node, text)))
        dialog.open()

    def move_section(self, step: int) -> None:
        """Moves the current section one place up (-1) or down (1) among its neighbours."""
        project, place = self._here()
        node = place.node()
        if node is None:
            return
        parent = project.report.section(node).parent
        siblings = [section.id for section in project.report.sections(parent)]
        after = _neighbour(siblings, node, step)
        if after is not NOWHERE:
            self._do(sections.move(project.report, node, parent, after))
            place.choose_node(node)

    def delete_section(self) -> None:
        """Deletes the current section with everything in it."""
        project, place = self._here()
        node = place.node()
        if node is not None:
            self._delete(sections.delete(project.report, [node]))

    # shared

    def _here(self) -> "tuple[Project, Workspace]":
        assert self._window.project is not None
        assert self._window.workspace is not None
        return self._window.project, self._window.workspace

    def _do(self, change: Change | None) -> bool:
        return change is not None and self._window.do(change)

    def _add(self, level: Level, parent: str | None, after: str | None) -> None:
        project, place = self._here()
        change = sections.add_section(project.report, level, parent, after)
        if self._do(change):
            place.outline.rename(_made(change))

    def _delete(self, change: Change | None) -> None:
        if self._do(change):
            say_deleted(self._window)


def say_deleted(window: "MainWindow") -> None:
    """Says how to bring back what was just deleted."""
    keys = window.menus.actions["undo"].shortcut().toString()
    window.statusBar().showMessage(window.say(N_("Deleted. {keys} brings it back."), keys=keys), 8_000)


NOWHERE = ""


def _neighbour(siblings: list[str], id: str, step: int) -> str | None:
    """The sibling to stand behind after a step up or down; None: as the first; NOWHERE: there is no room to move."""
    at = siblings.index(id)
    if not 0 <= at + step < len(siblings):
        return NOWHERE
    if step > 0:
        return siblings[at + 1]
    return siblings[at - 2] if at > 1 else None


def _made(change: Change | None) -> str:
    assert change is not None
    return next(pair.id for pair in change.pairs if pair.before is None and isinstance(pair.after, Section))
