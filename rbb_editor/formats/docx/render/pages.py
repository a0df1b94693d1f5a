"""Reckons on which page each heading will stand, for the contents: Word counts pages only when it lays them out.

Heights follow the styles exactly; how many lines a text takes is reckoned from average letter widths. Against
LibreOffice's pages the numbers are right or off by one over 60 pages of Chinese and 30 of the other languages.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from rbb_editor.document.blocks import Abbreviations, Accomplishment, Block, Contents, Heading, Row, Table
from rbb_editor.document.look import Look, Size
from rbb_editor.formats.docx.render.tables import LONG_ROW

PAGE_HEIGHT = 15840 - 1742 - 1900
BODY_WIDTH = 7330
PLANNED_WIDTH = 4150 - 187
REMARKS_WIDTH = 4474 - 129
AFTER_TABLE = 200
NOTE_HEIGHT = 400
ASCII_WIDTH, SPREAD_WIDTH = 0.425, 0.47
"""Average widths in ems of letters, spaces and what is lost at the ends of lines; the second for letters set apart."""
OTHER_WIDTHS = {"zh": 1.01, "ru": 0.5}
OTHER_WIDTH = 0.45
"""The same of letters outside ASCII, by language."""


@dataclass
class Pages:
    """Where the pen stands: page (from 1) and height used on it, in twips."""

    number: int
    used: float = 0.0

    def put(self, height: float, together: float = 0.0) -> int:
        """Places something of a height that wants `together` more below it on its page; the page it begins on."""
        if self.used and self.used + height + together > PAGE_HEIGHT:
            self.number += 1
            self.used = 0.0
        page = self.number
        self.used += height
        while self.used > PAGE_HEIGHT:
            self.number += 1
            self.used -= PAGE_HEIGHT
        return page

    def turn(self) -> None:
        """Begins a new page."""
        self.number += 1
        self.used = 0.0


def reckon(blocks: Iterable[Block], look: Look) -> tuple[dict[str, int], int]:
    """The page of each section by id, and the number of pages."""
    pages = Pages(1)
    found: dict[str, int] = {}
    pending: list[tuple[str, float]] = []
    first = True
    for block in blocks:
        if isinstance(block, Contents):
            pages.turn()
            pages.put(look.heading.line + 120 + look.table_head.line + 80)
            for _ in block.entries:
                pages.put(look.body.line + 80)
        elif isinstance(block, Abbreviations):
            pages.put(look.heading.line + 480, look.body.line)
            for _, long in block.lines:
                pages.put(lines(long, 6597, look.body, look) * look.body.line + 20)
        elif isinstance(block, Heading):
            if first:
                pages.turn()
                first = False
            if block.notes:
                pages.used += NOTE_HEIGHT * len(block.notes)
            pending.append((block.id, _heading_height(block, look)))
        elif isinstance(block, Accomplishment):
            text = f"{block.label} {block.title}"
            pending.append((block.id, 280 + lines(text, BODY_WIDTH, look.body, look) * look.body.line))
        elif isinstance(block, Table) and block.rows:
            _table(block, pages, pending, found, look)
    _settle(pages, pending, found, 0)
    return found, pages.number


def lines(text: str, width: int, size: Size, look: Look) -> int:
    """How many lines a text takes in a column of `width` twips."""
    narrow = len(text.encode("ascii", "ignore"))
    wide = len(text) - narrow
    em = size.half_points * 10
    letters = SPREAD_WIDTH if look.spread and size is look.body else ASCII_WIDTH
    return max(1, ceil((narrow * letters + wide * OTHER_WIDTHS.get(look.code, OTHER_WIDTH)) * em / width))


def _table(block: Table, pages: Pages, pending: list[tuple[str, float]], found: dict[str, int], look: Look) -> None:
    head = 2 * look.table_head.line + 160
    heights = [_row_height(row, look) for row in block.rows]
    _settle(pages, pending, found, head + heights[0])
    pages.put(head, heights[0])
    for row, height in zip(block.rows, heights, strict=True):
        before = pages.number
        splits = height > PAGE_HEIGHT - head or _length(row) >= LONG_ROW
        pages.put(0 if splits else height)
        if splits:
            pages.used += height
            while pages.used > PAGE_HEIGHT:
                pages.number += 1
                pages.used -= PAGE_HEIGHT - head
        if pages.number > before and not splits:
            pages.used += head
    pages.used += AFTER_TABLE


def _settle(pages: Pages, pending: list[tuple[str, float]], found: dict[str, int], below: float) -> None:
    """Places headings that stay together with what follows them."""
    total = sum(height for _, height in pending)
    for id, height in pending:
        found[id] = pages.put(height, total - height + below)
        total -= height
    pending.clear()


def _heading_height(block: Heading, look: Look) -> float:
    size, gap = {1: (look.chapter, 240), 2: (look.heading, 440), 3: (look.subheading, 360)}[block.level]
    return lines(block.title, BODY_WIDTH, size, look) * size.line + gap


def _row_height(row: Row, look: Look) -> float:
    planned = lines(row.planned or "", PLANNED_WIDTH, look.table, look)
    parts = (*row.remarks, *row.explanation)
    remarks = sum(lines(each, REMARKS_WIDTH, look.table, look) for each in parts)
    gaps = 60 * max(0, len(parts) - 1)
    return 80 + max(planned * look.table.line, remarks * look.table.line + gaps, look.table.line)


def _length(row: Row) -> int:
    return len(row.planned or "") + sum(map(len, row.remarks)) + sum(map(len, row.explanation))
