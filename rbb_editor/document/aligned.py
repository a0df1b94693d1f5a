"""Which blocks and rows of two states of a printed form are the same ones: what came, what went, what stayed."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from operator import itemgetter
from typing import TypeVar

from rbb_editor.document.blocks import Accomplishment, Block, FrontLine, Heading, Note, Row, Table
from rbb_editor.domain.redline import Kind

Thing = TypeVar("Thing")
Step = tuple[Kind, Thing, Thing | None]
"""What became of it, itself (as it is now, or was where it went), and as it was where it stayed."""


def blocks(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Step[Block]]:
    """The blocks of the new state in order, with those that went in between, where they stood."""
    return _aligned(old, new, _key)


def rows(old: Sequence[Row], new: Sequence[Row]) -> Iterator[Step[Row]]:
    """The same for the rows of a table. A row that moved goes at one place and comes at another."""
    return _aligned(old, new, lambda row: row.component)


def lines(old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]) -> Iterator[Step[tuple[str, str]]]:
    """The same for the list of abbreviations, by their short forms."""
    return _aligned(old, new, itemgetter(0))


def notes(old: Sequence[Note], new: Sequence[Note]) -> Iterator[Step[Note]]:
    """The same for the notes of a heading, by their marks."""
    return _aligned(old, new, lambda note: note.mark)


def _key(block: Block) -> tuple[type[Block], str | None]:
    if isinstance(block, (Heading, Accomplishment, Table)):
        return type(block), block.id
    return (FrontLine, block.kind) if isinstance(block, FrontLine) else (type(block), None)


def _aligned(old: Sequence[Thing], new: Sequence[Thing], key: Callable[[Thing], Hashable]) -> Iterator[Step[Thing]]:
    matcher = SequenceMatcher(None, list(map(key, old)), list(map(key, new)), autojunk=False)
    for kind, start, end, begin, stop in matcher.get_opcodes():
        if kind == "equal":
            for was, now in zip(old[start:end], new[begin:stop], strict=True):
                yield Kind.EQUAL, now, was
        else:
            for was in old[start:end]:
                yield Kind.DELETED, was, None
            for now in new[begin:stop]:
                yield Kind.INSERTED, now, None
