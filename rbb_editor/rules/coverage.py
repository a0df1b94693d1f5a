"""Rules about the figures of an output against the counts of its plan."""

import re
from collections.abc import Iterator, Sequence

from rbb_editor.domain.count import Count, Depth, Role
from rbb_editor.domain.entities import Output
from rbb_editor.domain.folding import Folded, fold
from rbb_editor.domain.language import Language
from rbb_editor.domain.remark import alike
from rbb_editor.domain.scripts import RUNS, UNSPACED
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.values import ActualKind, Outcome, PlannedKind
from rbb_editor.rules.rule import Mark, Problem, View
from rbb_editor.rules.telling import cell, mark, number, planned_number, telling

PLANNED = "planned_text"

LONGEST = 1_500
"""Characters of texts whose deliverables are compared."""

SHARED = 0.15
"""Which share of its words may stand in a remark that does not speak of a deliverable."""

LEAST, LEAST_WORDS = 4, 3
"""Pairs of Chinese characters, and words of other languages, of a deliverable that can be missed."""

SHORTEST, SHORTEST_WORDS = 6, 12
"""Characters of a remark that may speak of one deliverable and not of another, in Chinese and otherwise."""

_PIECES = re.compile(rf"[;；؛]|，|, (?=[{UNSPACED}])")
_WORD = re.compile(rf"[^\W\d_{UNSPACED}]{{4,}}")
_STOP = re.compile(r"[,;。、(]")
_PARTS = re.compile(r"[;；؛。\n]")


def figures_out_of_order(view: View, output: Output) -> Iterator[Problem]:
    """Figures stand in the order of the plan.

    Source: A/72/701/Add.1, 6 reviews and at most 4 staffing reviews, answered by 4 and 3. Wrong: "2 visits and 5
    reports", 5 reports before 2 visits; right: visits first.
    """
    if len(output.components) < 2 or _in_order(view, output):
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
    """Every deliverable that the plan counts is answered by a figure, and counts are plainly parts or no parts.

    Source: A/72/701/Add.1, "10 meetings; 5 preparatory and 5 follow-up meetings", answered by 4, where nobody knows
    whether 10 or 20 were planned. Wrong: "5 visits; 3 reports", 5; right: 5 and 3.
    """
    if _PARTS.search(output.planned_text) is None:
        return
    told = telling(view, output)
    if any(row.figure.actual.kind is not ActualKind.QUANTITY or not row.figure.read for row in told.rows):
        return
    counts = [c for c in told.planned.counts if c.depth is Depth.MAIN and c.role is Role.ITEM and not c.article]
    counts = [count for count in counts if not count.percent]
    answered = [row.figure.planned.value for row in told.rows]
    if len(counts) <= len(told.rows) or sum(c.value for c in counts) in answered:
        return
    below = [c.value for c in told.planned.counts if c.start > counts[0].start and c.depth <= Depth.PART]
    if sum(below) == counts[0].value:
        yield from _parts_or_more(view, output, counts)
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


def _parts_or_more(view: View, output: Output, counts: Sequence[Count]) -> Iterator[Problem]:
    """Counts that add up to the first one, without a word that says that they are its parts."""
    told = telling(view, output).planned
    first, rest = counts[0], counts[1:]
    between = told.folded.text[first.end : rest[0].start] if rest else ":"
    same = all(alike(first, count, view.language) for count in rest)
    if not same or ":" in between or rest[0].segment == first.segment or sum(c.value for c in rest) != first.value:
        return
    message = Text.of(
        N_("The plan does not say whether {parts} are parts of the {total} or come on top of them."),
        parts=" + ".join(number(view, count.value) for count in rest),
        total=number(view, first.value),
    )
    marks = tuple(mark(told, None, PLANNED, count.start, count.end) for count in counts)
    yield Problem(output.id, message, field=PLANNED, marks=marks, guess=True)


