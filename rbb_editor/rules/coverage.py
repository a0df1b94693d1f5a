"""Rules about the figures of an output against the counts of its plan."""

from collections.abc import Iterator

from rbb_editor.domain.counts import Depth, Role
from rbb_editor.domain.entities import Output
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.values import ActualKind, PlannedKind
from rbb_editor.rules.rule import Problem, View
from rbb_editor.rules.telling import cell, mark, number, planned_number, telling

PLANNED = "planned_text"


def figures_out_of_order(view: View, output: Output) -> Iterator[Problem]:
    """Figures stand in the order of the plan.

    Source: A/72/701/Add.1, 6 reviews and at most 4 staffing reviews, answered by 4 and 3. Wrong: "2 visits and 5
    reports", 5 reports before 2 visits; right: visits first.
    """
    if len(output.components) < 2:
        return
    told = telling(view, output)
    counts = [count for count in told.planned.counts if count.depth <= Depth.PART]
    wanted = [
        (row, row.figure.planned.value)
        for row in told.rows
        if row.figure.read and row.figure.planned.kind in (PlannedKind.QUANTITY, PlannedKind.PERCENT)
    ]
    values = [value for _, value in wanted if value is not None]
    if len(wanted) < 2 or len(set(values)) != len(wanted):
        return
    places = {count.value: count.start for count in reversed(counts)}
    if any(value not in places for value in values) or sorted(values, key=lambda v: places[v]) == values:
        return
    shown = [planned_number(view, row.figure.planned) for row, _ in wanted]
    marks = [mark(told.planned, None, PLANNED, c.start, c.end) for c in counts if c.value in values]
    message = Text.of(
        N_("The figures stand in another order than the plan: they answer {order}."), order=", ".join(shown)
    )
    yield Problem(output.id, message, output.components[0].id, "completed", tuple(marks), guess=True)


def count_unanswered(view: View, output: Output) -> Iterator[Problem]:
    """Every deliverable that the plan counts is answered by a figure.

    Source: A/72/701/Add.1, "10 meetings; 5 preparatory and 5 follow-up meetings", answered by 4. Wrong: "5 visits; 3
    reports", 5; right: 5 and 3.
    """
    told = telling(view, output)
    if any(row.figure.actual.kind is not ActualKind.QUANTITY or not row.figure.read for row in told.rows):
        return
    counts = [c for c in told.planned.counts if c.depth is Depth.MAIN and c.role is Role.ITEM and not c.article]
    counts = [count for count in counts if not count.percent]
    answered = [row.figure.planned.value for row in told.rows]
    if len(counts) <= len(told.rows) or sum(c.value for c in counts) in answered:
        return
    below = [c.value for c in told.planned.counts if c.start > counts[0].start and c.depth <= Depth.PART]
    if sum(below) == counts[0].value:  # they are parts of the first
        return
    missing = list(counts)
    for value in answered:
        hit = next((count for count in missing if count.value == value), None)
        if hit is None:
            return
        missing.remove(hit)
    missing = [count for count in missing if count.segment != counts[0].segment]
    if not missing:
        return
    words = told.planned.quote(missing[0].start, missing[0].reach)
    yield Problem(
        output.id,
        Text.of(
            N_("The plan counts {count} more: “{words}”. No figure answers it."),
            count=number(view, missing[0].value),
            words=words,
        ),
        output.components[0].id,
        "completed",
        (mark(told.planned, None, PLANNED, missing[0].start, missing[0].reach), cell(output.components[0])),
        guess=True,
    )
