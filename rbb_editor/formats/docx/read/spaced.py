"""Paragraphs of a Word file whose words spaces set in columns, as text of a fixed width is: read as such text."""

from collections.abc import Sequence

from msgspec.structs import replace

from rbb_editor.formats import separators
from rbb_editor.formats.blocks import Block, Footnote, Place, Property, Row
from rbb_editor.formats.docx.read.body import Body
from rbb_editor.formats.docx.read.items import Line
from rbb_editor.formats.layout_text import blocks_in_columns

GAP = "   "


def rows_out_of_spaces(body: Body, blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks of a document without tables, its rows made of such lines; the same blocks where there are none."""
    if any(isinstance(block, Row) for block in blocks) or not any(GAP in text for text in body.package.body.itertext()):
        return blocks
    again = Body(body.package, body.view)  # what is counted on the way, such as numbers of headings, is counted anew
    paragraphs = [_numbered(item) for item in again.items() if isinstance(item, Line)]
    lines = [(line, number) for number, text in enumerate(paragraphs, start=1) for line in text.split("\n")]
    texts = [line for line, _ in lines]
    columns = separators.of_text(texts)[1]
    if not columns.grids:
        return blocks
    others = [block for block in blocks if isinstance(block, (Footnote, Property))]
    made = blocks_in_columns(texts, columns)
    return [*others, *(replace(block, place=Place(paragraph=lines[(block.place.line or 1) - 1][1])) for block in made)]


def _numbered(line: Line) -> str:
    """The text of a paragraph, its spaces as they stand, with the number that Word puts before it."""
    return f"{line.number} {line.text}" if line.number and line.text.strip() else line.text
