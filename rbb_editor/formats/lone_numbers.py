"""Numbers of sections that stand in a paragraph of their own above the title: one heading is made of both."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from msgspec.structs import replace

from rbb_editor.domain.text import N_
from rbb_editor.formats.blocks import Block, Heading, Paragraph
from rbb_editor.formats.headings import read_heading
from rbb_editor.formats.imported import Kind
from rbb_editor.formats.notebook import Notebook

LONE = re.compile(r"(?:[A-ZА-Я]|[IVX]{1,5})\.|[(（][a-zа-я][)）]")
LONGEST_TITLE = 200
"""Letters."""


def numbers_with_their_titles(blocks: Sequence[Block], notes: Notebook) -> list[Block]:
    """The blocks with each such number before the title below it; all others as they are."""
    return list(_blocks(blocks, notes))


def _blocks(blocks: Sequence[Block], notes: Notebook) -> Iterator[Block]:
    number = ""
    for block, below in zip_longest(blocks, blocks[1:]):
        assert block is not None
        text = _set_as_heading(block)
        if number and isinstance(block, (Heading, Paragraph)):
            yield replace(block, text=f"{number} {block.text}")
            number = ""
        elif LONE.fullmatch(text) and below is not None and _is_title(_set_as_heading(below)):
            number = text
            notes.gather(
                Kind.JOINED,
                N_("{count} number in a paragraph of its own was put before the title below it."),
                N_("{count} numbers in paragraphs of their own were put before the titles below them."),
                block.place,
                number,
            )
        else:
            yield block


def _is_title(text: str) -> bool:
    """Whether a text may be the title of a section, and has no number of its own."""
    return 0 < len(text) <= LONGEST_TITLE and read_heading(text) is None


def _set_as_heading(block: Block) -> str:
    """The text of a paragraph that is set as headings are; "" of any other block."""
    return block.text.strip() if isinstance(block, Heading) or (isinstance(block, Paragraph) and block.bold) else ""
