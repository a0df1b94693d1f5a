"""Rules about figures and their reasons."""

from collections.abc import Iterator

from rbb_editor.domain.cells import says_all
from rbb_editor.domain.entities import Component, Output
from rbb_editor.domain.figures import format_difference, format_number
from rbb_editor.domain.outcome import deviation
from rbb_editor.domain.reading import Figure
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.values import ActualKind, Outcome, PlannedKind
from rbb_editor.rules.faults import fault_at
from rbb_editor.rules.rule import Problem, View
from rbb_editor.rules.together import is_explained_beside


def shortfall_unexplained(view: View, output: Output) -> Iterator[Problem]:
    """Every shortfall needs an explanation.

    Source: practice of the performance reports, "产出低于计划数目，原因是…"; of 100 shortfalls published for 2016/17
    17 gave none. Wrong: planned 40, completed 35, "35 letters were sent"; right: "… The lower output was due to …".
    """
    yield from _without_reason(view, output, Outcome.SHORTFALL, SHORT)


def excess_unexplained(view: View, output: Output) -> Iterator[Problem]:
    """An excess needs an explanation too by the reports' own practice, "产出高于计划数目，原因是…".

    Source: A/72/701/Add.1, 124 excesses, 54 of them with a reason. Wrong: planned 290, completed 345, no reason; right:
    "… The higher output was due to …".
    """
    yield from _without_reason(view, output, Outcome.EXCEEDED, OVER)


def figure_missing(view: View, output: Output) -> Iterator[Problem]:
    """Every output is answered by a figure, yes or no.

    Source: head of the column, "Completed (number or yes/no)". Wrong: an empty completed cell; right: 3, 70%, Yes.
    """
    for component, figure in _pairs(view, output):
        if figure.actual.kind is ActualKind.MISSING:
            yield Problem(output.id, Text.of(N_("The completed figure is missing.")), component.id, "completed")


def figure_unreadable(view: View, output: Output) -> Iterator[Problem]:
    """The completed cell holds a number, a percentage, yes/no, or "all" where the plan gives no count.

    Source: head of the column; 全部 ("all") in A/72/701/Add.1, of claims that nobody counted beforehand. Wrong:
    "Several", or "All" of 40; right: 25, Yes, or "All". What cannot be compared may hide a shortfall.
    """
    if output.id in view.reader.failed:
        yield fault_at(output.id)
        return
    for component, figure in _pairs(view, output):
        if figure.actual.kind is not ActualKind.TEXT:
            continue
        if figure.planned.kind is PlannedKind.NONE and says_all(component.completed, view.language):
            continue
        message = Text.of(
            N_("“{completed}” is neither a number, a percentage nor yes or no."), completed=component.completed
        )
        yield Problem(output.id, message, component.id, "completed")


SHORT = (
    N_("Completed {actual} of {planned} planned ({difference} fewer); the remarks give no reason."),
    N_("Planned, but not done; the remarks give no reason."),
)
OVER = (
    N_("Completed {actual}, {planned} planned ({difference} more); the remarks give no reason."),
    N_("More was done than planned; the remarks give no reason."),
)


def _without_reason(view: View, output: Output, wanted: Outcome, texts: tuple[str, str]) -> Iterator[Problem]:
    """The figures of an output that came out as is asked, none of whose words tells why."""
    for place, (component, figure) in enumerate(_pairs(view, output)):
        if component.explanation or figure.outcome is not wanted or is_explained_beside(view, output, place):
            continue
        if wanted is Outcome.SHORTFALL or _beyond(view, figure):
            several = figure.total != figure.actual
            evidence = Text.of(N_("Several figures of this row answer the count together.")) if several else None
            message = _unexplained(view, figure, texts)
            yield Problem(output.id, message, component.id, "explanation", evidence=evidence)


def _beyond(view: View, figure: Figure) -> bool:
    """Whether an excess is above the threshold that the report sets, in per cent of what was planned."""
    least = view.threshold("excess-unexplained", 0)
    by, planned = deviation(figure.planned, figure.total), figure.planned.maximum or figure.planned.value
    return not least or by is None or not planned or by * 100 / planned > least


def _pairs(view: View, output: Output) -> Iterator[tuple[Component, Figure]]:
    return zip(output.components, view.reader.figures(output), strict=True)


def _unexplained(view: View, figure: Figure, texts: tuple[str, str]) -> Text:
    difference = deviation(figure.planned, figure.total)
    planned, actual = figure.planned.value, figure.total.value
    if not difference or planned is None or actual is None:  # 0 of "up to 50" is within it, and nothing done
        return Text.of(texts[1])
    if figure.planned.maximum is not None and difference > 0:
        planned = figure.planned.maximum
    percent = figure.planned.kind is PlannedKind.PERCENT
    return Text.of(
        texts[0],
        planned=format_number(planned, view.language, percent=percent),
        actual=format_number(actual, view.language, percent=percent),
        difference=format_difference(abs(difference), view.language, percent=percent),
    )
