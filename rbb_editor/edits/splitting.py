"""Taking outputs and figures apart and putting them together, with the comments on them. No word of them is lost.

Each raises KeyError for an id that the report does not hold.
"""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from rbb_editor.domain import clean
from rbb_editor.domain.change import Change, Pair
from rbb_editor.domain.entities import Comment, Component, Output, Waiver
from rbb_editor.domain.ids import new_id
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.edits.outputs import in_order, place_of
from rbb_editor.edits.siblings import ranks_behind


def split_output(report: Report, id: str, component: str, at: int | None = None) -> Change | None:
    """The figures from `component` on become an output of their own, right behind; None for the first figure.

    `at`: the place in the planned text where it is cut, so that the new output gets the rest; without it both keep
    the whole wording, to be shortened by hand. With `at`, the first figure may be named: then all figures stay and
    the new output begins with an empty one.
    """
    output = report.output(id)
    index = place_of(output, component)
    first, second = output.planned_text, output.planned_text
    if at is not None:
        first, second = clean.lines(first[:at]), clean.lines(second[at:])
    if index == 0 and (at is None or not (first and second)):
        return None
    moved = output.components[index:] if index else (Component(new_id()),)
    kept = output.components[:index] if index else output.components
    rank = ranks_behind(report, output.parent, id, 1)[0]
    new = Output(new_id(), output.parent, rank, second, moved)
    ids = {each.id for each in moved}
    notes = [
        Pair(note, replace(note, target=new.id))
        for note in report.about(id)
        if note.component in ids or _root(report, note) in ids
    ]
    pairs = [Pair(output, replace(output, planned_text=first, components=kept)), Pair(None, new), *notes]
    return Change.of(Text.of(N_("Split output")), pairs)


def join_outputs(report: Report, ids: Iterable[str], glue: str = " ") -> Change | None:
    """Outputs of one accomplishment become the first of them: wordings in a row, figures and comments of all.

    `glue` stands between two wordings; the same wording is kept once, an empty figure of a later output is dropped.
    None for fewer than two, ValueError where they belong to different accomplishments.
    """
    outputs = in_order(report, ids)
    if len(outputs) < 2:
        return None
    if len({output.parent for output in outputs}) > 1:
        raise ValueError("outputs of different accomplishments")
    first, *rest = outputs
    texts = list(dict.fromkeys(text for output in outputs if (text := output.planned_text)))
    further = tuple(each for output in rest for each in output.components if not _is_empty(each))
    joined = replace(first, planned_text=glue.join(texts), components=(*first.components, *further))
    if _is_empty(first.components[-1]) and len(first.components) == 1 and further:
        joined = replace(joined, components=further)
    known = {each.id for each in joined.components}
    pairs = [Pair(first, joined), *(Pair(output, None) for output in rest)]
    for output in outputs:
        for note in report.about(output.id):
            component = note.component if note.component in known else None
            pairs.append(Pair(note, replace(note, target=first.id, component=component)))
    label = Text.of(N_("Join outputs"), plural=N_("Join {count} outputs"), count=len(outputs))
    return Change.of(label, pairs)


def split_component(
    report: Report, id: str, component: str, figures: Sequence[str] = (), remarks_at: int | None = None
) -> Change | None:
    """One figure becomes two or more, one behind the other.

    `figures`: what stands in their completed cells ("1", "No"), else all stays with the first. `remarks_at`: where
    the remarks are cut, so that the second gets the rest.
    """
    output = report.output(id)
    index = place_of(output, component)
    whole = output.components[index]
    cells = [clean.line(text) for text in figures] if len(figures) > 1 else [whole.completed, ""]
    remarks = [whole.remarks, ""]
    if remarks_at is not None:
        remarks = [clean.lines(whole.remarks[:remarks_at]), clean.lines(whole.remarks[remarks_at:])]
    first = replace(whole, completed=cells[0], remarks=remarks[0])
    second = Component(new_id(), completed=cells[1], remarks=remarks[1])
    others = [Component(new_id(), completed=text) for text in cells[2:]]
    components = (*output.components[:index], first, second, *others, *output.components[index + 1 :])
    return Change.of(Text.of(N_("Split figure")), [(output, replace(output, components=components))])


def join_components(report: Report, id: str, components: Iterable[str]) -> Change | None:
    """Figures of one output become the first of them: their texts in a row, field by field; None for fewer than two."""
    output = report.output(id)
    wanted = set(components)
    for each in wanted:
        place_of(output, each)
    chosen = [each for each in output.components if each.id in wanted]
    if len(chosen) < 2:
        return None
    first = chosen[0]
    joined = replace(
        first,
        completed=" ".join(each.completed for each in chosen if each.completed),
        remarks=_lines(each.remarks for each in chosen),
        explanation=_lines(each.explanation for each in chosen),
        label=" / ".join(dict.fromkeys(each.label for each in chosen if each.label)) or None,
        planned=next((each.planned for each in chosen if each.planned is not None), None),
    )
    left = tuple(
        joined if each is first else each for each in output.components if each is first or each.id not in wanted
    )
    notes = [Pair(note, replace(note, component=first.id)) for note in report.about(id) if note.component in wanted]
    label = Text.of(N_("Join figures"), plural=N_("Join {count} figures"), count=len(chosen))
    return Change.of(label, [Pair(output, replace(output, components=left)), *notes])


def _root(report: Report, note: Comment | Waiver) -> str | None:
    """The figure that the comment is about which `note` answers."""
    asked = report.get(note.answers) if isinstance(note, Comment) and note.answers else None
    return asked.component if isinstance(asked, Comment) else None


def _is_empty(component: Component) -> bool:
    return not (component.completed or component.remarks or component.explanation or component.planned)


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(text for text in texts if text))
