"""Figures of one output that belong together: parts of one planned count, and a reason given once for all of them."""

from rbb_editor.domain.count import Count
from rbb_editor.domain.entities import Output
from rbb_editor.domain.parts import is_part, is_same, planned_counts
from rbb_editor.domain.remark import Told
from rbb_editor.domain.values import ActualKind, PlannedKind
from rbb_editor.rules.rule import View
from rbb_editor.rules.telling import Row, telling


def answers_with_another(view: View, output: Output, place: int) -> bool:
    """Whether a figure without a count of its own is a part of the count that another figure answers."""
    told = telling(view, output)
    mine = told.rows[place]
    if mine.figure.actual.kind is not ActualKind.QUANTITY or not mine.figure.read:
        return False
    for at, row in enumerate(told.rows):
        planned = row.figure.planned
        if at == place or planned.kind is not PlannedKind.QUANTITY or not row.figure.read:
            continue
        plan = planned_counts(told.planned, planned)
        if is_part(mine.remarks, mine.figure.actual.value, told.planned, plan, view.language):
            return True
    return False


def is_explained_beside(view: View, output: Output, place: int) -> bool:
    """Whether the reason for "the difference" of a like figure, saying neither more nor fewer, is for this one, too.

    Source: A/72/701/Add.1, 470 and 406 cases for 500 and 125, "实际审查案件数目出现差异是由于…" behind the second.
    """
    if not any(component.explanation for at, component in enumerate(output.components) if at != place):
        return False
    words = view.language.remarks
    told = telling(view, output)
    for at, row in enumerate(told.rows):
        text = row.explanation.folded.text if at != place and row.component.explanation else ""
        if words.difference.search(text) is None or words.direction.search(text) is not None:
            continue
        mine, theirs = _counted(told.planned, told.rows[place]), _counted(told.planned, row)
        if any(is_same(told.planned, one, told.planned, other, view.language) for one in mine for other in theirs):
            return True
    return False


def _counted(planned: Told, row: Row) -> list[Count]:
    """The counts that a planned figure was read from; none of a deed."""
    kind = row.figure.planned.kind
    return planned_counts(planned, row.figure.planned) if kind in (PlannedKind.QUANTITY, PlannedKind.PERCENT) else []
