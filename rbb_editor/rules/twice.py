"""The rule that one deliverable is planned with one figure, wherever it stands in a department."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from msgspec import Struct

from rbb_editor.domain.count import ITEM, Count
from rbb_editor.domain.entities import Output
from rbb_editor.domain.folding import fold
from rbb_editor.domain.remark import Told
from rbb_editor.domain.scripts import RUNS
from rbb_editor.domain.text import N_, Text
from rbb_editor.rules.likeness import SEVERAL, departments, plan_of, rows_alike, same_noun_counted
from rbb_editor.rules.rule import Problem, View
from rbb_editor.rules.telling import actual_number, cell, mark, number, planned_number, read_remarks, telling
from rbb_editor.rules.traits import Trait

LEAST = 100
"""The smallest figure that is taken for the same where it stands in two rows."""

ROUND = 50
"""Multiples of it stand in two rows by chance."""

WORDS = 2
"""What the remarks of two rows have in common at least; one word alone is "staff" or "reports"."""

ROWS = 6
"""Rows of a department that may share a figure; what more of them share says nothing."""

PHRASE = 48
"""Characters behind a count in which its deliverable is described."""

MANY = 4
"""Words that two planned texts have in common at least, where they stand in another order."""

HUNDREDS = 3
"""Digits of the figure by which such rows are known."""

_NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0\u2009\u202f,.]\d{3})+(?!\d)|\d{3,6}(?!\d)")
_NO_DIGIT = re.compile(r"\D")
_WORD = re.compile(r"[^\W\d_]{4,}")
_CLAUSE = re.compile(r"[,;。、:(\d]")


class Place(Struct, frozen=True):
    """A count in the remarks of a component; `features`: what is said of it."""

    output: Output
    told: Told
    component: str
    count: Count
    features: set[str]


def planned_twice(view: View) -> Iterator[Problem]:
    """One deliverable is planned with one figure.

    Source: A/72/701/Add.1, investment settlements planned as 3 500 and as 450 in two rows, both answered by 626. Wrong:
    "3,500 settlements" and "450 settlements", both 626; right: the same plan in both, or one row.
    """
    by_department: dict[str, dict[str, list[Output]]] = defaultdict(lambda: defaultdict(list))
    for output, figures in view.each_derived("figures told", _figures_told, Trait.HUNDREDS):
        if figures:
            department = view.report.path(output.id)[0].id
            for figure in figures:
                by_department[department][figure].append(output)
    shared = [
        (int(figure), outputs)
        for figures_of in by_department.values()
        for figure, outputs in figures_of.items()
        if 2 <= len(outputs) <= ROWS
    ]
    read_remarks(view, {output.id: output for _, outputs in shared for output in outputs}.values())
    seen: set[tuple[str, str]] = set()
    for value, outputs in shared:
        told = [(output, _told(view, output, value)) for output in outputs]
        for (one, mine), (two, others) in combinations(told, 2):
            if (one.id, two.id) not in seen:
                for problem in _compare(view, mine, others, value):
                    seen.add((one.id, two.id))
                    yield problem
    for one, two in (*_of_one_wording(view), *_of_the_same_words(view)):
        if (one.id, two.id) not in seen:
            seen.add((one.id, two.id))
            yield _answered_alike(view, one, two)
            yield _answered_alike(view, two, one)


def _of_one_wording(view: View) -> Iterator[tuple[Output, Output]]:
    """Outputs of one wording that plan two figures and are answered by the same one, which must tell more in two
    departments.

    Wrong: "Processing of 1,200 claims for loss", "Processing of 850 claims for loss", both 1,020.
    """
    places = departments(view)
    for rows in rows_alike(view):
        answered: dict[str, list[Output]] = defaultdict(list)
        for output in rows:
            answered[output.components[0].completed].append(output)
        for completed, outputs in answered.items():
            if len(outputs) < 2 or not completed[:1].isdigit():
                continue
            far = _is_telling(completed)
            for one, two in combinations(outputs[:ROWS], 2):
                near = far or places[one.parent] == places[two.parent]
                if near and _plans_otherwise(view, one, two) and same_noun_counted(one, two, view.language):
                    yield one, two


def _of_the_same_words(view: View) -> Iterator[tuple[Output, Output]]:
    """Outputs of a department that say the same in another order: "Training of 450 users in the modules of Umoja",
    "Training in the modules of Umoja for 600 users", both answered by 512.
    """
    answered: dict[tuple[str, str], list[Output]] = {}
    places = departments(view)
    for output in view.outputs(Trait.PLANS_NUMBER | Trait.COUNTED_NUMBER | Trait.DEVIATES):
        completed = output.components[0].completed
        if len(completed) >= HUNDREDS and _is_telling(completed):
            answered.setdefault((places[output.parent], completed), []).append(output)
    for outputs in answered.values():
        if 2 <= len(outputs) <= ROWS:
            said = [(output, set(output.planned_text.split())) for output in outputs]
            for (one, mine), (two, others) in combinations(said, 2):
                if len(mine & others) >= MANY and _plans_otherwise(view, one, two) and _same_words(one, two):
                    yield one, two


def _same_words(one: Output, other: Output) -> bool:
    """Whether at most one of the longer words of two planned texts is only in one of them."""
    mine, others = _words(one.planned_text), _words(other.planned_text)
    return len(mine & others) >= max(MANY, len(mine | others) - 1)


def _is_telling(completed: str) -> bool:
    """Whether a completed cell holds a figure that stands in two rows hardly by chance."""
    digits = completed if completed.isdecimal() else _NO_DIGIT.sub("", completed)
    return digits.isdecimal() and int(digits) >= LEAST and int(digits) % ROUND != 0


def _words(text: str) -> frozenset[str]:
    """The longer words of a text by their beginnings, in any order; pairs of Chinese characters."""
    folded = fold(text).text
    pairs = [run[at : at + 2] for run in RUNS.findall(folded) for at in range(len(run) - 1)]
    return frozenset([*(word[:6] for word in _WORD.findall(folded) if not RUNS.match(word)), *pairs])


def _plans_otherwise(view: View, one: Output, other: Output) -> bool:
    """Whether two outputs with the same completed figure differ in the one that they plan, and in no other number."""
    first, second = view.reader.figures(one), view.reader.figures(other)
    if len(first) != 1 or len(second) != 1 or first[0].planned.value == second[0].planned.value:
        return False
    here, there = plan_of(view, one), plan_of(view, other)
    if here is None or there is None or here.others != there.others or not here.completed:
        return False
    return here.completed == there.completed and min(*here.completed, *here.figures, *there.figures) >= SEVERAL


def _answered_alike(view: View, output: Output, neighbour: Output) -> Problem:
    """What is planned otherwise in an output of one wording with another one, and answered by the same figure."""
    told = telling(view, output)
    (row,) = told.rows
    other = view.reader.figures(neighbour)[0].planned
    counts = [count for count in told.planned.counts if count.value == row.figure.planned.value]
    return Problem(
        output.id,
        Text.of(
            N_("{planned} planned here, {other} in another row; both report {actual}."),
            planned=planned_number(view, row.figure.planned),
            other=planned_number(view, other),
            actual=actual_number(view, row),
        ),
        row.component.id,
        "completed",
        (cell(row.component), *(mark(told.planned, None, "planned_text", each.start, each.end) for each in counts[:1])),
        Text.of(N_("The other row: “{words}”."), words=neighbour.planned_text[:80]),
        guess=True,
    )


def _figures_told(_: View, outputs: Iterable[Output]) -> Iterator[tuple[str, ...]]:
    return map(_figures, outputs)


def _figures(output: Output) -> tuple[str, ...]:
    """The larger numbers that the remarks of an output name, without their separators, always in the same order."""
    found = set()
    for component in output.components:
        for match in _NUMBER.finditer(component.remarks[:2000]):
            digits = match.group()
            digits = digits if digits.isdecimal() else _NO_DIGIT.sub("", digits)
            if int(digits) >= LEAST and int(digits) % ROUND and not 1945 <= int(digits) <= 2099:
                found.add(digits)
    return tuple(sorted(found, key=int))


def _compare(view: View, one: list[Place], two: list[Place], value: int) -> Iterator[Problem]:
    """What is planned otherwise in the second of two outputs whose remarks name a figure at these places."""
    for first in one:
        for second in two:
            common = first.features & second.features
            if len(common) < WORDS:
                continue
            here, there = _planned(view, first.output, common), _planned(view, second.output, common)
            if here is None or there is None or here.value == there.value:
                continue
            for place, neighbour, mine, other in ((first, second, here, there), (second, first, there, here)):
                planned = telling(view, place.output).planned
                yield Problem(
                    place.output.id,
                    Text.of(
                        N_("{planned} planned here, {other} in another row; the remarks of both say {actual}."),
                        planned=number(view, mine.value),
                        other=number(view, other.value),
                        actual=number(view, value),
                    ),
                    place.component,
                    "remarks",
                    (
                        mark(place.told, place.component, "remarks", place.count.start, place.count.end),
                        mark(planned, None, "planned_text", mine.start, mine.end),
                    ),
                    Text.of(N_("The other row: “{words}”."), words=neighbour.output.planned_text[:80]),
                    guess=True,
                )
            return


def _told(view: View, output: Output, value: int) -> list[Place]:
    """Where the remarks of an output name a figure as a count."""
    return [
        Place(output, row.remarks, row.component.id, count, _features(row.remarks, count))
        for row in telling(view, output).rows
        for count in row.remarks.counts
        if count.value == value and count.role is ITEM and not count.percent
    ]


def _planned(view: View, output: Output, common: set[str]) -> Count | None:
    """The planned count of what the remarks count, by the words that all of them have in common."""
    planned = telling(view, output).planned
    for count in planned.counts:
        features = _features(planned, count)
        if len(features & common) >= WORDS and not count.percent:
            return count
    return None


def _features(told: Told, count: Count) -> set[str]:
    """What is said of a count, up to the next mark of punctuation: beginnings of words, pairs of Chinese characters."""
    text = told.folded.text
    stop = _CLAUSE.search(text, count.end, count.end + PHRASE)
    phrase = text[count.end : stop.start() if stop else count.end + PHRASE]
    found = {word[:6] for word in _WORD.findall(phrase) if not RUNS.match(word)}
    for run in RUNS.findall(phrase):
        run = run[1:]  # the measure word
        found.update(run[i : i + 2] for i in range(len(run) - 1))
    return found
