"""Outputs that share a row or a cell of it: as paragraphs of one row, or under a figure or remarks merged over rows."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rbb_editor.domain.figures import read_actual
from rbb_editor.domain.language import Language
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.values import ActualKind
from rbb_editor.formats.blocks import OUTPUT
from rbb_editor.formats.drafts import Draft, Figure, Part
from rbb_editor.formats.evidence import CONTINUING, HANGING, LIST_MARK, WORD, Evidence
from rbb_editor.formats.imported import Certainty, Kind
from rbb_editor.formats.line_words import hanging_signs, hanging_words
from rbb_editor.formats.notebook import Notebook
from rbb_editor.formats.paragraphs import begins_with_reason
from rbb_editor.formats.sharing import share

CLEARER = 1.5
"""A remark must look so many times more like one planned text than like any other to be the report on it alone."""
MOST_COPIED = 100_000
"""Letters of remarks that are given to each of several outputs, all together; more stays with the first."""
GOES_ON = (*HANGING, ";", "；", "؛")


def stand_alone(texts: Sequence[str]) -> bool:
    """Whether the paragraphs of a cell are planned texts of their own: none goes on in the next or from the one above.

    Items of a list are, where all are: below a sentence they are part of its output.
    """
    items = [LIST_MARK.match(text) is not None for text in texts]
    if any(items) and not all(items):
        return False
    begun = not any(text.startswith(CONTINUING) or (text[:1].islower() and not items[0]) for text in texts)
    return begun and not any(map(_goes_on, texts[:-1]))


def _goes_on(text: str) -> bool:
    if text.endswith(GOES_ON) or hanging_signs().search(text[-2:]):
        return True
    last = WORD.findall(text[-30:].casefold())
    return bool(last) and last[-1] in hanging_words()


def outputs_apart(drafts: list[Draft], evidence: Evidence, notes: Notebook) -> list[Draft]:
    """The drafts, each of one planned text: a cell may hold a paragraph for each of several outputs."""
    found = []
    for draft in drafts:
        planned = draft.planned.split("\n")
        figures = _figures(draft, len(planned), evidence.language)
        found += _apart(draft, planned, figures, evidence, notes) if figures and stand_alone(planned) else [draft]
    return found


def _figures(draft: Draft, count: int, language: Language) -> list[str]:
    """The completed figures of `count` outputs in one cell, a line each; none where the cell holds anything else."""
    if count < 2 or len(draft.figures) != 1 or OUTPUT in draft.figures[0].ids:
        return []
    lines = [line.strip() for line in draft.figures[0].completed.split("\n") if line.strip()]
    kinds = {read_actual(line, language).kind for line in lines}
    return lines if len(lines) == count and not kinds & {ActualKind.TEXT, ActualKind.MISSING} else []


def _apart(draft: Draft, planned: list[str], figures: list[str], evidence: Evidence, notes: Notebook) -> list[Draft]:
    whole = draft.figures[0]
    remarks, sure = _remarks_of_each(whole.remarks, figures, planned, evidence)
    message = Text.of(
        N_("{count} outputs stood in one row, a paragraph each, and were taken apart."), count=len(planned)
    )
    source = "\n".join(filter(None, (draft.planned, whole.completed, whole.remarks, whole.reason, whole.target)))
    notes.add(Kind.TAKEN_APART, Certainty.LIKELY if sure else Certainty.GUESS, message, [whole.place], source=source)
    reasons = whole.reason.split("\n")
    targets = whole.target.split("\n")
    return [
        Draft(
            text,
            [
                Figure(
                    figure,
                    [Part(remark, whole.place)] if remark else [],
                    whole.place,
                    whole.breaks and at == 0,
                    reason=reasons[at] if len(reasons) == len(planned) else whole.reason,
                    target=targets[at] if len(targets) == len(planned) else "",
                )
            ],
            draft.places,
            draft.breaks and at == 0,
        )
        for at, (text, figure, remark) in enumerate(zip(planned, figures, remarks, strict=True))
    ]


def _remarks_of_each(
    remarks: str, figures: list[str], planned: list[str], evidence: Evidence
) -> tuple[list[str], bool]:
    """The remarks on each of several outputs, and whether that is sure.

    One remark is that of the output that it names or speaks of; where it speaks of none or of several, of each.
    """
    if not remarks.strip():
        return [""] * len(figures), True
    lines = remarks.split("\n")
    if len(lines) == len(figures):
        return lines, True
    shared = share(remarks, figures, planned, evidence)
    if len(lines) > 1 or all(map(evidence.reports, shared, figures)):
        return shared, False
    best, *others = sorted(
        (
            (evidence.likeness(remarks, text, figure), at)
            for at, (text, figure) in enumerate(zip(planned, figures, strict=True))
        ),
        reverse=True,
    )
    if best[0] > CLEARER * others[0][0]:
        return [remarks if at == best[1] else "" for at in range(len(figures))], False
    return _for_each(remarks, len(figures)), False


def _for_each(remarks: str, count: int) -> list[str]:
    if len(remarks) * count > MOST_COPIED:
        return [remarks, *("" for _ in range(count - 1))]
    return [remarks] * count


def share_merged_cells(drafts: Sequence[Draft], evidence: Evidence, notes: Notebook) -> None:
    """Gives what stands in a cell that is merged over the rows of several outputs to each of them."""
    for group in _beside_one_cell(drafts):
        _share_remarks(group, evidence, notes)
    for above, draft in pairwise(drafts):
        if draft.figures[0].completed_merged and not draft.figures[0].completed:
            _share_figure(above.figures[-1], draft.figures[0], evidence.language, notes)


def _beside_one_cell(drafts: Sequence[Draft]) -> Iterator[list[Draft]]:
    """The outputs, those together that one cell of remarks stands beside: from the last figure of the first one on."""
    group: list[Draft] = []
    for draft in drafts:
        first, last = draft.figures[0], draft.figures[-1]
        if group and first.remarks_merged and not first.parts:
            group.append(draft)
            if not last.parts:
                continue
        if group:
            yield group
        group = [draft]
    if group:
        yield group


def _share_remarks(drafts: Sequence[Draft], evidence: Evidence, notes: Notebook) -> None:
    """Cut where each output has a paragraph of its own or is named by its figure; else they are the remarks on all."""
    remarks = drafts[0].figures[-1].remarks
    if len(drafts) < 2 or not remarks:
        return
    figures = [draft.figures[0].completed for draft in drafts]
    lines = remarks.split("\n")
    if len(lines) == len(drafts) and not any(begins_with_reason(line, evidence.language) for line in lines):
        pieces = lines
    else:
        pieces = share(remarks, figures, [draft.planned for draft in drafts], evidence)
        if not all(map(evidence.reports, pieces, figures)):
            pieces = _for_each(remarks, len(drafts))
    for draft, piece in zip(drafts, pieces, strict=True):
        figure = draft.figures[-1] if draft is drafts[0] else draft.figures[0]
        figure.parts = [Part(piece, figure.place)] if piece else []
    message = Text.of(
        N_("One cell of remarks stood beside {count} outputs; each was given its part of them, or all of them."),
        count=len(drafts),
    )
    places = [draft.figures[0].place for draft in drafts]
    notes.add(Kind.GUESSED, Certainty.GUESS, message, places, source=remarks)


def _share_figure(above: Figure, below: Figure, language: Language, notes: Notebook) -> None:
    """One answer beside several outputs is that of each; a count may be all of theirs together."""
    if read_actual(above.completed, language).kind is ActualKind.YES_NO:
        below.completed = above.completed
        kind, message = (
            Kind.GUESSED,
            Text.of(N_("One answer stood beside several outputs; it was given to each of them.")),
        )
    else:
        kind, message = (
            Kind.DOUBT,
            Text.of(N_("One figure stood beside several outputs; only the first of them has it.")),
        )
    notes.add(kind, Certainty.GUESS, message, [above.place, below.place], source=above.completed)
