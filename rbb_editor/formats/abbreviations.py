"""The list of abbreviations: as a table, or line by line; across page breaks."""

import re
from collections.abc import Sequence

from rbb_editor.domain.entities import Abbreviation
from rbb_editor.domain.text import N_, Text
from rbb_editor.formats.blocks import Block, Heading, Paragraph, Row, text_of
from rbb_editor.formats.imported import Certainty, Kind
from rbb_editor.formats.notebook import Notebook

SPACED_PAIR = re.compile(r"^(\S.{0,60}?\S|\S)(?:\s{2,}|\s*[:：]\s+|\s+[–—-]\s+)(\S.*)$")


def read_abbreviations(blocks: Sequence[Block], notes: Notebook) -> tuple[Abbreviation, ...]:
    """The list of abbreviations out of the rows or lines below its heading; what is no line of it is noted."""
    found: list[Abbreviation] = []
    for block in blocks:
        texts = [cell.text for cell in block.cells if cell.text] if isinstance(block, Row) else []
        if isinstance(block, Row) and len(texts) == 1 and found:
            found[-1] = Abbreviation(found[-1].short, f"{found[-1].long} {texts[0]}".strip())
        elif len(texts) >= 2:
            found.append(Abbreviation(texts[0], " ".join(texts[1:])))
        elif isinstance(block, (Heading, Paragraph)) and (pair := _pair(block.text)):
            found.append(pair)
        else:
            message = Text.of(N_("A line of the abbreviations could not be read and was left out."))
            notes.add(Kind.LEFT_OUT, Certainty.LIKELY, message, [block.place], source=text_of(block))
    return tuple(found)


def _pair(text: str) -> Abbreviation | None:
    if "\t" in text:
        short, long = text.split("\t", 1)
        return Abbreviation(short.strip(), long.strip())
    match = SPACED_PAIR.match(text)
    return Abbreviation(match[1], match[2]) if match else None
