"""Ways through the open report: a level wider or narrower, to a finding, to the next problem, to what a change did."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import REPORT_ID, Level, Output, ReportInfo, Section
from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.panels.problems import following
from rbb_editor.gui.spot import spot_of
from rbb_editor.gui.tree.outline import ABBREVIATIONS, FRONT, PAGES
from rbb_editor.rules import Finding

if TYPE_CHECKING:
    from rbb_editor.gui.workspace import Workspace


AROUND = {
    1: N_("That was the last one; the first one of the report follows."),
    -1: N_("That was the first one; the last one of the report follows."),
}

NO_FURTHER = {1: N_("This is the last expected accomplishment."), -1: N_("This is the first expected accomplishment.")}


class Going:
    """The ways of one workspace; the next problem is the one behind the last that was gone to."""

    def __init__(self, place: "Workspace") -> None:
        self._place = place
        self._report = place.project.report
        self._last: Finding | None = None

    def widen(self) -> None:
        """Shows the level above: the office, the department, the whole report; the current cell stays."""
        section = self._report.get(self._place.centre.node or "")
        if isinstance(section, Section):
            self._place.choose_node(section.parent or REPORT_ID)

    def narrow(self) -> None:
        """Shows the level below, down to the accomplishment of the current row."""
        output, node = self._place.current_output(), self._place.centre.node
        if output is not None:
            path = [REPORT_ID, *(section.id for section in self._report.path(output.id))]
            at = path.index(node) if node in path else len(path) - 2
            self._place.choose_node(path[min(at + 1, len(path) - 1)])

    def to_accomplishment(self, step: int) -> None:
        """Goes to the first row of the next (1) or previous (-1) accomplishment with rows to show; the column stays."""
        place, output, current = self._place, self._place.current_output(), self._place.table.current()
        here = output.parent if output is not None else place.centre.node
        sections = [each for each in self._report.walk() if isinstance(each, Section)]
        at = next((index for index, each in enumerate(sections) if each.id == here), -1)
        ahead = sections[at + 1 :] if step > 0 else reversed(sections[: max(at, 0)])
        for section in ahead:
            if section.level is not Level.ACCOMPLISHMENT:
                continue
            alone = not self._is_shown(section.id)
            if alone:
                place.choose_node(section.id)
            outputs = (each.id for each in self._report.children(section.id))
            field = str(current.field) if current is not None else None
            if any(place.table.show_cell(each, field=field) for each in outputs) or alone:
                return
        place.table.said.emit(Text.of(NO_FURTHER[step]))

    def to_finding(self, finding: Finding) -> None:
        """Opens the node of a finding and makes its cell current; a filter that hides it gives way."""
        place = self._place
        place.uncover()
        self._last = finding
        entity = self._report.get(finding.target)
        place.side.close_overlay()
        if isinstance(entity, Output):
            place.show_cell(entity.id, finding.component, finding.field or "planned_text")
        elif isinstance(entity, Section):
            place.choose_node(entity.id)
            place.outline.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            place.choose_node(PAGES[0])

    def to_text(self, target: str, component: str | None, field: str, page: str) -> None:
        """Shows where a text is edited, under any other view: its cell, its section, or (`page`) the front matter."""
        entity = self._report.get(target)
        self._place.uncover()
        if isinstance(entity, Output):
            self._place.show_cell(entity.id, component, field)
        else:
            self._place.choose_node(entity.id if isinstance(entity, Section) else page)

    def step(self, step: int, rule: str | None = None) -> bool:
        """Goes to the next (1) or previous (-1) problem, of one rule where it is named; False where none is left."""
        found = following(self._place.project, self._place.place(), self._last, step, rule)
        if found is not None:
            self.to_finding(found.finding)
            if found.around:
                self._place.table.said.emit(Text.of(AROUND[step]))
        return found is not None

    def to_change(self, change: Change) -> None:
        """Goes to what a change was about, where it is still there; to the row before outputs that it took away.

        The column stays where a change is about whole outputs.
        """
        if self._place.covered:
            return
        if all(pair.id == REPORT_ID for pair in change.pairs):
            self._to_front(change)
            return
        spot = spot_of(change)
        if spot is None:
            return
        id, component, field = spot
        current = self._place.table.current()
        if (before := self._before_gone(change)) is not None:
            id, component, field = before.id, before.components[-1].id, "planned_text"
        if isinstance(self._report.get(id), Output):
            whole = any(isinstance(pair.before or pair.after, Output) and None in (pair.before, pair.after)
                        for pair in change.pairs)  # fmt: skip
            self._place.show_cell(id, component, str(current.field) if whole and current is not None else field)
        elif id in self._report and not (_of_rows(change) and self._is_shown(id)):
            self._place.choose_node(id)

    def _to_front(self, change: Change) -> None:
        """Goes to the page of the front matter that a change was about, and to its field."""
        differing = [
            name
            for pair in change.pairs
            for name in ReportInfo.__struct_fields__
            if getattr(pair.before, name, None) != getattr(pair.after, name, None)
        ]
        page = ABBREVIATIONS if differing == ["abbreviations"] else FRONT
        if differing != ["profile"]:
            self._place.choose_node(page)
            self._place.centre.focus_page(differing)

    def _before_gone(self, change: Change) -> Output | None:
        """The output before those that a change took away, where it did nothing else and they lay together."""
        gone = [pair.before for pair in change.pairs if isinstance(pair.before, Output) and pair.after is None]
        if not gone or len(gone) < len(change.pairs) or not self._is_shown(gone[0].parent):
            return None
        first = min((each.rank, each.id) for each in gone)
        siblings = self._report.children(gone[0].parent) if gone[0].parent in self._report else ()
        earlier = [each for each in siblings if isinstance(each, Output) and (each.rank, each.id) < first]
        return earlier[-1] if earlier else None

    def _is_shown(self, section: str) -> bool:
        """Whether the rows of a section are among those shown."""
        return self._place.centre.node in (REPORT_ID, *(each.id for each in self._report.path(section)))


def _of_rows(change: Change) -> bool:
    """Whether a change is about rows only: outputs that came, went or were edited."""
    return all(isinstance(pair.before or pair.after, Output) for pair in change.pairs)
