"""Rows inside tables that are no outputs: captions, subheadings, notes, sums."""

import re
from collections.abc import Iterable, Iterator

from rbb_editor.domain.figures import read_actual
from rbb_editor.domain.language import Language
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.values import ActualKind, Number
from rbb_editor.formats import wording
from rbb_editor.formats.blocks import Block, Row
from rbb_editor.formats.tables import LONGEST_HEAD, Columns, heads, names
from rbb_editor.formats.unknown_heads import is_across

LONGEST_NOTE_HEAD = 30
COLON = re.compile("[:：]")
ITEM = re.compile(r"\A\s*[\d\u0660-\u0669]{1,3}\s?[.．)、-](?!\d)")
"""The running number of an item: "1. ", "2)", "3、"."""


def why_no_output(
    row: Row, below: Iterable[Block], columns: Columns, language: Language, *, bold_tells: bool
) -> Text | None:
    """What a row is instead of an output, as a note says it; None for an output.

    `below`: what follows it; `bold_tells`: other rows of the table are not bold.
    """
    if is_across(row):
        return Text.of(N_("A row over the whole width of a table is no output; it was left out."))
    if is_note(row):
        return Text.of(N_("A row that is a note to its table is no output; it was left out."))
    if is_subheading(row, bold_tells=bold_tells):
        return Text.of(N_("A subheading inside a table is no output; it was left out."))
    if row.table and (is_total(row) or adds_up_items(row, below, columns, language)):
        return Text.of(N_("A row that adds up the figures of a table was left out."))
    return None


def is_note(row: Row) -> bool:
    """Whether a row is a note to its table: "Note: …", alone or with its text in the next cell."""
    full = [cell.text for cell in row.cells if cell.paragraphs]
    if not full or len(full) > 2 or row.ids or not row.cells[0].paragraphs:
        return False
    head, colon, rest = full[0].replace("：", ":").partition(":")
    if len(head) > LONGEST_NOTE_HEAD or wording.fold(head) not in heads("note"):
        return False
    return len(full) == 1 if rest.strip() else bool(colon) or len(full) == 1


def remarks_below(row: Row) -> str:
    """What a row over the whole width of a table says of the output above it: "Remarks: …"; "" for any other row."""
    if not is_across(row):
        return ""
    head, *said = COLON.split(row.cells[0].text, maxsplit=1)
    return said[0].strip() if said and (names(head, "remarks") or names(head, "reasons")) else ""


def is_subheading(row: Row, *, bold_tells: bool) -> bool:
    """Whether a row of a Word table is a subheading: words in the first cell alone, set apart or with a colon behind.

    `bold_tells`: other rows of the table are neither bold nor in italics or underlined.
    """
    if row.ids or len(row.cells) < 2 or any(cell.paragraphs or cell.continues for cell in row.cells[1:]):
        return False
    text = row.cells[0].text.strip()
    if not text or "\n" in text or len(text) > LONGEST_HEAD or any(map(str.isdigit, text)):
        return False
    return bool(row.table) and (((row.bold or row.emphasis) and bold_tells) or text.endswith((":", "：")))


def tables_with_plain_rows(blocks: Iterable[Block]) -> frozenset[int]:
    """The tables of which some row with several full cells is neither bold nor in italics or underlined."""
    return frozenset(
        block.table
        for block in blocks
        if isinstance(block, Row)
        and not (block.bold or block.emphasis)
        and sum(bool(cell.paragraphs) for cell in block.cells) > 1
    )


def adds_up_items(row: Row, below: Iterable[Block], columns: Columns, language: Language) -> bool:
    """Whether a row gives the sums, planned and completed, of the numbered rows below it: a subcategory of deliverables
    above its items.
    """
    if columns.target is None or len(row.cells) != columns.count or ITEM.match(row.cells[columns.planned].text):
        return False
    items = [
        [each.cells[at].text for at in (columns.target, columns.completed)] for each in _items(row, below, columns)
    ]
    whole = [_count(row.cells[at].text, language) for at in (columns.target, columns.completed)]
    counts = [[_count(text, language) for text in item] for item in items]
    if not items or None in whole or any(None in item for item in counts):
        return False
    return whole == [sum(filter(None, column)) for column in zip(*counts, strict=True)]


def _items(row: Row, below: Iterable[Block], columns: Columns) -> Iterator[Row]:
    """The numbered rows right below a row."""
    for block in below:
        if not isinstance(block, Row) or block.table != row.table or len(block.cells) != columns.count:
            return
        if ITEM.match(block.cells[columns.planned].text) is None:
            return
        yield block


def _count(text: str, language: Language) -> Number | None:
    actual = read_actual(text, language)
    return actual.value if actual.kind is ActualKind.QUANTITY else None


def is_total(row: Row) -> bool:
    """Whether a row adds up the figures above it."""
    return names(row.cells[0].text, "total") and len(row.cells) > 1 and not row.ids
