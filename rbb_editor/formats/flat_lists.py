"""Lists in which each row says itself where it belongs: columns of department, office and accomplishment.

So spreadsheets and databases export a report. Such a list becomes the headings and rows that a document has.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rbb_editor.domain.text import N_, Text
from rbb_editor.formats import wording
from rbb_editor.formats.blocks import Block, Cell, Heading, Row
from rbb_editor.formats.headings import What
from rbb_editor.formats.imported import Certainty, Kind
from rbb_editor.formats.notebook import Notebook
from rbb_editor.formats.tables import head_columns

LEVELS = (What.DEPARTMENT, What.OFFICE, What.ACCOMPLISHMENT)


class Flat(Struct, frozen=True):
    """The head of such a list: which column names the sections of each level, how many columns there are."""

    levels: tuple[tuple[What, int], ...]
    count: int

    def rest(self, row: Row) -> Row:
        """The row without the columns of the sections."""
        ours = {column for _, column in self.levels}
        return replace(row, cells=tuple(cell for at, cell in enumerate(row.cells) if at not in ours))


def headings_out_of_columns(blocks: Sequence[Block], notes: Notebook) -> list[Block]:
    """The blocks with each such list as headings and rows; all others as they are."""
    return list(_blocks(blocks, notes))


def _blocks(blocks: Sequence[Block], notes: Notebook) -> Iterator[Block]:
    flat: Flat | None = None
    table = -1
    now: dict[What, str] = {}
    for block in blocks:
        if not isinstance(block, Row):
            yield block
            continue
        if flat is not None and block.table != table:
            flat = None
        head = _flat_head(block)
        if head is not None:
            if flat is None:
                message = Text.of(N_("The sections stand in columns of the table; they were made headings."))
                notes.add(Kind.READ, Certainty.CERTAIN, message, [block.place])
            flat, table = head, block.table
            yield flat.rest(block)
        elif flat is None or len(block.cells) <= max(column for _, column in flat.levels):
            yield block
        else:
            row = _filled(block, flat.count)
            yield from _headings(row, flat, now)
            yield flat.rest(row)


def _filled(row: Row, count: int) -> Row:
    """A row with the empty cells that a list separated by commas leaves out at its end."""
    return replace(row, cells=(*row.cells, *(Cell() for _ in range(count - len(row.cells)))))


def _flat_head(row: Row) -> Flat | None:
    """The head row of such a list: the columns of outputs and, before them, those of sections."""
    if len(row.cells) < len(LEVELS) + 1:
        return None
    named: dict[What, int] = {}
    for at, cell in enumerate(row.cells):
        what = _level_of(cell.text)
        if what is What.DEPARTMENT and what in named:
            what = What.OFFICE  # "Department", "Entity": the second is part of the first
        if what is not None and what not in named:
            named[what] = at
    if What.ACCOMPLISHMENT not in named:
        return None
    flat = Flat(tuple((what, named[what]) for what in LEVELS if what in named), len(row.cells))
    return flat if head_columns(flat.rest(row)) is not None else None


def _level_of(text: str) -> What | None:
    plain = wording.fold(text)
    if not plain:
        return None
    for words in wording.all_words():
        if plain in words.accomplishment:
            return What.ACCOMPLISHMENT
        if plain in words.department_column:
            return What.DEPARTMENT
        if plain in words.office_column:
            return What.OFFICE
    return None


def _headings(row: Row, flat: Flat, now: dict[What, str]) -> Iterator[Heading]:
    """The headings of the sections that begin with a row; a cell left blank goes on with the section above."""
    fresh = False
    for level, column in flat.levels:
        text = " ".join(row.cells[column].text.split())
        deeper = LEVELS[LEVELS.index(level) + 1 :]
        if not text and level is What.OFFICE and fresh:
            now.pop(level, None)
        if not text or (now.get(level) == text and not fresh):
            continue
        for each in deeper:
            now.pop(each, None)
        now[level], fresh = text, True
        yield Heading(text, row.place, LEVELS.index(level) + 1)
