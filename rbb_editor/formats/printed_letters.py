"""Letters as a font draws them, which converters of PDF files leave in the text: the plain letters are put back.

Joined forms of Arabic, ligatures of Latin letters, radicals in the place of Chinese characters, hyphens that are seen
at the end of a line only. Words that a page has hyphenated are put together again.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from rbb_editor.domain.text import N_
from rbb_editor.formats.blocks import Block, Cell, Footnote, Heading, Paragraph, Row, text_of
from rbb_editor.formats.evidence import HYPHENATED
from rbb_editor.formats.hyphens import joined_word
from rbb_editor.formats.imported import Kind
from rbb_editor.formats.notebook import Notebook

FORMS = "\u2f00-\u2fd5\ufb00-\ufb06\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc"
DRAWN = re.compile(f"[{FORMS}]+|(?<=\\w)\u00ad(?=\\w)")
MAY_BE_DRAWN = re.compile(f"[{FORMS}\u00ad]")
"""The same at a glance: a class of letters alone is found ten times as fast."""
HYPHENS = ("-", "\u2010", "\u00ad")


def with_plain_letters(blocks: Sequence[Block], notes: Notebook) -> Sequence[Block]:
    """The blocks with plain letters; the same blocks where there are no others."""
    if not any(MAY_BE_DRAWN.search(text_of(block)) for block in blocks):
        return blocks
    made: list[Block] = []
    for block in blocks:
        plain = _plain(block) if DRAWN.search(text_of(block)) else block
        if plain is not block:
            notes.gather(
                Kind.READ,
                N_("{count} passage in letters as a font draws them was put into plain letters."),
                N_("{count} passages in letters as a font draws them were put into plain letters."),
                block.place,
                text_of(block),
            )
        made.append(plain)
    return made


def _plain(block: Block) -> Block:
    if isinstance(block, Row):
        cells = (replace(cell, paragraphs=tuple(map(_letters, cell.paragraphs))) for cell in block.cells)
        return replace(block, cells=tuple(cells))
    if isinstance(block, Paragraph):
        return replace(block, text=_letters(block.text), cells=tuple(map(_letters, block.cells)))
    if isinstance(block, (Heading, Footnote)):
        return replace(block, text=_letters(block.text))
    return block


def _letters(text: str) -> str:
    return DRAWN.sub(lambda found: unicodedata.normalize("NFKC", found.group().replace("\u00ad", "")), text)


def with_whole_words(blocks: Sequence[Block], notes: Notebook) -> Sequence[Block]:
    """The blocks with the words whole that the end of a line has hyphenated inside a cell; the same where none is."""
    if not any(isinstance(block, Row) and any(map(_may_be_cut, block.cells)) for block in blocks):
        return blocks
    words = Counter(word for block in blocks for word in HYPHENATED.findall(text_of(block).casefold()))
    return [_whole(block, words, notes) if isinstance(block, Row) else block for block in blocks]


def _may_be_cut(cell: Cell) -> bool:
    return any(text.endswith(HYPHENS) for text in cell.paragraphs[:-1])


def _whole(row: Row, words: Counter[str], notes: Notebook) -> Row:
    if not any(map(_may_be_cut, row.cells)):
        return row
    cells = tuple(_joined(cell, words) for cell in row.cells)
    if cells == row.cells:
        return row
    notes.gather(
        Kind.JOINED,
        N_("{count} row with words that the end of a line had hyphenated was put together."),
        N_("{count} rows with words that the end of a line had hyphenated were put together."),
        row.place,
        text_of(row),
    )
    return replace(row, cells=cells)


def _joined(cell: Cell, words: Counter[str]) -> Cell:
    made: list[str] = []
    for text in cell.paragraphs:
        whole = joined_word(made[-1], text, words) if made and made[-1].endswith(HYPHENS) else None
        if whole is None:
            made.append(text)
        else:
            made[-1] = whole
    return replace(cell, paragraphs=tuple(made))
