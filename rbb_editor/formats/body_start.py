"""What a block is the heading of by its wording, and where in a document the departments begin and end."""

from collections.abc import Sequence

from msgspec.structs import replace

from rbb_editor.formats.blocks import Block, Cell, Heading, Paragraph, Row
from rbb_editor.formats.headings import Mark, What, read_heading
from rbb_editor.formats.tables import head_columns, is_plainly_output

MOST_LINES = 2
"""Between the heading of the first department and the first accomplishment."""
SENTENCE_ENDS = tuple(".;。；:：")
"""No heading ends so; with a comma it may, where its title goes on in the next line."""


def mark_of(block: Block) -> Mark | None:
    """What a block is the heading of by its wording: a paragraph, or a row with one cell that is not empty."""
    if isinstance(block, (Heading, Paragraph)):
        return read_heading(block.text)
    if isinstance(block, Row):
        full = [cell for cell in block.cells if cell.paragraphs]
        if len(full) == 1 and full[0] is block.cells[0] and len(full[0].paragraphs) == 1:
            mark = read_heading(full[0].text)
            alone = len(block.cells) == 1 and mark is not None and mark.what in (What.DEPARTMENT, What.OFFICE)
            return mark if mark is not None and (mark.sure or alone) else None
        if len(full) == 2 and full[0] is block.cells[0]:
            return _in_two_cells(*full)
    return None


def _in_two_cells(first: Cell, second: Cell) -> Mark | None:
    """An accomplishment whose number and title stand in a cell each."""
    mark = read_heading(first.text)
    alone = mark is not None and mark.sure and mark.what is What.ACCOMPLISHMENT and mark.number and not mark.title
    return replace(mark, title=" ".join(second.text.split())) if mark is not None and alone else None


def body_start(blocks: Sequence[Block], marks: Sequence[Mark | None]) -> int:
    """Where the departments begin: at the first accomplishment or table of outputs, with the headings above it.

    `marks`: what each block is the heading of by its wording.
    """
    first = len(blocks)
    for index, (block, mark) in enumerate(zip(blocks, marks, strict=True)):
        if (mark is not None and mark.sure and mark.what is What.ACCOMPLISHMENT) or (
            isinstance(block, Row) and head_columns(block) is not None
        ):
            first = index
            break
    below_frameworks = False
    while first > 0:
        block, mark = blocks[first - 1], marks[first - 1]
        known = mark is not None and mark.what in (What.DEPARTMENT, What.OFFICE, What.SECTION, What.ACCOMPLISHMENT)
        blank = isinstance(block, Row) and not any(cell.paragraphs for cell in block.cells)
        of_frameworks = mark is not None and mark.what is What.SECTION and mark.sure
        if below_frameworks and not of_frameworks:
            break  # what stands above them is another chapter
        below_frameworks = below_frameworks or of_frameworks
        if known or blank or (isinstance(block, Heading) and mark is None):
            first -= 1
        elif above := _lines_below_department(blocks, marks, first):
            first -= above
        else:
            break
    return first


def _lines_below_department(blocks: Sequence[Block], marks: Sequence[Mark | None], first: int) -> int:
    """How far above is the heading of a department with but a few lines below it, such as its objective; 0 for none."""
    for above in range(2, MOST_LINES + 2):
        if above > first or not isinstance(blocks[first - above + 1], Paragraph):
            return 0
        mark = marks[first - above]
        if mark is not None and mark.what in (What.DEPARTMENT, What.OFFICE):
            return above if not mark.title.endswith(SENTENCE_ENDS) else 0
    return 0


def body_end(blocks: Sequence[Block], marks: Sequence[Mark | None]) -> int:
    """Where the departments end: at the first chapter, such as that of the resources, below the last output.

    `marks`: what each block is the heading of by its wording.
    """
    end = len(blocks)
    for index in range(len(blocks) - 1, -1, -1):
        block, mark = blocks[index], marks[index]
        if isinstance(block, Row) and (head_columns(block) is not None or is_plainly_output(block)):
            return end
        if mark is None:
            continue
        if mark.what is What.ACCOMPLISHMENT and mark.sure:
            return end
        chapter = mark.what is What.SECTION and not mark.sure
        if chapter and (isinstance(block, Heading) or (isinstance(block, Paragraph) and block.bold)):
            end = index
    return len(blocks)
