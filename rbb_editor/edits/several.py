"""One edit for many figures, undone in one step. Each raises KeyError for an id that the report does not hold."""

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from rbb_editor.domain import clean
from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Component, Output
from rbb_editor.domain.ids import new_id
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.edits.outputs import in_order
from rbb_editor.edits.siblings import ranks_behind

Places = Iterable[tuple[str, str]]
"""Figures: the id of the output and that of the component."""


def set_completed_of(report: Report, places: Places, text: str) -> Change | None:
    """The same completed figure for many."""
    typed = clean.line(text)
    return _edited(report, places, SET_COMPLETED, lambda component: replace(component, completed=typed))


def set_explanation_of(report: Report, places: Places, text: str) -> Change | None:
    """The same reason for many."""
    typed = clean.lines(text)
    return _edited(report, places, SET_EXPLANATION, lambda component: replace(component, explanation=typed))


def set_remarks_of(report: Report, places: Places, text: str) -> Change | None:
    """The same remarks for many."""
    typed = clean.lines(text)
    return _edited(report, places, SET_REMARKS, lambda component: replace(component, remarks=typed))


def clear_figures(report: Report, places: Places) -> Change | None:
    """Completed figure, remarks and reason of many emptied; labels and planned figures stay."""
    return _edited(report, places, CLEARED, lambda c: replace(c, completed="", remarks="", explanation=""))


class Carried(Struct, frozen=True):
    """One output on its way to another place or report: what it says, without ids."""

    planned_text: str
    components: tuple[Component, ...]


def paste_outputs(report: Report, parent: str, after: str | None, carried: Iterable[Carried]) -> Change | None:
    """Carried outputs, with ids of their own, behind the output `after` (None: as the first) of an accomplishment."""
    rows = list(carried)
    ranks = ranks_behind(report, parent, after, len(rows))
    made = [
        Output(new_id(), parent, rank, clean.lines(row.planned_text), tuple(map(_anew, row.components)))
        for rank, row in zip(ranks, rows, strict=True)
    ]
    label = Text.of(N_("Paste output"), plural=N_("Paste {count} outputs"), count=len(made))
    return Change.of(label, [(None, output) for output in made])


def _anew(component: Component) -> Component:
    return Component(
        new_id(),
        clean.line(component.completed),
        clean.lines(component.remarks),
        clean.lines(component.explanation),
        clean.line(component.label or "") or None,
        component.planned,
    )


def _edited(
    report: Report, places: Places, words: tuple[str, str], edit: Callable[[Component], Component]
) -> Change | None:
    wanted: dict[str, set[str]] = {}
    for output_id, component_id in places:
        wanted.setdefault(output_id, set()).add(component_id)
    outputs = {output.id: output for output in in_order(report, wanted)}
    pairs = [(output, _with_edited(output, wanted, edit)) for output in outputs.values()]
    count = sum(map(len, wanted.values()))
    return Change.of(Text.of(words[0], plural=words[1], count=count), pairs)


def _with_edited(output: Output, wanted: Mapping[str, set[str]], edit: Callable[[Component], Component]) -> Output:
    missing = wanted[output.id] - {component.id for component in output.components}
    if missing:
        raise KeyError(missing.pop())
    chosen = wanted[output.id]
    return replace(output, components=tuple(edit(c) if c.id in chosen else c for c in output.components))


SET_COMPLETED = N_("Set completed figure"), N_("Set {count} completed figures")
SET_EXPLANATION = N_("Set reason"), N_("Set {count} reasons")
SET_REMARKS = N_("Set remarks"), N_("Set {count} remarks")
CLEARED = N_("Clear figure"), N_("Clear {count} figures")
