"""Edits of outputs and of their figures. Each raises KeyError for an id that the report does not hold."""

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from rbb_editor.domain import clean
from rbb_editor.domain.change import Change, Pair
from rbb_editor.domain.entities import Component, Output
from rbb_editor.domain.ids import new_id
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.values import Planned
from rbb_editor.edits.deletion import deletion
from rbb_editor.edits.siblings import ranks_behind


def set_planned_text(report: Report, id: str, text: str) -> Change | None:
    """The wording of a planned output."""
    output = report.output(id)
    return _one(N_("Edit planned output"), output, replace(output, planned_text=clean.lines(text)))


def set_completed(report: Report, id: str, component: str, text: str) -> Change | None:
    """What stands in the completed cell of a figure, as typed."""
    return _component(report, id, component, N_("Edit completed figure"), completed=clean.line(text))


def set_remarks(report: Report, id: str, component: str, text: str) -> Change | None:
    """What was delivered."""
    return _component(report, id, component, N_("Edit remarks"), remarks=clean.lines(text))


def set_explanation(report: Report, id: str, component: str, text: str) -> Change | None:
    """Why the completed figure differs from the planned one."""
    return _component(report, id, component, N_("Edit explanation"), explanation=clean.lines(text))


def set_label(report: Report, id: str, component: str, text: str | None) -> Change | None:
    """What a figure counts, where an output has several."""
    return _component(report, id, component, N_("Edit label of a figure"), label=clean.line(text or "") or None)


def set_planned(report: Report, reader: Reader, id: str, component: str, planned: Planned | None) -> Change | None:
    """Overrides the planned figure that is read from the planned text; None, or the figure as read, ends that."""
    output = _with(report.output(id), component, planned=None)
    read = next(figure.planned for figure in reader.figures(output) if figure.component_id == component)
    override = None if planned == read else planned
    return _component(report, id, component, N_("Edit planned figure"), planned=override)


def add_output(report: Report, parent: str, after: str | None, planned_text: str = "") -> Change | None:
    """A new output with one empty figure after the output `after` (None: as the first) of an accomplishment."""
    output = Output(new_id(), parent, ranks_behind(report, parent, after, 1)[0], clean.lines(planned_text), (_empty(),))
    return Change.of(Text.of(N_("Add output")), [(None, output)])


def duplicate_outputs(report: Report, ids: Iterable[str]) -> Change | None:
    """A copy of each output right after it, without figures, remarks and comments of its own."""
    copies = []
    for output in in_order(report, ids):
        components = tuple(Component(new_id(), label=c.label, planned=c.planned) for c in output.components)
        place = ranks_behind(report, output.parent, output.id, 1)[0]
        copies.append((None, replace(output, id=new_id(), rank=place, components=components)))
    return Change.of(_counted(N_("Duplicate output"), N_("Duplicate {count} outputs"), len(copies)), copies)


def delete_outputs(report: Report, ids: Iterable[str]) -> Change | None:
    """Deletes outputs with the comments and waivers on them."""
    outputs = in_order(report, ids)
    label = _counted(N_("Delete output"), N_("Delete {count} outputs"), len(outputs))
    return Change.of(label, deletion(report, outputs))


def move_outputs(report: Report, ids: Iterable[str], parent: str, after: str | None) -> Change | None:
    """Moves outputs, in their printed order, behind the output `after` (None: to the front) of an accomplishment."""
    outputs = in_order(report, ids)
    moved = {output.id for output in outputs}
    ranks = ranks_behind(report, parent, after, len(outputs), leaving=moved)
    pairs = [(output, replace(output, parent=parent, rank=r)) for output, r in zip(outputs, ranks, strict=True)]
    return Change.of(_counted(N_("Move output"), N_("Move {count} outputs"), len(outputs)), pairs)


def add_component(report: Report, id: str, after: str | None = None) -> Change | None:
    """A further empty figure of an output behind the figure `after` (None: as the last)."""
    output = report.output(id)
    index = len(output.components) if after is None else place_of(output, after) + 1
    components = (*output.components[:index], _empty(), *output.components[index:])
    return _one(N_("Add figure"), output, replace(output, components=components))


def delete_component(report: Report, id: str, component: str) -> Change | None:
    """Deletes one of several figures; the only figure of an output is emptied instead."""
    output = report.output(id)
    index = place_of(output, component)
    left = (*output.components[:index], *output.components[index + 1 :]) or (Component(component),)
    return _one(N_("Delete figure"), output, replace(output, components=left))


def delete_components(report: Report, places: Iterable[tuple[str, str]]) -> Change | None:
    """Deletes figures, each given with its output; the only or last one left of an output is emptied instead."""
    chosen = list(places)
    many = N_("Delete {count} figures")
    return in_turn(report, N_("Delete figure"), chosen, delete_component, many)


def in_turn(
    report: Report,
    one: str,
    places: Iterable[tuple[str, str]],
    edit: Callable[[Report, str, str], Change | None],
    many: str | None = None,
) -> Change | None:
    """The same edit of one figure for several, as one change; `one` and `many` name it."""
    scratch = report.snapshot()
    total: Change | None = None
    count = 0
    for output, component in places:
        change = edit(scratch, output, component)
        count += 1
        if change is not None:
            scratch.apply(change)
            total = change if total is None else total.then(change)
    label = Text.of(one, plural=many, count=count) if many else Text.of(one)
    return Change.of(label, total.pairs) if total is not None else None


def _component(report: Report, id: str, component: str, done: str, **fields: object) -> Change | None:
    output = report.output(id)
    return _one(done, output, _with(output, component, **fields))


def _with(output: Output, component: str, **fields: object) -> Output:
    index = place_of(output, component)
    changed = replace(output.components[index], **fields)
    return replace(output, components=(*output.components[:index], changed, *output.components[index + 1 :]))


def place_of(output: Output, component: str) -> int:
    """The place of a figure in its output, from 0; KeyError where it is none of its figures."""
    for index, each in enumerate(output.components):
        if each.id == component:
            return index
    raise KeyError(component)


def _one(done: str, before: Output, after: Output) -> Change | None:
    return Change.of(Text.of(done), [Pair(before, after)])


def _empty() -> Component:
    return Component(new_id())


def _counted(one: str, many: str, count: int) -> Text:
    return Text.of(one, plural=many, count=count)


def in_order(report: Report, ids: Iterable[str]) -> list[Output]:
    """The outputs of `ids`, each once, in printed order."""
    wanted = {report.output(id).id for id in ids}
    parents = {report.output(id).parent for id in wanted}
    if len(parents) == 1:
        nodes: Iterable[object] = report.children(parents.pop())
    else:
        nodes = report.outputs()
    return [node for node in nodes if isinstance(node, Output) and node.id in wanted]
