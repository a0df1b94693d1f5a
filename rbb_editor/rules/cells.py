"""Rules about completed cells that may be read in two ways: as one figure or as several, here or in the next row."""

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rbb_editor.domain.count import Count, Depth, Role
from rbb_editor.domain.entities import Output
from rbb_editor.domain.places import place_words
from rbb_editor.domain.remark import names_plainly
from rbb_editor.domain.scripts import RUNS, UNSPACED
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.values import ActualKind, Number, PlannedKind
from rbb_editor.rules.rule import Problem, View
from rbb_editor.rules.telling import Row, Telling, cell, number, telling
from rbb_editor.rules.traits import Trait

NEAR = math.log(3)
"""A figure that is up to three times, or down to a third, of a planned count may answer it."""

_GROUPED = re.compile(r"\s*([1-9]\d{0,2})((?:[ \u00a0\u2009\u202f]\d{3})+)\s*")
_HEAD = re.compile(r"[1-9]\d{0,2}")
_TAIL = re.compile(r"\d{3}")


def figure_ambiguous(view: View, output: Output) -> Iterator[Problem]:
    """A completed cell is plainly one figure or plainly several; what neither plan nor remark tells is asked.

    Source: A/72/701/Add.1, cells "180 459" (two figures), "1 368" (one), "2 100" (the 2 of the row above). Wrong: "180
    459", the remark names 180 visits and 459 guests; right: a figure for each, or 180 459 in the remark.
    """
    if len(output.components) > 1:
        yield from _may_be_one(view, output)
        return
    component = output.components[0]
    grouped = _GROUPED.fullmatch(component.completed)
    if grouped is None or names_plainly(component.remarks, component.completed):
        return
    told = telling(view, output)
    row = told.rows[0]
    parts = [int(part) for part in (grouped[1], *grouped[2].split())]
    if row.figure.actual.value in row.remarks.values | row.explanation.values:
        return
    named = all(part in row.remarks.values for part in parts)
    if not named and not _answers_apart(told, row, parts):
        return
    shown = ", ".join(number(view, part) for part in parts)
    message = N_("“{completed}” may be several figures: {parts}.")
    evidence = N_("The remarks name each of them.") if named else N_("The plan has a count for each of them.")
    yield Problem(
        output.id,
        Text.of(message, completed=component.completed.strip(), parts=shown),
        component.id,
        "completed",
        (cell(component),),
        Text.of(evidence),
        guess=True,
    )


def _answers_apart(told: Telling, row: Row, parts: Sequence[int]) -> bool:
    """Whether the plan has as many counts as the cell has parts, nearer to them than to the cell as a whole."""
    counts = [c for c in told.planned.counts if c.depth is Depth.MAIN and not c.article and c.role is Role.ITEM]
    if len(counts) != len(parts) or row.figure.actual.value is None:
        return False
    whole = row.figure.actual.value
    near = all(_apart(count.middle, part) <= NEAR for count, part in zip(counts, parts, strict=True))
    return near and all(_apart(count.middle, whole) > NEAR for count in counts)


def _may_be_one(view: View, output: Output) -> Iterator[Problem]:
    """Two neighbouring cells that are the head and the tail of one number, which a remark names."""
    if not any(_TAIL.fullmatch(component.completed.strip()) for component in output.components[1:]):
        return
    told = telling(view, output)
    for one, two in pairwise(told.rows):
        head, tail = one.component.completed.strip(), two.component.completed.strip()
        if not _HEAD.fullmatch(head) or not _TAIL.fullmatch(tail):
            continue
        whole = int(head + tail)
        planned = two.figure.planned.kind in (PlannedKind.QUANTITY, PlannedKind.PERCENT)
        said = one.remarks.values | two.remarks.values
        if whole in said and not planned and two.figure.actual.kind is ActualKind.QUANTITY and int(tail) not in said:
            yield Problem(
                output.id,
                Text.of(
                    N_("“{one}” and “{two}” may be one figure: {whole}, as the remarks say."),
                    one=head,
                    two=tail,
                    whole=number(view, whole),
                ),
                two.component.id,
                "completed",
                (cell(one.component), cell(two.component)),
                guess=True,
            )


def _apart(planned: Number, value: Number) -> float:
    """How far two figures are apart, as a ratio."""
    return abs(math.log((planned + 0.5) / (value + 0.5)))


def figure_misplaced(view: View) -> Iterator[Problem]:
    """A figure stands in the row whose plan it answers.

    Source: A/72/701/Add.1, cell "2 100": the 2 trainings were planned in the row above. Wrong: "90 per cent of cases",
    2, "2 courses were held", below "8 workshops; 2 courses"; right: the 2 in the row above.
    """
    needs, traits = int(Trait.SEVERAL | Trait.PLANS_NOTHING | Trait.COUNTED_NUMBER), view.traits
    for before, output in pairwise(view.outputs()):
        for other, here in ((before, output), (output, before)):
            if traits[here.id] & needs != needs or before.parent != output.parent:
                continue
            figures = view.reader.figures(here)
            for place, figure in enumerate(figures):
                unplanned = figure.read and figure.planned.kind is PlannedKind.NONE and len(figures) > 1
                if unplanned and figure.actual.kind is ActualKind.QUANTITY and (figure.actual.value or 0) >= LEAST:
                    yield from _of_neighbour(view, here, place, other)


def _of_neighbour(view: View, output: Output, place: int, other: Output) -> Iterator[Problem]:
    row, neighbour = telling(view, output).rows[place], telling(view, other)
    value = row.figure.actual.value
    answered = {each.figure.planned.value for each in neighbour.rows} | {
        each.figure.actual.value for each in neighbour.rows
    }
    named = next((count for count in row.remarks.counts if count.value == value and not count.article), None)
    planned = [c for c in neighbour.planned.counts if c.value == value and c.depth is Depth.MAIN and not c.article]
    if named is None or value in answered or len(planned) != 1:
        return
    count, text = planned[0], neighbour.planned.folded.text
    said = _words_at(row.remarks.folded.text, named)
    own = telling(view, output).planned.folded.text
    if not any(word in text[count.start : count.reach + REACH] and word not in own for word in said):
        return
    message = N_("{actual} may belong to another row: {address} plans “{words}”, which no figure answers.")
    yield Problem(
        output.id,
        Text.of(
            message,
            actual=number(view, value),
            address=place_words(view.report, other.id, view.language),
            words=neighbour.planned.quote(count.start, count.reach),
        ),
        row.component.id,
        "completed",
        (cell(row.component),),
        guess=True,
    )


def _words_at(text: str, count: Count) -> set[str]:
    """Beginnings of the words, or pairs of Chinese characters, of what a text counts."""
    phrase = text[count.end : count.reach]
    found = {word[:STEM] for word in _LETTERS.findall(phrase)}
    for run in RUNS.findall(phrase):
        found.update(run[at : at + 2] for at in range(1, len(run) - 1))
    return found


LEAST = 2
"""A figure below this says nothing: one of anything is planned in most rows."""
REACH = 24
"""Characters behind a planned phrase that still belong to its deliverable."""
STEM = 5
_LETTERS = re.compile(rf"[^\W\d_{UNSPACED}]{{4,}}")
