"""The Section menu: what is added, moved, copied and deleted in the outline, always through an edit and `Project.do`.

The rows of the table are in `row_editing`.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QInputDialog

from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Level, Output, Section
from rbb_editor.domain.text import N_, Text
from rbb_editor.edits import copying, levels, numbering, outputs, sections
from rbb_editor.edits.places import NOWHERE, Place, last_of, place_near, step_target
from rbb_editor.errors import UserError
from rbb_editor.gui.dialogs.parts import make_up
from rbb_editor.gui.tree.words import along, gaps
from rbb_editor.project import Project

if TYPE_CHECKING:
    from rbb_editor.gui.main_window import MainWindow
    from rbb_editor.gui.tree.dragging import Drop
    from rbb_editor.gui.tree.offer import Way
    from rbb_editor.gui.workspace import Workspace
    from rbb_editor.project.fragments import Fragment

Numbers = Mapping[numbering.Group, list[str]]
"""The numbers of neighbours before a change."""
NO_PLACE = {
    Level.OFFICE: N_("An office stands in a department: choose the department first."),
    Level.ACCOMPLISHMENT: N_("An expected accomplishment stands in a department or an office: choose that first."),
}
CANNOT_SINK = N_(
    "This section cannot go further down: it needs a department (or an office) before it, and a department with "
    "offices stays one."
)


class SectionEditing:
    """The edits of sections of one window; each works on what is current."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._before: Numbers | None = None

    # adding

    def add(self, level: Level) -> None:
        """A section behind the current one of its level, or the last one in what is current; its title to be typed."""
        project, place = self._here()
        at = place_near(project.report, level, place.node())
        if at is None:
            self._say(Text.of(NO_PLACE[level]))
            return
        change = sections.add_section(project.report, level, at.parent, at.after)
        self._carry(change, lambda: place.outline.rename(_made(change)))

    def add_beside(self) -> None:
        """A section of the level of the current one, behind it; a department on the pages before all of them."""
        project, place = self._here()
        node = place.node()
        self.add(project.report.section(node).level if node is not None else Level.DEPARTMENT)

    def duplicate(self) -> None:
        """A copy of the current section with everything in it, behind it."""
        if (node := self._current()) is not None:
            self._copied(copying.duplicate(self._here()[0].report, node))

    # names and numbers

    def rename(self) -> None:
        """Begins typing the title of the current section in the outline."""
        _, place = self._here()
        if (node := place.node()) is not None:
            place.outline.rename(node)

    def retitle(self, id: str, title: str) -> None:
        """Takes over a title that was typed; one that cannot be written goes to the clipboard."""
        report = self._here()[0].report
        if id not in report:  # it was undone or deleted while its title was being typed
            return
        change, offered = sections.rename(report, id, title), self._here()[1].pane.offering
        if change is None:
            return
        if self._do(change):
            if offered and self._before is not None:  # the gaps that a new section made are there still
                self._offer(self._before)
        else:
            QGuiApplication.clipboard().setText(title)
            self._window.status.mention(N_("What was typed is on the clipboard."), 10)

    def renumber(self) -> None:
        """Asks for the letter or number of the current section."""
        project, _ = self._here()
        if (node := self._current()) is None:
            return
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(self._window.say(N_("Change number")))
        dialog.setLabelText(self._window.say(N_("Letter or number of this section, without point or brackets:")))
        dialog.setTextValue(project.report.section(node).number)
        make_up(dialog, self._window.say(N_("Change")), self._window.say(N_("Cancel")))
        dialog.textValueSelected.connect(partial(self._set_number, node))
        dialog.open()

    def _set_number(self, node: str, text: str) -> None:
        report = self._here()[0].report
        if node in report:  # a review in another window may have deleted it while the question was open
            self._do(sections.set_number(report, node, text))

    def renumber_all(self) -> None:
        """Numbers the current section and its neighbours without gaps, in order."""
        project, _ = self._here()
        if (node := self._current()) is None:
            return
        section = project.report.section(node)
        change = numbering.renumber(project.report, section.parent, section.level)
        if change is None:
            self._say(Text.of(N_("The numbers follow one another already.")))
        self._do(change)

    # moving

    def move_section(self, step: int) -> None:
        """Moves the current section one place up (-1) or down (1) among its neighbours."""
        project, _ = self._here()
        if (node := self._current()) is None:
            return
        parent = project.report.section(node).parent
        siblings = [section.id for section in project.report.sections(parent)]
        after = step_target(siblings, [node], step)
        if after is not NOWHERE:
            self.move_to(node, Place(parent, after))

    def move_to(self, id: str, place: Place) -> None:
        """Moves a section with all below it."""
        self._carry(sections.move(self._here()[0].report, id, place.parent, place.after), lambda: self._choose(id))

    def change_level(self, step: int) -> None:
        """Moves the current section one level up (-1) or down (1)."""
        if (node := self._current()) is None:
            return
        change = (levels.raise_level if step < 0 else levels.lower_level)(self._here()[0].report, node)
        if change is None:
            self._say(Text.of(N_("This section cannot go further up.") if step < 0 else CANNOT_SINK))
        self._carry(change, lambda: self._choose(node))

    def move_outputs(self, ids: list[str], accomplishment: str) -> None:
        """Moves outputs to the end of an accomplishment."""
        project, place = self._here()
        report = project.report
        here = [id for id in ids if isinstance(report.get(id), Output) and report.output(id).parent != accomplishment]
        if self._do(outputs.move_outputs(report, here, accomplishment, last_of(report, accomplishment))):
            title = report.section(accomplishment).title
            self._say(
                Text.of(
                    N_("{count} output moved to “{title}”."),
                    plural=N_("{count} outputs moved to “{title}”."),
                    count=len(here),
                    title=title,
                )
            )
            place.outline.setFocus()

    def take(self, drop: "Drop") -> None:
        """Carries out what was let go over the outline."""
        if not self._here()[1].finish():
            return
        report, load, place = self._here()[0].report, drop.load, drop.place
        if load.level is None:
            assert place.parent is not None
            self.move_outputs(list(load.outputs), place.parent)
        elif load.fragment is not None:
            self.arrive(load.fragment, place)
        elif load.id is not None and drop.copying:
            self._copied(copying.insert(report, report.snapshot(), load.id, place.parent, place.after))
        elif load.id is not None:
            self.move_to(load.id, place)

    # the clipboard

    def clipboard(self, command: str) -> None:
        """Cuts, copies or pastes a section (by these names)."""
        from rbb_editor.gui.tree import clipboard

        project, _ = self._here()
        if command.startswith("paste"):
            self._paste()
        elif (node := self._current()) is not None:
            clipboard.copy(project, node, notes=command == "cut")
            if command == "cut" and not project.read_only:
                self.delete_section()
            else:
                self._say(Text.of(N_("The section is on the clipboard with everything in it.")))

    def arrive(self, fragment: "Fragment", at: Place) -> None:
        """Takes in a section of another report."""
        report = self._here()[0].report
        self._copied(copying.insert(report, fragment.report, fragment.section.id, at.parent, at.after))

    def _paste(self) -> None:
        from rbb_editor.gui.tree import clipboard

        project, place = self._here()
        if not place.finish():
            return
        try:
            fragment = clipboard.pasted()
        except UserError as error:
            self._window.tell(error.text)
            return
        if fragment is None:
            self._say(Text.of(N_("There is no section on the clipboard. Rows are pasted in the table.")))
        elif not project.read_only:
            at = place_near(project.report, fragment.section.level, place.node())
            if at is None:
                self._say(Text.of(NO_PLACE[fragment.section.level]))
            else:
                self.arrive(fragment, at)

    # deleting

    def delete_section(self) -> None:
        """Deletes the current section with everything in it, and says how much that is."""
        project, place = self._here()
        if (node := self._current()) is None:
            return
        section = project.report.section(node)
        change = sections.delete(project.report, [node])
        if change is None:
            return
        say = self._window.say
        name = " ".join(filter(None, (place.model.number(node), section.title)))
        content = say(N_(", ")).join(say(text) for text in along(change, node))
        text = Text.of(N_("“{title}” was deleted."), title=name)
        if content:
            text = Text.of(N_("“{title}” was deleted with {content}."), title=name, content=content)
        self._carry(change, place.outline.setFocus, say(text))

    # shared

    def _here(self) -> "tuple[Project, Workspace]":
        assert self._window.project is not None
        assert self._window.workspace is not None
        self._window.workspace.show_outline()
        return self._window.project, self._window.workspace

    def _current(self) -> str | None:
        """The section that is open, what was being typed in the report; None for none, or where that cannot be."""
        place = self._here()[1]
        return place.node() if place.finish() else None

    def _choose(self, id: str) -> None:
        """Shows a section that came or went somewhere in the outline."""
        _, place = self._here()
        place.choose_node(id)
        place.outline.setFocus()

    def _copied(self, change: Change | None) -> None:
        if change is not None:
            self._carry(change, lambda: self._choose(_made(change)))

    def _do(self, change: Change | None) -> bool:
        return change is not None and self._window.do(change) is not None

    def _carry(self, change: Change | None, then: Callable[[], object], said: str = "") -> None:
        """Makes a change of the outline; says it where it takes much along, and offers to close the gaps it made."""
        if change is None:
            return
        before = numbering.numbers_of(self._here()[0].report, numbering.groups_of(change))
        if not self._do(change):
            return
        then()
        self._offer(before, said)

    def _offer(self, before: Numbers, said: str = "") -> None:
        """Offers to close the gaps that are not in `before`; `said`: and to take back what was just done."""
        project, place = self._here()
        self._before, say = before, self._window.say
        ways: list[Way] = [(say(N_("&Undo")), self._window.undo)] if said else []
        if (mending := numbering.close_gaps(project.report, before)) is not None:
            ways.insert(0, (say(N_("Close the &gaps")), lambda: self._close_gaps(before)))
            said = say.sentences((said, say(gaps(project.report, mending))))
        if said:
            place.pane.show_offer(said, ways)

    def _close_gaps(self, before: Numbers) -> None:
        project, place = self._here()
        if place.finish():  # a mnemonic leaves what is being typed in its field
            self._do(numbering.close_gaps(project.report, before))
            place.outline.setFocus()

    def _say(self, text: Text) -> None:
        self._window.status.mention(text)


def _made(change: Change | None) -> str:
    assert change is not None
    return next(pair.id for pair in change.pairs if pair.before is None and isinstance(pair.after, Section))
