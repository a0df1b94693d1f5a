"""Tables of expected accomplishments beside their indicators, above those of outputs: headings are made of the first.

So budgets, and reports that follow their form, set a framework: "Expected accomplishments | Indicators of achievement".
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from rbb_editor.domain.text import N_, Text
from rbb_editor.formats import wording
from rbb_editor.formats.blocks import Block, Cell, Heading, Row
from rbb_editor.formats.headings import NUMBER
from rbb_editor.formats.imported import Certainty, Kind
from rbb_editor.formats.notebook import Notebook
from rbb_editor.formats.tables import is_indicator_head

LOWEST_HEAD = 3
"""In this row of its table at most a head stands, below titles."""
NUMBERED = re.compile(rf"\A\s*(?:{NUMBER})\s*[.:：]?\s*\S")


def headings_out_of_frameworks(blocks: Sequence[Block], notes: Notebook) -> list[Block]:
    """The blocks with the accomplishments of each such table as headings above it; all others as they are."""
    return list(_blocks(blocks, notes))


def _blocks(blocks: Sequence[Block], notes: Notebook) -> Iterator[Block]:
    at = 0
    while at < len(blocks):
        block = blocks[at]
        column = _column(block) if isinstance(block, Row) else None
        if column is None:
            yield block
            at += 1
            continue
        assert isinstance(block, Row)
        end = _end(blocks, at)
        rows = [each for each in blocks[at + 1 : end] if isinstance(each, Row)]
        yield from _headings(block.cells[column].text, column, rows, notes)
        yield block
        for row in rows:
            yield replace(row, cells=tuple(Cell() if index == column else cell for index, cell in enumerate(row.cells)))
        at = end


def _column(row: Row) -> int | None:
    """Which column of a table names accomplishments, by its head; None where it is no such table."""
    if len(row.cells) < 2 or not 1 <= row.place.row <= LOWEST_HEAD or not is_indicator_head(row):
        return None
    spelt = {each for words in wording.all_words() for each in words.accomplishment}
    return next((index for index, cell in enumerate(row.cells) if wording.fold(cell.text) in spelt), None)


def _end(blocks: Sequence[Block], head: int) -> int:
    """Where the rows of a table end that goes on as it began."""
    first = blocks[head]
    assert isinstance(first, Row)
    end = head + 1
    while end < len(blocks):
        block = blocks[end]
        if not isinstance(block, Row) or block.table != first.table or len(block.cells) != len(first.cells):
            break
        end += 1
    return end


def _headings(head: str, column: int, rows: Sequence[Row], notes: Notebook) -> Iterator[Heading]:
    """The accomplishments of a table, worded as headings of them are."""
    label = " ".join(head.split()).rstrip(" :：")
    for row in rows:
        text = " ".join(row.cells[column].text.split())
        if not text:
            continue
        message = Text.of(N_("An accomplishment stands in a table beside its indicators; it was made a heading."))
        notes.add(Kind.READ, Certainty.LIKELY, message, [row.place], source=text)
        yield Heading(f"{label} {text}" if NUMBERED.match(text) else f"{label}: {text}", row.place)
