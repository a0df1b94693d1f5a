"""Figures of one output that belong together: parts of one planned count, and a reason given once for all of them."""

from typing import cast

from msgspec.structs import replace

from rbb_editor.domain.count import Count
from rbb_editor.domain.entities import Output
from rbb_editor.domain.outcome import outcome
from rbb_editor.domain.reading import Figure
from rbb_editor.domain.remark import Told, alike
from rbb_editor.domain.values import Actual, ActualKind, Number, PlannedKind
from rbb_editor.rules.rule import View
from rbb_editor.rules.telling import Row, planned_counts, telling

NAME = 2
"""Chinese characters at the end of a phrase that name what is counted."""


def together(view: View, output: Output, place: int) -> Figure:
    """A figure with those of its output that are parts of the same planned count, as one.

    Source: A/72/701/Add.1, "30 reports", answered by 28, 1 and 1, each with its remark. Figures count in that answer no
    count of their own, and whose remarks name the same deliverable.
    """
    told = telling(view, output)
    figure = told.rows[place].figure
    if figure.planned.kind is not PlannedKind.QUANTITY or not figure.read or figure.actual.value is None:
        return figure
    plan = planned_counts(told.planned, figure.planned)
    others = [row for at, row in enumerate(told.rows) if at != place and _is_part(view, row, told.planned, plan)]
    if not others:
        return figure
    total = sum(cast(Number, row.figure.actual.value) for row in (told.rows[place], *others))
    actual = Actual(ActualKind.QUANTITY, total)
    return replace(figure, actual=actual, outcome=outcome(figure.planned, actual))


def answers_with_another(view: View, output: Output, place: int) -> bool:
    """Whether a figure without a count of its own is a part of the count that another figure answers."""
    told = telling(view, output)
    for at, row in enumerate(told.rows):
        planned = row.figure.planned
        if at == place or planned.kind is not PlannedKind.QUANTITY or not row.figure.read:
            continue
        if _is_part(view, told.rows[place], told.planned, planned_counts(told.planned, planned)):
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
    mine = _counted(told.planned, told.rows[place])
    for at, row in enumerate(told.rows):
        text = row.explanation.folded.text if at != place and row.component.explanation else ""
        if words.difference.search(text) is None or words.direction.search(text) is not None:
            continue
        theirs = _counted(told.planned, row)
        if any(_is_same(view, told.planned, one, told.planned, other) for one in mine for other in theirs):
            return True
    return False


def _counted(planned: Told, row: Row) -> list[Count]:
    """The counts that a planned figure was read from; none of a deed."""
    kind = row.figure.planned.kind
    return planned_counts(planned, row.figure.planned) if kind in (PlannedKind.QUANTITY, PlannedKind.PERCENT) else []


def _is_part(view: View, row: Row, planned: Told, plan: list[Count]) -> bool:
    figure = row.figure
    if figure.planned.kind is not PlannedKind.NONE or not figure.read or figure.actual.kind is not ActualKind.QUANTITY:
        return False
    named = [count for count in row.remarks.counts if count.value == figure.actual.value and not count.article]
    return any(_is_same(view, row.remarks, count, planned, kind) for count in named for kind in plan)


def _is_same(view: View, told: Told, count: Count, planned: Told, kind: Count) -> bool:
    """Whether both count the same deliverable; Chinese measure words alone do not tell."""
    if not alike(count, kind, view.language):
        return False
    if view.language.remarks.spaced:
        return True
    said = told.folded.text[count.end : count.reach].rstrip()
    wanted = planned.folded.text[kind.end : kind.reach].rstrip()
    return said[-NAME:] in wanted or wanted[-NAME:] in said
