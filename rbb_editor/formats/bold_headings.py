"""Headings without a number or a style: bold lines above accomplishments, which only their place shows to be some.

A line of the titles on the first page looks alike: such lines are headings where they stand between the tables too.
"""

from collections.abc import Sequence
from functools import cache

from rbb_editor.domain.signs import WORD
from rbb_editor.domain.text import N_
from rbb_editor.formats import wording
from rbb_editor.formats.blocks import Block, Heading, Paragraph, Row
from rbb_editor.formats.body_start import SENTENCE_ENDS, mark_of
from rbb_editor.formats.front_matter import begins_title, stands_alone
from rbb_editor.formats.headings import Mark, What
from rbb_editor.formats.imported import Kind
from rbb_editor.formats.notebook import Notebook
from rbb_editor.formats.tables import head_columns

LONGEST = 150
"""Letters."""
MOST = 2
"""Levels above an accomplishment: a department and an office in it."""


def with_bold_headings(blocks: Sequence[Block], notes: Notebook) -> Sequence[Block]:
    """The blocks with such lines as headings; the same blocks where there are none, or others are known."""
    if any(isinstance(block, Heading) and block.level is not None for block in blocks):
        return blocks
    marks = []
    for block in blocks:
        marks.append(mark_of(block))
        if (mark := marks[-1]) is not None and mark.what in (What.DEPARTMENT, What.OFFICE):
            return blocks
    groups = _groups(blocks, marks)
    near = [group[-MOST:] for group, _ in groups]
    if not any(below_table for _, below_table in groups):
        near = [_named(group, blocks) for group in near]
    deepest = max(map(len, near), default=0)
    levels = {
        index: level
        for group in near
        for index, level in zip(group, _levels_of([_text(blocks[at]) for at in group], deepest), strict=True)
    }
    made = list(blocks)
    for index, level in levels.items():
        block = blocks[index]
        assert isinstance(block, Paragraph)
        made[index] = Heading(block.text, block.place, level, block.bold)
        notes.gather(
            Kind.GUESSED,
            N_("{count} bold line without a number was taken for the heading of a department or office."),
            N_("{count} bold lines without numbers were taken for headings of departments and offices."),
            block.place,
            block.text,
        )
    return made


def _named(group: list[int], blocks: Sequence[Block]) -> list[int]:
    """The lines of a group from the first on that says what it is: "Department of …", "Division of …"."""
    names = _kinds("department_column") | _kinds("office_column")
    named = [at for at, index in enumerate(group) if _speaks_of(names, _text(blocks[index]))]
    return group[named[0] :] if named else []


def _levels_of(texts: Sequence[str], deepest: int) -> range:
    """The levels of the lines of a group.

    One alone is an office where others have two, unless it is in capitals or says that it is a department.
    """
    if len(texts) != 1 or deepest == 1 or texts[0].isupper() or _speaks_of(_kinds("department_column"), texts[0]):
        return range(1, len(texts) + 1)
    return range(2, 3)


def _speaks_of(names: frozenset[str], text: str) -> bool:
    return not names.isdisjoint(WORD.findall(text.casefold()))


@cache
def _kinds(column: str) -> frozenset[str]:
    """The words that head a column of departments or of offices, in all languages."""
    return frozenset(each for words in wording.all_words() for each in getattr(words, column))


def _groups(blocks: Sequence[Block], marks: Sequence[Mark | None]) -> list[tuple[list[int], bool]]:
    """The bold lines right above each accomplishment or table, by index, and whether a table stands above them."""
    found: list[tuple[list[int], bool]] = []
    waiting: list[int] = []
    below_table = in_table = False
    for index, (block, mark) in enumerate(zip(blocks, marks, strict=True)):
        begins = mark is not None and mark.sure and mark.what is What.ACCOMPLISHMENT
        if begins or (isinstance(block, Row) and not in_table and head_columns(block) is not None):
            if waiting:
                found.append((waiting, below_table))
            waiting = []
        elif isinstance(block, Paragraph) and mark is None and _may_be_one(block):
            waiting.append(index)
        elif not isinstance(block, Row) or any(cell.paragraphs for cell in block.cells):
            waiting = []
        in_table = isinstance(block, Row)
        below_table = below_table or (isinstance(block, Row) and head_columns(block) is not None)
    return found


def _may_be_one(block: Paragraph) -> bool:
    text = block.text.strip()
    letters = any(map(str.isalpha, text)) and not (begins_title(text) or stands_alone(text))
    return block.bold and letters and len(text) <= LONGEST and not text.endswith(SENTENCE_ENDS) and "\t" not in text


def _text(block: Block) -> str:
    return block.text if isinstance(block, Paragraph) else ""