def _in_order(view: View, output: Output) -> bool:
    """Whether the planned figures are plainly in the order of the text, as nearly all are."""
    text, place = output.planned_text, 0
    for figure in view.reader.figures(output):
        place = text.find(str(figure.planned.value), place) + 1
        if place == 0:
            return False
    return True


def deliverable_unmentioned(view: View, output: Output) -> Iterator[Problem]:
    """Every deliverable of the plan is spoken of in the remarks.

    Source: A/72/701/Add.1, a module, a catalogue and maps planned, a remark on the module alone. Wrong: "Deployment of
    the module; revision of the catalogue", Yes, "The module was deployed"; right: "… and the catalogue was revised".
    """
    if view.reader.figures(output)[0].planned.kind is not PlannedKind.YES_NO:
        found = list(_other_thing(view, output)) or _other_deed(view, output)
        yield from found
        return
    parts = _parts(view, output)
    if len(parts) < 2:
        return
    told = telling(view, output)
    rows = told.rows
    figure = rows[0].figure
    deed = figure.planned.kind is PlannedKind.YES_NO and figure.outcome is Outcome.MET
    spaced = view.language.remarks.spaced
    shortest, least = (SHORTEST_WORDS, LEAST_WORDS) if spaced else (SHORTEST, LEAST)
    if not deed or len(rows) > 1 or not shortest <= len(rows[0].component.remarks) <= LONGEST:
        return
    said = _features(f"{rows[0].remarks.folded.text} {rows[0].explanation.folded.text}", view.language)
    words = view.language.counts
    place = 0
    spoken = [False] * len(parts)
    for number_of, part in enumerate(parts):
        at = output.planned_text.index(part, place)
        place = at + len(part)
        text = fold(part).text.strip()
        features = _features(text, view.language)
        if len(features & said) > SHARED * len(features):
            spoken[number_of] = True
            continue
        if not spoken[0] or len(features) < least or words.purposes.match(text) or words.parts.match(text):
            continue
        one_by_one = number_of > 1 and all(spoken[:number_of]) and text.startswith(words.steps)
        if (text.startswith(view.language.remarks.goes_on) and not one_by_one) or "(" in text or ")" in text:
            continue
        span = Mark(None, PLANNED, at, place)
        message = Text.of(N_("The remarks do not seem to speak of “{words}”."), words=part.strip())
        yield Problem(output.id, message, rows[0].component.id, "remarks", (span,), guess=True)


def _parts(view: View, output: Output) -> list[str]:
    """The deliverables of a planned text: what punctuation keeps apart, or else "and" with another word for a deed."""
    planned = output.planned_text[:LONGEST]
    if _PIECES.search(planned):
        return _PIECES.split(planned)
    folded = _folded(view, output)
    found = view.language.remarks.next_deeds.search(folded.text)
    if found is None:
        return [planned]
    at = folded.source(found.start())
    return [planned[:at], planned[at:]]


def _folded(view: View, output: Output) -> Folded:
    """The folded planned text, as far as it is compared."""
    read = view.reader.planned_text(output)
    if read is None or len(output.planned_text) > LONGEST:
        return fold(output.planned_text[:LONGEST])
    return read.folded


