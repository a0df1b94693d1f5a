"""The rule that the parts of a total add up to it."""

from collections.abc import Iterator

from rbb_editor.domain.breakdown import wrong_breakdowns
from rbb_editor.domain.entities import Output
from rbb_editor.domain.remark import Told
from rbb_editor.domain.text import N_, Text
from rbb_editor.rules.rule import Problem, View
from rbb_editor.rules.telling import mark, number, telling

SHOWN = 12
"""Parts that are marked and named."""


def breakdown_differs(view: View, output: Output) -> Iterator[Problem]:
    """The parts of a total add up to it, in the remarks and in the planned text.

    Source: A/72/701/Add.1, 36 authorizations, "20 for missions and 15 for departments"; 7 presentations of which 6 are
    listed. Wrong: "7 meetings, including 3 with staff and 3 with experts"; right: "… and 4 with experts".
    """
    told = telling(view, output)
    yield from _wrong(view, output, told.planned, None, "planned_text")
    for row in told.rows:
        yield from _wrong(view, output, row.remarks, row.component.id, "remarks")
        yield from _wrong(view, output, row.explanation, row.component.id, "explanation")


def _wrong(view: View, output: Output, told: Told, component: str | None, field: str) -> Iterator[Problem]:
    if not told.text:
        return
    for each in wrong_breakdowns(told, view.language):
        total, parts = each.total, each.parts[:SHOWN]
        fields = {"total": number(view, total.value), "found": number(view, each.found)}
        if each.listed:
            message = Text.of(N_("{total} are stated, but {found} are listed."), **fields)
            evidence = Text.of(N_("The total: “{words}”."), words=told.quote(total.start, total.reach))
        else:
            message = Text.of(N_("{total} are stated, but the parts add up to {found}."), **fields)
            evidence = Text.of(
                N_("The parts: {parts}; the total: “{words}”."),
                parts=" + ".join(told.quote(*part) for part in parts),
                words=told.quote(total.start, total.reach),
            )
        marks = [mark(told, component, field, start, end) for start, end in ((total.start, total.end), *parts)]
        yield Problem(output.id, message, component, field, tuple(marks), evidence, guess=each.listed)
