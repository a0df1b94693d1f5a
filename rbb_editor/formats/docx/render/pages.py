"""Reckons on which page each heading will stand, for the contents: Word counts pages only when it lays them out.

Heights follow the styles exactly, and lines are broken by the widths of letters (see `lines`).
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from rbb_editor.document.blocks import Abbreviations, Accomplishment, Block, Contents, Heading, Row, Table
from rbb_editor.document.look import Look, Size
from rbb_editor.formats.docx.render.columns import PRINTED, Columns
from rbb_editor.formats.docx.render.heights import Heights
from rbb_editor.formats.docx.render.lines import counter
from rbb_editor.formats.docx.render.rows import LONG_ROW, letters_in
from rbb_editor.progress import Progress, silent, tracked

PAGE_HEIGHT = 15840 - 1742 - 1900
BODY_WIDTH = 7330
LONG_FORM_WIDTH = 6597
AFTER_TABLE = 200
RULES, REPEATED_RULES, LAST_RULE = 40, 10, 30
"""What the rules of a head row add to its height, at first and where it is repeated, and that under the last row."""
AFTER_CONTENTS = 320
NOTE_HEIGHT = 400
LOW_ROW = 1_500
"""No row of `LONG_ROW` letters is as low as this."""


class Pages(Struct):
    """Where the pen stands: page (from 1) and height used on it, in twips."""

    number: int
    used: float = 0.0
    room: float = PAGE_HEIGHT

    def put(self, height: float, together: float = 0.0) -> int:
        """Places something of a height that wants `together` more below it on its page; the page it begins on."""
        if self.used and self.used + height + together > self.room:
            self.turn()
        page = self.number
        self.used += height
        while self.used > self.room:
            self.used -= self.room
            self.number += 1
            self.room = PAGE_HEIGHT
        return page

    def turn(self) -> None:
        """Begins a new page."""
        self.number += 1
        self.used = 0.0
        self.room = PAGE_HEIGHT


class _Waiting(Struct, frozen=True):
    """A heading that stays with what follows it: its lines and the space around them."""

    id: str
    before: float
    height: float
    after: float


class _Layout:
    """One pass over the blocks."""

    def __init__(self, look: Look, columns: Columns) -> None:
        self.look = look
        self.pages = Pages(1)
        self.found: dict[str, int] = {}
        self._heights = Heights(look, columns)
        self._body_lines = counter(look, BODY_WIDTH, look.body)
        self._waiting: list[_Waiting] = []
        self._begun = False

    def take(self, block: Block) -> None:
        """Places a block; headings wait for what they stand above."""
        look, pages = self.look, self.pages
        if isinstance(block, Contents):
            pages.turn()
            pages.put(look.heading.line + 120 + look.table_head.line + 80)
            for _ in block.entries:
                pages.put(look.body.line + 80)
        elif isinstance(block, Abbreviations):
            pages.put(AFTER_CONTENTS + look.heading.line + 160, look.body.line)
            long_lines = counter(look, LONG_FORM_WIDTH, look.body)
            for _, long in block.lines:
                pages.put(long_lines(long) * look.body.line + 20)
        elif isinstance(block, Heading):
            if not self._begun:
                pages.turn()
                pages.used = self._size(block.level)[1]  # kept under a page break that is asked for
                self._begun = True
            pages.room -= NOTE_HEIGHT * len(block.notes)
            size, before, after = self._size(block.level)
            self._waiting.append(
                _Waiting(block.id, before, counter(look, BODY_WIDTH, size)(block.title) * size.line, after)
            )
        elif isinstance(block, Accomplishment):
            height = self._body_lines(f"{block.label} {block.title}") * look.body.line
            self._waiting.append(_Waiting(block.id, 120, height, 160))
        elif isinstance(block, Table) and block.rows:
            self._table(block)

    def settle(self, below: float = 0.0) -> None:
        """Places the headings together, with `below` under them; the space above the first is lost at a page's top."""
        if not self._waiting:
            return
        pages = self.pages
        rest = sum(each.height for each in self._waiting) + self._waiting[-1].after
        rest += sum(max(one.after, two.before) for one, two in pairwise(self._waiting))
        if pages.used and pages.used + self._waiting[0].before + rest + below > pages.room:
            pages.turn()
        above = self._waiting[0].before if pages.used not in (0.0, self._waiting[0].before) else 0.0
        for index, each in enumerate(self._waiting):
            self.found[each.id] = pages.put(above + each.height)
            following = self._waiting[index + 1].before if index + 1 < len(self._waiting) else 0.0
            above = max(each.after, following)
        pages.used += above
        self._waiting.clear()

    def _table(self, block: Table) -> None:
        """Rows stay whole, the rows of one output together, the first output with the headings above the table."""
        pages, rows = self.pages, block.rows
        head, heights = self._heights.head(block.head), list(map(self._heights.row, rows))
        begin = head + RULES
        first = begin + sum(heights[: next(end for end, row in enumerate(rows, start=1) if row.last)])
        self.settle(first if first < PAGE_HEIGHT / 2 else begin + heights[0])
        pages.put(begin, heights[0])
        start, used, room = 0, pages.used, pages.room
        for end, row in enumerate(rows, start=1):
            if not row.last:
                continue
            whole = heights[start] if end - start == 1 else sum(heights[start:end])
            if used + whole <= room:
                used += whole
            else:
                pages.used = used
                self._output(rows[start:end], heights[start:end], head)
                used, room = pages.used, pages.room
            start = end
        pages.used = used + LAST_RULE
        pages.put(AFTER_TABLE)

    def _output(self, rows: Sequence[Row], heights: Sequence[float], head: float) -> None:
        """The rows of an output for which there is no room on the page."""
        pages, high = self.pages, PAGE_HEIGHT - head
        if REPEATED_RULES + sum(heights) <= high:
            self._over(head)
        for row, height in zip(rows, heights, strict=True):
            if height > high or (height > LOW_ROW and letters_in(row) >= LONG_ROW):
                self._cut(height, head)
                continue
            if pages.used + height > pages.room:
                self._over(head)
            pages.used += height

    def _over(self, head: float) -> None:
        """The table goes on on the next page, under its head."""
        self.pages.turn()
        self.pages.used = head + REPEATED_RULES

    def _cut(self, height: float, head: float) -> None:
        """A row too long for a page, or so long that it may be cut."""
        pages = self.pages
        pages.used += height
        while pages.used > pages.room:
            rest = pages.used - pages.room
            self._over(head)
            pages.used += rest

    def _size(self, level: int) -> tuple[Size, float, float]:
        """Size and space before and after of a heading, as in its style."""
        look = self.look
        return {1: (look.chapter, 0, 240), 2: (look.heading, 240, 200), 3: (look.subheading, 200, 160)}[level]


def reckon(
    blocks: Iterable[Block], look: Look, columns: Columns = PRINTED, progress: Progress = silent
) -> tuple[dict[str, int], int]:
    """The page of each section by id, and the number of pages. Raises Cancelled out of `progress`."""
    layout = _Layout(look, columns)
    for block in tracked(blocks, progress):
        layout.take(block)
    layout.settle()
    return layout.found, layout.pages.number
