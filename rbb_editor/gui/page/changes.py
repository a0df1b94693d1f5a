"""What has changed since an earlier state, as the pages show it: by block, paragraph and word."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from PySide6.QtGui import QFont

from rbb_editor.document import aligned
from rbb_editor.document.aligned import Step
from rbb_editor.document.blocks import Block, Heading, Note
from rbb_editor.domain.redline import Kind, redline
from rbb_editor.gui.page.lines import Run


def steps_of(blocks: Iterable[Block], earlier: Iterable[Block] | None) -> Iterator[Step[Block]]:
    """The blocks with what became of them; all as they are where there is no earlier state."""
    if earlier is None:
        return ((Kind.EQUAL, block, None) for block in blocks)
    return aligned.blocks(tuple(earlier), tuple(blocks))


def runs(text: str, font: QFont, was: str | None = None, kind: Kind = Kind.EQUAL) -> list[Run]:
    """A text in runs. `was`: as it was before, None where that is not asked; `kind`: whether the whole came or went."""
    if kind is not Kind.EQUAL or was is None or was == text:
        return [Run(text, font, kind)]
    return [Run(span.text, font, span.kind) for span in redline(was, text)]


def paired(now: tuple[str, ...], was: tuple[str, ...] | None, kind: Kind) -> Iterator[tuple[str, str | None, Kind]]:
    """Paragraphs of a field with what they were and what became of them."""
    if was is None:
        yield from ((text, None, kind) for text in now)
        return
    for text, before in zip_longest(now, was):
        if text is None:
            yield before, None, Kind.DELETED
        else:
            yield text, before, Kind.INSERTED if before is None else Kind.EQUAL


def notes(block: Heading, was: Heading | None, kind: Kind) -> Iterator[Step[Note]]:
    """The notes of a heading with what became of them."""
    if kind is Kind.DELETED or was is None:
        return ((kind, note, None) for note in block.notes)
    return aligned.notes(was.notes, block.notes)
