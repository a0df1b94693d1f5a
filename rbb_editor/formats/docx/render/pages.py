"""Reckons on which page each heading will stand, for the contents: Word counts pages only when it lays them out.

Heights follow the styles exactly, and lines are broken by the widths of letters (see `lines`).
"""

from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import groupby, pairwise
from operator import attrgetter

from msgspec import Struct, field

from rbb_editor.document.blocks import Abbreviations, Accomplishment, Block, Contents, Heading, Row, Table
from rbb_editor.document.look import Look, Size
from rbb_editor.formats.docx.render.columns import PRINTED, Columns
from rbb_editor.formats.docx.render.lines import counter
from rbb_editor.formats.docx.render.tables import LONG_ROW, head_lines

PAGE_HEIGHT = 15840 - 1742 - 1900
BODY_WIDTH = 7330
PLANNED_INDENT, REMARKS_INDENT = 187, 129
LONG_FORM_WIDTH = 6597
AFTER_TABLE = 200
RULES, REPEATED_RULES, LAST_RULE = 40, 10, 30
"""What the rules of a head row add to its height, at first and where it is repeated, and that under the last row."""
AFTER_CONTENTS = 320
NOTE_HEIGHT = 400


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


class _Layout(Struct, dict=True):
    """One pass over the blocks."""

    look: Look
    columns: Columns = PRINTED
    pages: Pages = field(default_factory=lambda: Pages(1))
    found: dict[str, int] = field(default_factory=dict)
    waiting: list[_Waiting] = field(default_factory=list)
    begun: bool = False

    @cached_property
    def lines(self) -> Callable[[str, int, Size], int]:
        """How many lines a text takes in a column."""
        return counter(self.look)

    def take(self, block: Block) -> None:
        """Places a block; headings wait for what they stand above."""
        look, pages = self.look, self.pages
        lines = self.lines
        if isinstance(block, Contents):
            pages.turn()
            pages.put(look.heading.line + 120 + look.table_head.line + 80)
            for _ in block.entries:
                pages.put(look.body.line + 80)
        elif isinstance(block, Abbreviations):
            pages.put(AFTER_CONTENTS + look.heading.line + 160, look.body.line)
            for _, long in block.lines:
                pages.put(lines(long, LONG_FORM_WIDTH, look.body) * look.body.line + 20)
        elif isinstance(block, Heading):
            if not self.begun:
                pages.turn()
                pages.used = self._size(block.level)[1]  # kept under a page break that is asked for
                self.begun = True
            pages.room -= NOTE_HEIGHT * len(block.notes)
            size, before, after = self._size(block.level)
            self._wait(block.id, before, lines(block.title, BODY_WIDTH, size) * size.line, after)
        elif isinstance(block, Accomplishment):
            height = lines(f"{block.label} {block.title}", BODY_WIDTH, look.body) * look.body.line
            self._wait(block.id, 120, height, 160)
        elif isinstance(block, Table) and block.rows:
            self._table(block)

    def settle(self, below: float = 0.0) -> None:
        """Places the headings together, with `below` under them; the space above the first is lost at a page's top."""
        if not self.waiting:
            return
        pages = self.pages
        rest = sum(each.height for each in self.waiting) + self.waiting[-1].after
        rest += sum(max(one.after, two.before) for one, two in pairwise(self.waiting))
        if pages.used and pages.used + self.waiting[0].before + rest + below > pages.room:
            pages.turn()
        above = self.waiting[0].before if pages.used not in (0.0, self.waiting[0].before) else 0.0
        for index, each in enumerate(self.waiting):
            self.found[each.id] = pages.put(above + each.height)
            following = self.waiting[index + 1].before if index + 1 < len(self.waiting) else 0.0
            above = max(each.after, following)
        pages.used += above
        self.waiting.clear()

    def _wait(self, id: str, before: float, height: float, after: float) -> None:
        self.waiting.append(_Waiting(id, before, height, after))

    def _table(self, block: Table) -> None:
        """Rows stay whole, the rows of one output together, the first output with the headings above the table."""
        pages = self.pages
        head = self._head(block.head)
        groups = [list(rows) for _, rows in groupby(block.rows, key=attrgetter("output"))]
        heights = [[self._row(row) for row in group] for group in groups]
        begin = head + RULES
        first = begin + sum(heights[0])
        self.settle(first if first < PAGE_HEIGHT / 2 else begin + heights[0][0])
        pages.put(begin, heights[0][0])
        for group, each in zip(groups, heights, strict=True):
            if pages.used + sum(each) > pages.room and head + REPEATED_RULES + sum(each) <= PAGE_HEIGHT:
                self._over(head)
            for row, height in zip(group, each, strict=True):
                if height > PAGE_HEIGHT - head or _length(row) >= LONG_ROW:
                    self._cut(height, head)
                    continue
                if pages.used + height > pages.room:
                    self._over(head)
                pages.used += height
        pages.used += LAST_RULE
        pages.put(AFTER_TABLE)

    def _head(self, words: tuple[str, str, str]) -> float:
        """The head row: the middle words take two lines or more."""
        size, lines = self.look.table_head, self.lines
        planned, completed, remarks = words
        columns = self.columns
        middle = sum(lines(part, columns.completed, size) for part in head_lines(completed))
        outcome = lines(columns.head, columns.outcome, size) if columns.outcome else 0
        sides = (
            lines(planned, columns.planned - PLANNED_INDENT, size),
            lines(remarks, columns.remarks - REMARKS_INDENT, size),
        )
        most = max(*sides, middle, outcome)
        return most * size.line + 160

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

    def _row(self, row: Row) -> float:
        table = self.look.table
        lines, columns = self.lines, self.columns
        planned = lines(row.planned or "", columns.planned - PLANNED_INDENT, table)
        parts = (*row.remarks, *row.explanation)
        remarks = sum(lines(each, columns.remarks - REMARKS_INDENT, table) for each in parts)
        outcome = lines(columns.outcome_of(row), columns.outcome, table) if columns.outcome else 1
        gaps = 60 * max(0, len(parts) - 1)
        return 80 + max(planned * table.line, remarks * table.line + gaps, outcome * table.line)


def reckon(blocks: Iterable[Block], look: Look, columns: Columns = PRINTED) -> tuple[dict[str, int], int]:
    """The page of each section by id, and the number of pages."""
    layout = _Layout(look, columns)
    for block in blocks:
        layout.take(block)
    layout.settle()
    return layout.found, layout.pages.number


def _length(row: Row) -> int:
    return len(row.planned or "") + sum(map(len, row.remarks)) + sum(map(len, row.explanation))
