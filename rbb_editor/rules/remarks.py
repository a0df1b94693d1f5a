"""Rules about a completed figure and the remark beside it."""

from collections.abc import Iterator

from rbb_editor.domain.count import Count, Depth, Role
from rbb_editor.domain.deliverable import Deliverable
from rbb_editor.domain.entities import Output
from rbb_editor.domain.parts import planned_counts
from rbb_editor.domain.remark import BESIDE, Told, alike, names_plainly, of_kind, sums
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.values import ActualKind, Number, Outcome, PlannedKind, Qualifier
from rbb_editor.rules.rule import Mend, Problem, View
from rbb_editor.rules.telling import (
    Row,
    actual_number,
    cell,
    mark,
    number,
    planned_number,
    rows,
    telling,
)
from rbb_editor.rules.together import answers_with_another

REMARKS, EXPLANATION = "remarks", "explanation"
NEARLY = 0.7
"""Which share of a figure another one in the reason has at least to stand for it, and the other way round."""
CLOSE = 0.8
"""The same for a figure of the remark that has another noun than the planned one."""
SHORT = 300
"""Characters of a remark that may hold no more than its figure."""
PERCENTS = 100
"""The highest number that may have lost its percent sign."""


def remark_figure_differs(view: View, output: Output) -> Iterator[Problem]:
    """The remark names the figure of the completed cell, not another one for the same thing.

    Source: A/72/701/Add.1, "开展了 85 次外联活动" beside a completed 101. Wrong: 28, "27 meetings were held"; right:
    "28 meetings were held". Figures of parts, people, places and years do not count, nor sums that make the figure up.
    """
    for row in rows(view, output):
        value = row.figure.actual.value
        if row.figure.actual.kind not in (ActualKind.QUANTITY, ActualKind.PERCENT) or not value or _names(row, value):
            continue
        named, likely = _other_figure(view, output, row, value), False
        if named is None:
            named, likely = _only_figure(view, output, row, value), True
        if named is None:
            continue
        field, text = _field(row)
        told = number(view, named.value, percent=named.percent)
        restated = named.value == row.figure.planned.value
        yield Problem(
            output.id,
            Text.of(
                N_("The remarks say {named}, the completed cell {actual}."), named=told, actual=actual_number(view, row)
            ),
            row.component.id,
            field,
            (mark(text, row.component.id, field, named.start, named.end), cell(row.component)),
            Text.of(N_("{named} is the planned figure."), named=told)
            if restated
            else Text.of(N_("In the remarks: “{words}”."), words=text.quote(named.start, named.reach)),
            guess=likely or field == EXPLANATION,
        )


def yes_hides_figure(view: View, output: Output) -> Iterator[Problem]:
    """Where a count was planned and the remark tells another one, yes hides a shortfall or an excess.

    Source: A/72/701/Add.1, 是 for at least 800 candidates, of whom 1 115 were approved. Wrong: 35 planned, Yes, "36
    staff took part"; right: 36.
    """
    for row, counts in _yes_rows(view, output):
        planned = row.figure.planned
        wanted = {count.value for count in planned_counts(telling(view, output).planned, planned)} | {planned.value}
        if any(count.value in wanted for count in counts) or _total(counts) in wanted:
            continue
        if all(count.qualifier is Qualifier.AT_LEAST for count in counts):
            continue
        if planned.qualifier is Qualifier.UP_TO and planned.value is not None and _total(counts) <= planned.value:
            continue  # "below 15 per cent", 12
        told = " + ".join(number(view, count.value, percent=count.percent) for count in counts[:3])
        yield Problem(
            output.id,
            Text.of(
                N_("“{completed}” answers a count: {planned} planned, {told} in the remarks."),
                completed=row.component.completed.strip(),
                planned=planned_number(view, planned),
                told=told,
            ),
            row.component.id,
            "completed",
            (cell(row.component), *(mark(row.remarks, row.component.id, REMARKS, c.start, c.end) for c in counts[:3])),
            Text.of(N_("In the remarks: “{words}”."), words=row.remarks.quote(counts[0].start, counts[0].reach)),
        )


