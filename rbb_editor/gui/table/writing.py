"""From typed or pasted text to a change: the edit that belongs to each field of the table. No Qt."""

from collections.abc import Collection

from msgspec import Struct
from msgspec.structs import replace

from rbb_editor.domain.change import Change, Pair
from rbb_editor.domain.entities import Output
from rbb_editor.domain.language import Language
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.reasons import reason_apart
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import Text
from rbb_editor.edits import outputs
from rbb_editor.gui.table.columns import Field
from rbb_editor.gui.table.notation import read_typed
from rbb_editor.progress import Progress, silent, tracked


class Typed(Struct, frozen=True):
    """A text for one cell."""

    output: str
    component: str
    field: Field
    text: str


def change_of(report: Report, reader: Reader, language: Language, typed: Typed) -> Change | None:
    """What writing a cell changes; None: nothing. KeyError for an id that is gone, ValueError for what is no figure."""
    parts = _parts(report, reader, language, typed)
    if len(parts) == 1:
        return _written(report, reader, language, parts[0])
    label = _written(report, reader, language, typed)
    return changes_of(report, reader, language, label.label, parts) if label is not None else None


def changes_of(
    report: Report,
    reader: Reader,
    language: Language,
    label: Text,
    cells: Collection[Typed],
    progress: Progress = silent,
) -> Change | None:
    """Several cells as one change, undone in one step."""
    scratch = report.snapshot()
    total: dict[str, Pair] = {}
    for typed in tracked(cells, progress):
        for part in _parts(scratch, reader, language, typed):
            change = _written(scratch, reader, language, part)
            if change is None:
                continue
            scratch.apply(change)
            for pair in change.pairs:
                first = total.get(pair.id, pair)
                total[pair.id] = Pair(first.before, pair.after)
    return Change.of(label, total.values())


def reasons_taken(change: Change) -> int:
    """How many figures that had a reason have none after a change."""
    outputs = ((pair.before, pair.after) for pair in change.pairs)
    return sum(
        bool(old.explanation) and not new.explanation
        for before, after in outputs
        if isinstance(before, Output) and isinstance(after, Output)
        for old, new in zip(before.components, after.components, strict=True)
    )


def _parts(report: Report, reader: Reader, language: Language, typed: Typed) -> list[Typed]:
    """The cell as typed; remarks that give the reason that was missing, as that explanation and the rest."""
    if typed.field is not Field.REMARKS:
        return [typed]
    output = report.output(typed.output)
    component = next((each for each in output.components if each.id == typed.component), None)
    if component is None or component.explanation or component.remarks == typed.text:
        return [typed]
    figure = next(each for each in reader.figures(output) if each.component_id == typed.component)
    given = reason_apart(replace(component, remarks=typed.text), figure.outcome, language, output.planned_text)
    if not given.explanation:
        return [typed]
    reason = Typed(typed.output, typed.component, Field.EXPLANATION, given.explanation)
    return [reason, Typed(typed.output, typed.component, Field.REMARKS, given.remarks)]


def _written(report: Report, reader: Reader, language: Language, typed: Typed) -> Change | None:
    output, component, text = typed.output, typed.component, typed.text
    match typed.field:
        case Field.PLANNED_TEXT:
            return outputs.set_planned_text(report, output, text)
        case Field.PLANNED:
            return outputs.set_planned(report, reader, output, component, read_typed(text, language))
        case Field.COMPLETED:
            return outputs.set_completed(report, output, component, text)
        case Field.REMARKS:
            return outputs.set_remarks(report, output, component, text)
        case Field.EXPLANATION:
            return outputs.set_explanation(report, output, component, text)
        case Field.LABEL:
            return outputs.set_label(report, output, component, text)
        case _:
            raise ValueError(typed.field)
