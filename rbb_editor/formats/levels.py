"""Headings that only their style shows: which level of the outline a heading level of the file stands for."""

from collections import Counter
from collections.abc import Sequence

from rbb_editor.domain.entities import Level
from rbb_editor.formats.blocks import Block, Heading
from rbb_editor.formats.headings import Mark, What

LEVELS = {
    What.DEPARTMENT: Level.DEPARTMENT,
    What.OFFICE: Level.OFFICE,
    What.ACCOMPLISHMENT: Level.ACCOMPLISHMENT,
}


def level_of_style(blocks: Sequence[Block], marks: Sequence[Mark | None]) -> dict[int, Level]:
    """For each heading that its wording does not explain, by its index: the level that its style stands for.

    `marks`: what each block is the heading of by its wording.

    A style level means what most headings of that level are by their wording. Where none is worded, the levels that
    are in use stand, from the highest, for departments, offices and accomplishments (two: without offices).
    """
    headings = [
        (index, block, mark)
        for index, (block, mark) in enumerate(zip(blocks, marks, strict=True))
        if isinstance(block, Heading) and block.level is not None
    ]
    meaning = _worded([(block.level, mark) for _, block, mark in headings if block.level is not None])
    plain = [(index, block.level) for index, block, mark in headings if mark is None and block.level is not None]
    accomplishments_worded = any(mark is not None and mark.what is What.ACCOMPLISHMENT for mark in marks)
    if not meaning:
        meaning = _unworded(sorted({level for _, level in plain}), accomplishments_worded=accomplishments_worded)
    for level in sorted({level for _, level in plain} - set(meaning)):
        guess = _between(level, meaning, accomplishments_worded=accomplishments_worded)
        if guess is not None:
            meaning[level] = guess
    return {index: meaning[level] for index, level in plain if level in meaning}


def _worded(headings: list[tuple[int, Mark | None]]) -> dict[int, Level]:
    counts: dict[int, Counter[Level]] = {}
    for level, mark in headings:
        if mark is not None and mark.what in LEVELS:
            counts.setdefault(level, Counter())[LEVELS[mark.what]] += 1
    return {level: counter.most_common(1)[0][0] for level, counter in counts.items()}


def _unworded(levels: list[int], *, accomplishments_worded: bool) -> dict[int, Level]:
    """The meaning of heading levels where no heading is worded as one."""
    order = [Level.DEPARTMENT, Level.OFFICE]
    if not accomplishments_worded:
        order = [Level.DEPARTMENT, Level.OFFICE, Level.ACCOMPLISHMENT][-len(levels) :] if levels else []
        if len(levels) == 2:
            order = [Level.DEPARTMENT, Level.ACCOMPLISHMENT]
    return dict(zip(levels, order, strict=False))


def _between(level: int, meaning: dict[int, Level], *, accomplishments_worded: bool) -> Level | None:
    """What a heading level means, given what the others mean: the next one down from the one above."""
    order = [Level.DEPARTMENT, Level.OFFICE, Level.ACCOMPLISHMENT]
    above = [order.index(found) for other, found in meaning.items() if other < level]
    below = [order.index(found) for other, found in meaning.items() if other > level]
    lowest = max(above) + 1 if above else 0
    highest = min(below) - 1 if below else (1 if accomplishments_worded else 2)
    return order[lowest] if lowest <= min(highest, 2) else None
