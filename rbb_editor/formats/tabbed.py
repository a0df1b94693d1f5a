"""Paragraphs of a Word file whose words tab stops set in columns: they are rows from the first head row on."""

from collections.abc import Iterator, Sequence

from rbb_editor.formats.blocks import Block, Cell, Paragraph, Row
from rbb_editor.formats.headings import read_heading
from rbb_editor.formats.tables import head_columns

FEWEST = 3


def rows_out_of_tabs(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks with such paragraphs as rows; the same blocks where no paragraph is a head row."""
    if not any(isinstance(block, Paragraph) and len(block.cells) >= FEWEST and _is_head(block) for block in blocks):
        return blocks
    return list(_blocks(blocks))


def _blocks(blocks: Sequence[Block]) -> Iterator[Block]:
    table = 0  # numbers below those of real tables
    for block in blocks:
        if not isinstance(block, Paragraph) or len(block.cells) < 2:
            yield block
            continue
        head = _is_head(block)
        table -= head
        if not table or (not head and _is_heading(block)):
            yield block
        else:
            yield _row(block, table)


def _is_heading(block: Paragraph) -> bool:
    """Whether the tab stands behind the number of a heading."""
    mark = read_heading(" ".join(cell.strip() for cell in block.cells))
    return mark is not None and (mark.sure or len(block.cells) < FEWEST)


def _is_head(block: Paragraph) -> bool:
    return head_columns(_row(block, 0)) is not None


def _row(block: Paragraph, table: int) -> Row:
    cells = (tuple(line.strip() for line in text.split("\n") if line.strip()) for text in block.cells)
    return Row(tuple(map(Cell, cells)), block.place, table=table, bold=block.bold)
