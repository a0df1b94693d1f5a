"""Reasons that a reviewer wrote among the remarks of a Word file: taken for reasons, as in the table."""

from collections.abc import Mapping

from msgspec.structs import replace

from rbb_editor.domain.entities import Component, Output
from rbb_editor.domain.language import Language
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.reasons import reason_apart
from rbb_editor.domain.report import Report


def reasons_apart(base: Report, theirs: Report, language: Language) -> Report:
    """`theirs`; where remarks are others than in `base` and give the reason that was missing, with both apart."""
    reader, made = Reader(language), dict[str, Output]()
    for output in theirs.outputs():
        before = base.get(output.id)
        known = {each.id: each.remarks for each in before.components} if isinstance(before, Output) else {}
        if all(_as_before(each, known) for each in output.components):
            continue
        parts = tuple(
            each if _as_before(each, known) else reason_apart(each, figure.outcome, language, output.planned_text)
            for each, figure in zip(output.components, reader.figures(output), strict=True)
        )
        made[output.id] = replace(output, components=parts)
    return Report(made.get(each.id, each) for each in theirs.entities()) if made else theirs


def _as_before(component: Component, remarks: Mapping[str, str]) -> bool:
    """Whether nobody wrote into the remarks of a figure."""
    return component.remarks == remarks.get(component.id, "")