def yes_for_count(view: View, output: Output) -> Iterator[Problem]:
    """Where more than one was planned, a figure says more than yes.

    Source: head of the column, "number or yes/no"; 5 annual reports answered by 是. Wrong: 5 reports, Yes; right: 5.
    """
    for row in rows(view, output):
        planned = row.figure.planned
        counted = planned.kind is PlannedKind.QUANTITY and not isinstance(planned.value, bool)
        if not _is_yes(row) or not counted or planned.value is None or planned.value <= 1:
            continue
        if _is_manner(view, output, row):
            continue
        counts = _same_kind(view, output, row)
        same = [count for count in counts if count.value == planned.value]
        if counts and not same and _total(counts) != planned.value:
            continue  # the other rule's
        mend = None
        marks = [cell(row.component)]
        if len(counts) == len(same) == 1 and len(output.components) == 1:
            if same[0].qualifier is None:  # "more than 180 000" is no figure
                mend = Mend(cell(row.component), row.component.completed, number(view, same[0].value))
            marks.append(mark(row.remarks, row.component.id, REMARKS, same[0].start, same[0].end))
        message = Text.of(
            N_("“{completed}” answers a count: {planned} planned. Give the figure."),
            completed=row.component.completed.strip(),
            planned=planned_number(view, planned),
        )
        yield Problem(output.id, message, row.component.id, "completed", tuple(marks), None, mend)


def percent_sign_missing(view: View, output: Output) -> Iterator[Problem]:
    """A planned percentage is answered by a percentage.

    Source: A/72/701/Add.1, 90% planned, completed "100", remark "100%". Wrong: 90 per cent planned, 100; right: 100%.
    """
    for row in rows(view, output):
        actual = row.figure.actual
        if row.figure.planned.kind is not PlannedKind.PERCENT or actual.kind is not ActualKind.QUANTITY:
            continue
        if actual.value is None or not 0 < actual.value <= PERCENTS:
            continue
        said = [numeral for numeral in row.remarks.numerals if numeral.percent and numeral.value == actual.value]
        if not said and actual.value in row.remarks.values:
            continue  # the remark counts them
        text = row.component.completed
        fixed = Mend(cell(row.component), text, f"{text.strip()}%") if said else None
        marks = [cell(row.component)]
        marks += [mark(row.remarks, row.component.id, REMARKS, one.start, one.end) for one in said[:1]]
        yield Problem(
            output.id,
            Text.of(
                N_("{planned} was planned; “{completed}” has no percent sign."),
                planned=planned_number(view, row.figure.planned),
                completed=text.strip(),
            ),
            row.component.id,
            "completed",
            tuple(marks),
            mend=fixed,
            guess=not said,
        )


def figure_without_plan(view: View, output: Output) -> Iterator[Problem]:
    """A figure can be judged only where the planned text has a count that it answers.

    Source: A/72/701/Add.1, "all peacekeeping operations" answered by 17. Wrong: "Reports on all missions", 17; right:
    "Reports on all 17 missions", 17.
    """
    for place, row in enumerate(rows(view, output)):
        figure = row.figure
        if figure.outcome is not Outcome.UNCLEAR or figure.planned.kind is not PlannedKind.NONE:
            continue
        if figure.actual.kind not in (ActualKind.QUANTITY, ActualKind.PERCENT):
            continue
        if answers_with_another(view, output, place):
            continue
        message = Text.of(
            N_("The planned text has no count that {actual} could be compared with."), actual=actual_number(view, row)
        )
        yield Problem(output.id, message, row.component.id, "completed", (cell(row.component),))


def _names(row: Row, value: Number) -> bool:
    """Whether the texts beside a figure name it."""
    beside = row.component.remarks or row.component.explanation
    if not beside or names_plainly(beside, row.component.completed):
        return True
    return value in row.remarks.values or value in row.explanation.values