def _other_thing(view: View, output: Output) -> Iterator[Problem]:
    """What a planned text counts besides the first deliverable, and no remark speaks of.

    Wrong: "6 guides and 1 video", answered by 6, "The 6 guides were published"; "12 leaflets and 2 round tables", 12
    and 2, without a remark on the second; right: a remark on both.
    """
    read = view.reader.planned_text(output)
    if read is None or len(read.counts) < 2:
        return
    told = telling(view, output)
    text = told.planned.folded.text
    counts = [c for c in told.planned.counts if c.depth is Depth.MAIN and c.role is Role.ITEM and not c.percent]
    rows = told.rows
    if len(counts) != 2 or counts[0].article or any(not row.figure.read for row in rows):
        return
    if all(row.figure.outcome is not Outcome.MET for row in rows):
        return
    first, other = counts
    remarks = [f"{row.component.remarks} {row.component.explanation}".strip() for row in rows]
    if len(rows) == 1:
        unanswered = rows[0].figure.planned.value == first.value
    else:
        unanswered = len(rows) == 2 and not remarks[1] and rows[1].figure.planned.value == other.value
    shortest = SHORTEST_WORDS if view.language.remarks.spaced else SHORTEST
    if not unanswered or not shortest <= len(remarks[0]) <= LONGEST or alike(first, other, view.language):
        return
    if not _is_joined(text[first.end : other.start], other, view) or _PARTS.search(text):
        return
    said = _features(fold(remarks[0]).text, view.language)
    thing = _features(text[other.start : _end_of(text, other)], view.language)
    named = {count.value for row in rows for count in row.remarks.counts} if not other.article else frozenset()
    if not thing or thing & said or (other.value in named and other.value != first.value):
        return
    if not _features(text[first.start : first.reach], view.language) & said or (
        other.article and len(thing) < LEAST_WORDS
    ):
        return
    message = Text.of(
        N_("The remarks do not seem to speak of “{words}”."),
        words=told.planned.quote(other.start, _end_of(text, other)),
    )
    span = mark(told.planned, None, PLANNED, other.start, _end_of(text, other))
    yield Problem(output.id, message, rows[-1].component.id, "remarks", (span,), guess=True)


def _other_deed(view: View, output: Output) -> Iterator[Problem]:
    """What a planned text does besides what its one figure counts, and the remarks do not speak of.

    Wrong: "Negotiation of 3 agreements and conduct of a study of costs", 3, "3 agreements were negotiated, with …".
    """
    if len(output.components) != 1:
        return
    folded = _folded(view, output)
    deed = view.language.remarks.next_deeds.search(folded.text)
    if deed is None:
        return
    (row,) = telling(view, output).rows
    if row.figure.outcome is not Outcome.MET or not row.figure.read:
        return
    shortest, least = (SHORTEST_WORDS, LEAST_WORDS) if view.language.remarks.spaced else (SHORTEST, LEAST)
    if not shortest <= len(row.component.remarks) <= LONGEST or row.component.explanation:
        return
    value = row.figure.planned.value
    counts = [count for count in telling(view, output).planned.counts if count.value == value and not count.article]
    if not counts:
        return
    parts = (folded.text[: deed.start()], folded.text[deed.start() :])
    answered, other = parts if counts[0].start < deed.start() else parts[::-1]
    said, here = _features(row.remarks.folded.text, view.language), _features(answered, view.language)
    thing = _features(other, view.language) - here
    if not here & said or thing & said or len(thing) < least or view.language.counts.purposes.search(other):
        return
    planned, cut = output.planned_text[:LONGEST], folded.source(deed.start())
    start, end = (0, cut) if other is parts[0] else (cut, len(planned))
    message = Text.of(N_("The remarks do not seem to speak of “{words}”."), words=planned[start:end].strip())
    span = Mark(None, PLANNED, start, end)
    yield Problem(output.id, message, row.component.id, "remarks", (span,), guess=True)


def _end_of(text: str, count: Count) -> int:
    """Where the deliverable of a count ends: Chinese counts reach to their measure word."""
    if count.reach - count.end > 1:
        return count.reach
    stop = _STOP.search(text, count.end)
    return min(stop.start() if stop else len(text), count.end + 24)


def _is_joined(between: str, count: Count, view: View) -> bool:
    """Whether "and" stands between two counts, with a word for a deed behind it or nothing."""
    words = view.language.counts
    if not view.language.spaced:
        return any(step in between for step in words.steps) or count.joined
    return count.joined or any(f" {step} " in between for step in words.steps)


def _features(text: str, language: Language) -> set[str]:
    """Beginnings of words, and pairs of signs of scripts without spaces, by which two texts can be compared."""
    nouns = language.nouns
    words = _WORD.findall(text)
    found = {(nouns.without_article(word) if nouns.article else word)[:5] for word in words}
    for run in RUNS.findall(text):
        found.update(run[i : i + 2] for i in range(len(run) - 1))
    return found
