"""The Row menu for outputs and figures: each command works on the selected rows, always through an edit."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from rbb_editor.domain import clean
from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Level, Output, Section
from rbb_editor.domain.figures import split_actuals
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_
from rbb_editor.edits import outputs, several, splitting
from rbb_editor.edits.places import NOWHERE, step_target
from rbb_editor.gui.table.columns import Field
from rbb_editor.project import Project

if TYPE_CHECKING:
    from rbb_editor.gui.main_window import MainWindow
    from rbb_editor.gui.workspace import Workspace


class RowEditing:
    """The edits of rows of one window. What is being typed is taken over before any of them."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    # adding

    def add_output(self) -> None:
        """A new output below the current one, its wording ready to be typed."""
        project, place = self._here()
        output = place.current_output()
        parent = output.parent if output is not None else place.node()
        if parent is None or not _is_accomplishment(project.report, parent):
            return
        below = project.report.children(parent)
        after = output.id if output is not None else (below[-1].id if below else None)
        made = self._do(lambda report: outputs.add_output(report, parent, after))
        if made is not None:
            place.edit_cell(new_outputs(made)[0], None, Field.PLANNED_TEXT)

    def add_figure(self) -> None:
        """A further figure below the current one, ready to be typed."""
        place, spot = self._spot()
        if spot is None:
            return
        output, component = spot
        if self._do(lambda report: outputs.add_component(report, output, component)):
            place.edit_cell(output, self._behind(output, component), Field.COMPLETED)

    def duplicate(self) -> None:
        """Copies of the selected outputs, each right after its original, without figures."""
        _, place = self._here()
        chosen = place.table.selection.outputs()
        made = self._do(lambda report: outputs.duplicate_outputs(report, chosen)) if chosen else None
        if made is not None:
            place.show_cell(new_outputs(made)[0], None, Field.COMPLETED)

    # apart and together

    def split_output(self) -> None:
        """The current figure and those below it become an output of their own; the wording is cut at the cursor."""
        place, spot = self._spot()
        if spot is None:
            return
        output, component = spot
        head = place.table.head_of(Field.PLANNED_TEXT)
        at = len(clean.lines(head)) if head is not None else None
        made = self._do(lambda report: splitting.split_output(report, output, component, at))
        if made is not None:
            place.edit_cell(new_outputs(made)[0], None, Field.PLANNED_TEXT)
        elif at is None:
            self._say(N_("An output is split before its second or a later figure, or where the cursor stands."))

    def split_figure(self) -> None:
        """The current figure becomes two: by what stands in its cell, its remarks cut at the cursor."""
        place, spot = self._spot()
        if spot is None:
            return
        output, component = spot
        head = place.table.head_of(Field.REMARKS)
        project, _ = self._here()

        def edit(report: Report) -> Change | None:
            entity = report.output(output)
            whole = next(each for each in entity.components if each.id == component)
            figures = split_actuals(whole.completed, project.language, entity.planned_text, whole.remarks)
            at = len(clean.lines(head)) if head is not None else None
            return splitting.split_component(report, output, component, figures, at)

        if self._do(edit):
            place.show_cell(output, self._behind(output, component), Field.COMPLETED)

    def join_outputs(self) -> None:
        """The selected outputs become one; a single one is joined with the next."""
        project, place = self._here()
        chosen = place.table.selection.outputs()
        if len(chosen) == 1:
            siblings = [node.id for node in project.report.children(project.report.output(chosen[0]).parent)]
            chosen += siblings[siblings.index(chosen[0]) + 1 :][:1]
        if len(chosen) < 2:
            return
        if len({project.report.output(id).parent for id in chosen}) > 1:
            self._say(N_("Only outputs of the same accomplishment can be joined."))
            return
        glue = " " if project.language.reasons.spaced else ""
        if self._do(lambda report: splitting.join_outputs(report, chosen, glue)):
            place.show_cell(chosen[0], None, Field.PLANNED_TEXT)

    def join_figures(self) -> None:
        """The selected figures of one output become one; a single one is joined with the next."""
        project, place = self._here()
        chosen = place.table.selection.figures()
        if not chosen:
            return
        output = chosen[0][0]
        figures = [component for id, component in chosen if id == output]
        if len(figures) < len(chosen):
            self._say(N_("Only figures of the same output can be joined."))
            return
        if len(figures) == 1:
            ids = [each.id for each in project.report.output(output).components]
            figures += ids[ids.index(figures[0]) + 1 :][:1]
        if self._do(lambda report: splitting.join_components(report, output, figures)):
            place.show_cell(output, figures[0], Field.COMPLETED)

    # away and elsewhere

    def delete_output(self) -> None:
        """Deletes the selected outputs."""
        _, place = self._here()
        chosen = place.table.selection.outputs()
        if chosen and self._do(lambda report: outputs.delete_outputs(report, chosen)):
            self._say_deleted()

    def delete_figure(self) -> None:
        """Deletes the selected figures; the only figure of an output is emptied instead."""
        _, place = self._here()
        chosen = place.table.selection.figures()
        if chosen and self._do(lambda report: outputs.delete_components(report, chosen)):
            self._say_deleted()

    def move(self, step: int) -> None:
        """Moves the selected outputs one place up (-1) or down (1) in their accomplishment."""
        project, place = self._here()
        chosen = place.table.selection.outputs()
        if not chosen:
            return
        parent = project.report.output(chosen[0]).parent
        chosen = [id for id in chosen if project.report.output(id).parent == parent]
        after = step_target([node.id for node in project.report.children(parent)], chosen, step)
        if after is not NOWHERE:
            self._do(lambda report: outputs.move_outputs(report, chosen, parent, after))

    def move_to(self, ids: list[str], parent: str, after: str | None) -> None:
        """Moves outputs behind the output `after` (None: to the front) of an accomplishment."""
        self._do(lambda report: outputs.move_outputs(report, ids, parent, after))

    # many at once

    def change_selected(self) -> None:
        """Asks for one value for all selected figures."""
        from rbb_editor.gui.dialogs.change_selected import ChangeSelected

        _, place = self._here()
        if not place.table.commit_pending():
            return
        chosen = place.table.selection.figures()
        if chosen:
            current = place.table.current()
            field = current.field if current is not None else None
            dialog = ChangeSelected(len(chosen), field, self._window.say, self._window)
            dialog.wanted.connect(lambda field, text: self._set_all(chosen, field, text))
            dialog.open()

    def clear_selected(self) -> None:
        """Empties completed figure, remarks and reason of the selected rows."""
        _, place = self._here()
        chosen = place.table.selection.figures()
        if chosen:
            self._do(lambda report: several.clear_figures(report, chosen))

    def read_planned(self) -> None:
        """The planned figures of the selected rows are those of the text again."""
        project, place = self._here()
        chosen = place.table.selection.figures()

        def edit(report: Report, output: str, component: str) -> Change | None:
            return outputs.set_planned(report, project.reader, output, component, None)

        self._do(lambda report: outputs.in_turn(report, N_("Read planned figure from the text"), chosen, edit))

    def edit_label(self) -> None:
        """Begins typing what the current figure counts."""
        _, place = self._here()
        if place.current_output() is not None:
            place.table.edit_field(Field.LABEL)

    def _set_all(self, chosen: list[tuple[str, str]], field: str, text: str) -> None:
        edit = {
            Field.COMPLETED: several.set_completed_of,
            Field.REMARKS: several.set_remarks_of,
            Field.EXPLANATION: several.set_explanation_of,
        }[Field(field)]

        def those_still_there(report: Report) -> Change | None:
            """A review in another window may have taken rows away while the question was open."""
            return edit(report, [(id, part) for id, part in chosen if report.has_figure(id, part)], text)

        self._do(those_still_there)

    # shared

    def _here(self) -> "tuple[Project, Workspace]":
        assert self._window.project is not None
        assert self._window.workspace is not None
        return self._window.project, self._window.workspace

    def _spot(self) -> "tuple[Workspace, tuple[str, str] | None]":
        _, place = self._here()
        output, component = place.current_output(), place.current_component()
        known = output is not None and component is not None
        return place, (output.id, component) if known and output and component else None

    def _behind(self, output: str, component: str) -> str:
        ids = [each.id for each in self._here()[0].report.output(output).components]
        return ids[min(ids.index(component) + 1, len(ids) - 1)]

    def _do(self, edit: Callable[[Report], Change | None]) -> Change | None:
        """Takes over what is typed, then makes the edit; the change where one was made."""
        project, place = self._here()
        if not place.finish():
            return None
        change = edit(project.report)
        return self._window.do(change) if change is not None else None

    def _say_deleted(self) -> None:
        """How to bring back what was just deleted."""
        keys = self._window.menus.actions["undo"].shortcut().toString()
        self._window.status.mention(N_("Deleted. {keys} brings it back."), 8, keys=keys)

    def _say(self, words: str) -> None:
        self._window.status.mention(words, 8)


def new_outputs(change: Change) -> list[str]:
    """The outputs that a change added, in its order."""
    return [pair.id for pair in change.pairs if pair.before is None and isinstance(pair.after, Output)]


def _is_accomplishment(report: Report, id: str) -> bool:
    entity = report.get(id)
    return isinstance(entity, Section) and entity.level is Level.ACCOMPLISHMENT
