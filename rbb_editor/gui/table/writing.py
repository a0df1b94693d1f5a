"""From typed or pasted text to a change: the edit that belongs to each field of the table. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass

from rbb_editor.domain.change import Change
from rbb_editor.domain.language import Language
from rbb_editor.domain.outcome import needs_explanation
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.reasons import split_remarks
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import Text
from rbb_editor.edits import outputs
from rbb_editor.gui.table.columns import Field
from rbb_editor.gui.table.notation import read_typed


@dataclass(frozen=True, slots=True)
class Typed:
    """A text for one cell."""

    output: str
    component: str
    field: Field
    text: str


def change_of(report: Report, reader: Reader, language: Language, typed: Typed) -> Change | None:
    """What writing a cell changes; None: nothing. KeyError for an id that is gone, ValueError for what is no figure."""
    output, component, text = typed.output, typed.component, typed.text
    match typed.field:
        case Field.PLANNED_TEXT:
            return outputs.set_planned_text(report, output, text)
        case Field.PLANNED:
            return outputs.set_planned(report, reader, output, component, read_typed(text, language))
        case Field.COMPLETED:
            return outputs.set_completed(report, output, component, text)
        case Field.REMARKS:
            return _remarks(report, reader, language, typed)
        case Field.EXPLANATION:
            return outputs.set_explanation(report, output, component, text)
        case Field.LABEL:
            return outputs.set_label(report, output, component, text)
        case _:
            raise ValueError(typed.field)


def changes_of(
    report: Report, reader: Reader, language: Language, label: Text, cells: Iterable[Typed]
) -> Change | None:
    """Several cells as one change, undone in one step."""
    scratch = report.snapshot()
    total: Change | None = None
    for typed in cells:
        change = change_of(scratch, reader, language, typed)
        if change is not None:
            scratch.apply(change)
            total = change if total is None else total.then(change)
    return Change.of(label, total.pairs) if total is not None else None


def _remarks(report: Report, reader: Reader, language: Language, typed: Typed) -> Change | None:
    """Remarks as typed; where they give the reason that was missing, that part becomes the explanation."""
    change = outputs.set_remarks(report, typed.output, typed.component, typed.text)
    if change is None:
        return None
    output = report.output(typed.output)
    for component, figure in zip(output.components, reader.figures(output), strict=True):
        if component.id == typed.component and not component.explanation and needs_explanation(figure.outcome):
            split = split_remarks(typed.text.strip(), figure.outcome, language)
            if split.explanation:
                parts = (
                    Typed(typed.output, typed.component, Field.EXPLANATION, split.explanation),
                    Typed(typed.output, typed.component, Field.REMARKS, split.remarks),
                )
                return _in_two_steps(report, reader, language, change, parts)
    return change


def _in_two_steps(
    report: Report, reader: Reader, language: Language, change: Change, parts: tuple[Typed, Typed]
) -> Change | None:
    scratch = report.snapshot()
    first = change_of(scratch, reader, language, parts[0])
    assert first is not None
    scratch.apply(first)
    second = outputs.set_remarks(scratch, parts[1].output, parts[1].component, parts[1].text)
    both = first if second is None else first.then(second)
    return Change.of(change.label, both.pairs)