def _other_figure(view: View, output: Output, row: Row, value: Number) -> Count | None:
    """What the remark gives for the figure instead; None where it gives nothing, or the parts of the figure."""
    field, told = _field(row)
    plan = planned_counts(telling(view, output).planned, row.figure.planned)
    counts = [count for count in of_kind(told, plan, view.language) if count.depth is Depth.MAIN]
    if not counts or counts[0].qualifier is not None or counts[0].maximum is not None:
        return None
    if value in sums(count.value for count in told.counts if count.role is not Role.PERSON):
        return None
    text, words = told.folded.text, view.language
    start, end = told.sentence(counts[0].start)
    said, planned = counts[0].value, row.figure.planned.value
    between = planned is not None and 0 < said == abs(value - planned) != planned
    if field == EXPLANATION and (between or said == planned or start > 0 or not NEARLY < said / value < 1 / NEARLY):
        return None  # a part that was hindered
    if (between or field == EXPLANATION) and _is_gap(view, told, counts[0]):
        return None  # "the target was exceeded by 17 officers"
    if words.remarks.additional.search(text, max(start, counts[0].start - BESIDE), counts[0].start):
        return None
    if 0 < said < value and words.counts.apiece.search(text, start, end):  # "each of the 3 … in 2 languages"
        others = any(alike(count, counts[0], words) for count in counts[1:])  # "2 in one place, 1 each in two others"
        if others or value % said == 0:
            return None
    cause = words.reasons.causes.search(text, start, counts[0].start)
    tells_why = cause is not None and not any(sign in text[cause.end() : counts[0].start] for sign in ",;")
    return None if tells_why else counts[0]


def _only_figure(view: View, output: Output, row: Row, value: Number) -> Count | None:
    """The only figure of a remark that has another word for the deliverable: 28 consultations, "27 meetings were held".

    It comes near the figure of the cell, is what was done and not whom or what that was for, and nothing else of the
    remark names the deliverable. Source: A/72/701/Add.1.
    """
    told, planned = row.remarks, row.figure.planned
    if (
        not told.text
        or len(told.text) > SHORT
        or len(output.components) > 1
        or planned.kind is not PlannedKind.QUANTITY
    ):
        return None
    counts = [count for count in told.counts if not count.article and not count.percent]
    if len(counts) != 1:
        return None
    (count,) = counts
    if count.role is not Role.ITEM or count.depth is not Depth.MAIN or not count.noun or count.qualifier is not None:
        return None
    if not CLOSE <= count.value / value <= 1 / CLOSE or count.value == planned.value:
        return None
    text, language = told.folded.text, view.language
    before = text[: count.start].rstrip()
    if before.rpartition(" ")[2] in language.turns.prepositions:
        return None
    if told.only_planned(count) or told.is_undone(count) or _is_gap(view, told, count):
        return None
    deliverable = Deliverable(output.planned_text, language)
    nouns = deliverable.nouns(text, 0, len(text))
    return None if any(deliverable.is_known(noun) or deliverable.is_deed(noun) for noun in nouns) else count


def _field(row: Row) -> tuple[str, Told]:
    """Where a row tells its figure: in the remarks or, where these are empty, in what stands as the reason."""
    return (REMARKS, row.remarks) if row.component.remarks else (EXPLANATION, row.explanation)


def _is_gap(view: View, told: Told, count: Count) -> bool:
    """Whether the clause of a count says that it is what was too much or too little: "7 officers fewer"."""
    words, text, (start, end) = view.language.remarks, told.folded.text, told.clause(count.start, count.end)
    return words.gap.search(text, start, end) is not None or any(hint in text[start:end] for hint in words.hints)


def _is_yes(row: Row) -> bool:
    return row.figure.actual.kind is ActualKind.YES_NO and row.figure.actual.value is True


def _yes_rows(view: View, output: Output) -> Iterator[tuple[Row, list[Count]]]:
    """Rows that answer a count by yes, with the figures that their remark gives for it."""
    for row in rows(view, output):
        if _is_yes(row) and row.figure.planned.kind in (PlannedKind.QUANTITY, PlannedKind.PERCENT):
            counts = _same_kind(view, output, row)
            if counts and not _is_manner(view, output, row):
                yield row, counts


def _is_manner(view: View, output: Output, row: Row) -> bool:
    """Whether the plan counts how something is done, no deliverable: "in the six official languages"."""
    told = telling(view, output).planned
    counts = planned_counts(told, row.figure.planned)
    manners = view.language.counts.manners
    return bool(counts) and all(manners.search(told.folded.text, count.end, count.reach) for count in counts)


def _same_kind(view: View, output: Output, row: Row) -> list[Count]:
    told: Told = row.remarks
    plan = planned_counts(telling(view, output).planned, row.figure.planned)
    counts = of_kind(told, plan, view.language, each=True)
    return [count for count in counts if count.depth is Depth.MAIN]


def _total(counts: list[Count]) -> Number:
    return sum(count.value for count in counts)
