"""Figures that share a cell, or stand at the head of a remark or in the row of the output before theirs."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import combinations, pairwise

from rbb_editor.domain.entities import Component, Output
from rbb_editor.domain.figures import numbers_in, read_actual, read_planned, split_actuals, suggest_labels
from rbb_editor.domain.language import Language
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.reasons import split_remarks
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.values import MISSING, ActualKind, Outcome
from rbb_editor.formats.blocks import OUTPUT
from rbb_editor.formats.drafts import Draft, Figure, Part
from rbb_editor.formats.evidence import Evidence
from rbb_editor.formats.imported import Certainty, Kind
from rbb_editor.formats.notebook import Notebook
from rbb_editor.formats.paragraphs import begins_with_reason, paragraphs
from rbb_editor.formats.sharing import share

LEADING = re.compile(r"^(\d{1,3}(?: \d{3})*)\s+(?=\D)")
UNIT_USES = 4
"""So often must a character follow numbers in a text to be taken for a unit of count ("份", "次")."""
CLEARER = 2.0
MOST_LINES = 8
STROKES = frozenset("-–—")


def repair_cells(drafts: list[Draft], evidence: Evidence, units: Counter[str], notes: Notebook) -> None:
    """Puts each figure of one accomplishment into a component of its own, with its remarks."""
    _figures_before_their_output(drafts, evidence, notes)
    _figures_in_remarks(drafts, evidence.language, units, notes)
    reader = Reader(evidence.language)
    for draft in drafts:
        _take_apart(draft, evidence, reader, notes)


def units_of(texts: Iterable[str]) -> Counter[str]:
    """How often each character (or word's first letters) follows a number in planned texts and remarks."""
    found: Counter[str] = Counter()
    for text in texts:
        found.update(re.findall(r"\d\s?([^\W\d_])", text))
    return found


# several figures in one cell


def _take_apart(draft: Draft, evidence: Evidence, reader: Reader, notes: Notebook) -> None:
    figures: list[Figure] = []
    for figure in draft.figures:
        pieces = _pieces(figure, draft, evidence.language)
        if len(pieces) < 2:
            figures.append(figure)
            continue
        if figure.reason:  # it goes with the remarks, to be shared as they are
            figure.parts.append(Part(figure.reason, figure.place, noted=True))
        pieces = _with_blanks(pieces, figure, draft, evidence.language)
        labels = suggest_labels(draft.planned, len(pieces), evidence.language)
        shared = share(figure.remarks, pieces, labels, evidence)
        targets = figure.target.split("\n")
        if len(targets) != len(pieces):
            targets = [""] * len(pieces)
        apart = [
            Figure(
                piece,
                [Part(text, figure.place)] if text else [],
                figure.place,
                figure.breaks,
                figure.ids,
                target=target,
            )
            for piece, text, target in zip(pieces, shared, targets, strict=True)
        ]
        figures += apart
        message = Text.of(
            N_("{count} figures shared one cell and were taken apart, with their remarks: {figures}."),
            count=len(pieces),
            figures=" · ".join(piece or "–" for piece in pieces),
        )
        certainty = Certainty.LIKELY if all(shared) else Certainty.GUESS
        source = "\n".join(filter(None, (figure.completed, figure.target)))
        notes.add(Kind.TAKEN_APART, certainty, message, [figure.place], source=source)
        _reason_for_all(draft, apart, reader, notes)
    draft.figures = figures


def _with_blanks(pieces: list[str], figure: Figure, draft: Draft, language: Language) -> list[str]:
    """The figures of a cell with a blank where one of the planned counts has none: its remark names no other figure.

    Only where each count has a paragraph of remarks and every figure stands in one of them, in their order, or, where
    they name no figures at all, is just what was planned.
    """
    lines = [line for line in figure.remarks.split("\n") if line.strip()]
    missing = len(lines) - len(pieces)
    if missing < 1 or len(lines) > MOST_LINES or any(begins_with_reason(line, language) for line in lines):
        return pieces
    labels = suggest_labels(draft.planned, len(lines), language)
    if not all(labels):
        return pieces
    named = [{number.value for number in numbers_in(line, language)} for line in lines]
    values = [read_actual(piece, language).value for piece in pieces]
    ways = [
        way
        for way in combinations(range(len(lines)), len(pieces))
        if all(value in named[at] for value, at in zip(values, way, strict=True))
    ]
    if not any(named):
        planned = [each.value for each in read_planned(draft.planned, [MISSING] * len(lines), labels, language)]
        every = combinations(range(len(lines)), len(pieces))
        ways = [way for way in every if all(value == planned[at] for value, at in zip(values, way, strict=True))]
    if len(ways) != 1:
        return pieces
    placed = dict(zip(ways[0], pieces, strict=True))
    return [placed.get(at, "") for at in range(len(lines))]


def _reason_for_all(draft: Draft, figures: list[Figure], reader: Reader, notes: Notebook) -> None:
    """A reason below several shortfalls of one cell is that of each: no shortfall may stand without one."""
    language = reader.language
    told = [figure for figure in figures if figure.remarks] or figures
    *_, last = paragraphs(told[-1].remarks, language) or [""]
    if not begins_with_reason(last, language):
        return
    components = tuple(Component(str(index), figure.completed, figure.remarks) for index, figure in enumerate(figures))
    known = reader.figures(Output("draft", "draft", "1", draft.planned, components))
    others = [figure for figure in figures if figure is not told[-1]]
    unexplained = all(not split_remarks(each.remarks, Outcome.SHORTFALL, language).explanation for each in others)
    if not unexplained or any(figure.outcome is not Outcome.SHORTFALL for figure in known):
        return
    for figure in others:
        figure.parts.append(Part(last, figure.place, noted=True))
    message = Text.of(N_("One reason stood below several shortfalls; it was given to each of them."))
    notes.add(Kind.GUESSED, Certainty.GUESS, message, [figures[0].place], source=last)


def _pieces(figure: Figure, draft: Draft, language: Language) -> list[str]:
    """The figures in a completed cell: one for each paragraph that holds one, or several in a line."""
    if OUTPUT in figure.ids:
        return [figure.completed]
    lines = [line.strip() for line in figure.completed.split("\n") if line.strip()]
    kinds = [read_actual(line, language).kind for line in lines]
    if len(lines) > 1 and ActualKind.TEXT not in kinds:
        return lines
    if len(lines) != 1:
        return [figure.completed]
    words = lines[0].split()
    if (
        any(word in STROKES for word in words)
        and len(words) == figure.remarks.count("\n") + 1 > 2
        and all(
            word in STROKES or read_actual(word, language).kind in (ActualKind.QUANTITY, ActualKind.YES_NO)
            for word in words
        )
    ):
        return words  # a stroke stands for a figure that there is not
    return split_actuals(lines[0], language, draft.planned, figure.remarks)


# figures at the head of remarks


def _figures_in_remarks(drafts: list[Draft], language: Language, units: Counter[str], notes: Notebook) -> None:
    """A paragraph of remarks that begins with the figure of a cell which the text lost."""
    for index, draft in enumerate(drafts):
        for figure in list(draft.figures):
            if OUTPUT in figure.ids or figure.place.line is None:
                continue
            _take_out(figure, draft, drafts[index - 1] if index else None, language, units, notes)


def _take_out(
    figure: Figure, draft: Draft, above: Draft | None, language: Language, units: Counter[str], notes: Notebook
) -> None:
    lines = [line for part in figure.parts for line in part.text.split("\n")]
    heads = [_displaced(line, language, units) for line in lines]
    if not any(heads):
        return
    own: list[str] = []
    more: list[tuple[str, str]] = []
    repeated = [index for index, head in enumerate(heads) if head is not None and head[0] == figure.completed.strip()]
    first_own = repeated[0] if repeated else 0
    given_away: list[tuple[str, str]] = []
    for index, (line, head) in enumerate(zip(lines, heads, strict=True)):
        if head is None:
            target = given_away if index < first_own and given_away else more
            if target:
                target[-1] = (target[-1][0], f"{target[-1][1]}\n{line}")
            else:
                own.append(line)
        elif index == first_own and repeated:
            own.append(head[1])
        elif index < first_own and above is not None:
            given_away.append(head)
        else:
            more.append(head)
    figure.parts = [Part("\n".join(own), figure.place, figure.breaks)] if own else []
    at = draft.figures.index(figure) + 1
    draft.figures[at:at] = [Figure(number, [Part(text, figure.place)], figure.place) for number, text in more]
    if above is not None and given_away:
        above.figures += [Figure(number, [Part(text, figure.place)], figure.place) for number, text in given_away]
    found = ", ".join(head[0] for head in heads if head is not None)
    message = Text.of(
        N_("Figures stood at the head of remarks ({figures}) and were taken for completed figures."), figures=found
    )
    notes.add(Kind.MOVED, Certainty.GUESS, message, [figure.place], source="\n".join(lines))


def _displaced(line: str, language: Language, units: Counter[str]) -> tuple[str, str] | None:
    """(figure, rest) where a paragraph begins with a bare number that it names again and that counts nothing here."""
    match = LEADING.match(line)
    if match is None or match.end() == len(line):
        return None
    rest = line[match.end() :]
    value = int(match[1].replace(" ", ""))
    if value not in {number.value for number in numbers_in(rest, language)}:
        return None
    first = rest[0]
    counts = units[first] >= UNIT_USES if not language.spaced else not first.isupper()
    return None if counts else (match[1], rest)


# a figure in the row of the output before its own


def _figures_before_their_output(drafts: list[Draft], evidence: Evidence, notes: Notebook) -> None:
    """The last figure before a page break may be the first of the output after it, printed above its planned text."""
    for draft, after in pairwise(drafts):
        figure = draft.figures[-1]
        if not after.breaks or len(draft.figures) < 2 or figure.place in draft.places[:1] or not figure.completed:
            continue
        remarks = figure.remarks
        own = evidence.likeness(remarks, draft.planned)
        next_one = evidence.likeness(remarks, after.planned)
        if not remarks or OUTPUT in figure.ids or next_one < 0.1 or next_one < CLEARER * own:
            continue
        draft.figures.pop()
        draft.places = [place for place in draft.places if place != figure.place]
        after.figures.insert(0, figure)
        message = Text.of(N_("A figure stood above the planned text that it reports on and was moved to it."))
        notes.add(Kind.MOVED, Certainty.GUESS, message, [figure.place, after.places[0]], source=remarks)
