"""Text set in columns with spaces, as `pdftotext -layout` writes it: the cells of a row go over several lines.

The columns are the gaps that stand open from the head row downwards. A line with a figure begins a row, the other
lines go on in their columns, across page ends too. Lines that no column holds are headings and paragraphs.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from rbb_editor.formats import wording
from rbb_editor.formats.blocks import Cell, Paragraph, Place, Row
from rbb_editor.formats.evidence import HYPHENATED, SIGN
from rbb_editor.formats.headings import What, read_heading
from rbb_editor.formats.hyphens import joined_word
from rbb_editor.formats.line_words import hanging_words
from rbb_editor.formats.page_furniture import FURNITURE, PAGE_FOOT
from rbb_editor.formats.tables import Columns, is_lower_half
from rbb_editor.formats.text_columns import Grid, Heads, is_one_line, tokens_of

FIGURE = re.compile(
    r"^(?:[\d\u0660-\u0669][\d\u0660-\u0669\s.,٬٫]*%?|[-–—]|[^\W\d_]{1,6}\.?|n/?a\.?)(?:\s?[a-j*])?$", re.I
)
PAGE = re.compile(r"(?:^|\s)\d{1,4}\s?/\s?\d{1,4}(?:\s|$)")
LONGEST_LABEL = 5
CJK_MARKS = "，。、；：（）《》“”"
BLANKS_PART_ROWS = 0.6
"""From this share of rows with a figure that have a blank line above on, a blank line parts rows."""


class Open(Struct):
    """A row in the making: the pieces of each of its cells, a line each."""

    cells: list[list[str]]
    line: int


class _State(Struct):
    """Where in the text we are. `waiting`: what stands among the lines of the open row: page feet, repeated heads."""

    grid: Grid | None = None
    row: Open | None = None
    head: Open | None = None
    waiting: list[Paragraph | Open] = field(default_factory=list)
    in_table: bool = False
    below_head: bool = False
    blank: bool = False


def blocks_in_columns(lines: Sequence[str], heads: Heads) -> Iterator[Row | Paragraph]:
    """The lines of a text in columns as rows and paragraphs; nothing of it is left out."""
    yield from _Reading(lines, heads).blocks()


class _Reading:
    def __init__(self, lines: Sequence[str], heads: Heads) -> None:
        self.lines = [line.replace("\f", "").rstrip() for line in lines]
        self.last_of_page = _last_lines(lines)
        self.grids, self.upper = heads.grids, heads.upper
        self.words = Counter(word.casefold() for line in self.lines for word in HYPHENATED.findall(line))
        self.state = _State()
        self.blanks_part = self._blanks_part_rows()

    def _blanks_part_rows(self) -> bool:
        """Whether most rows with a figure have a blank line above."""
        grid: Grid | None = None
        apart = rows = 0
        for number, line in enumerate(self.lines):
            grid = self.grids.get(number, grid)
            if number in self.grids or grid is None or not line.strip():
                continue
            cells = grid.cut(line)
            if cells is not None and cells[grid.columns.planned] and self._is_figure(cells, grid.columns):
                rows += 1
                apart += not self.lines[number - 1].strip()
        return rows > 0 and apart >= BLANKS_PART_ROWS * rows

    def blocks(self) -> Iterator[Row | Paragraph]:
        state = self.state
        for index, line in enumerate(self.lines):
            if not line.strip():
                state.blank = True
                continue
            yield from self._line(index, line)
            state.blank = False
        yield from self._closed()

    def _line(self, index: int, line: str) -> Iterator[Row | Paragraph]:
        state, place = self.state, Place(index + 1)
        text = line.strip()
        if index in self.upper and state.in_table:
            return  # with the head row below it
        if index in self.grids:
            if not state.in_table:
                yield from self._closed()
            state.grid, state.in_table, state.below_head = self.grids[index], True, True
            state.head = self._head(index, state.grid)
            state.waiting.append(state.head)
            return
        if state.grid is None:
            yield Paragraph(text, place)
        elif FURNITURE.match(" ".join(text.split())) or (index in self.last_of_page and PAGE.search(text)):
            state.waiting.append(Paragraph(" ".join(text.split()), place, style=PAGE_FOOT))
        elif self._is_heading(index, text):
            yield from self._closed()
            state.in_table = False
            yield Paragraph(" ".join(text.split()), place)
        else:
            yield from self._in_columns(line, text, place, state.grid)

    def _head(self, index: int, grid: Grid) -> Open:
        """The head row, with what stands above its second column."""
        cells = [[text] for text in grid.head]
        above = self.upper.get(index - 1)
        if above is not None:
            empty = next(at for at, text in enumerate(grid.head) if not wording.fold(text))
            cells[empty].insert(0, above)
        return Open(cells, index + 1)

    def _in_columns(self, line: str, text: str, place: Place, grid: Grid) -> Iterator[Row | Paragraph]:
        state = self.state
        cells = grid.cut(line)
        figure = cells is not None and self._is_figure(cells, grid.columns)
        if cells is not None and not figure and is_one_line(line, cells):
            cells = None
        if cells is None or (not state.in_table and not (figure and cells[grid.columns.planned])):
            yield from self._closed()
            state.in_table = False
            yield Paragraph(text, place)
            return
        state.in_table = True
        if state.below_head and state.head is not None and self._goes_on_head(cells, grid.columns):
            _add(state.head, cells)
            return
        state.below_head = False
        if state.row is None or self._begins_row(cells, grid.columns, figure=figure):
            yield from self._closed()
            state.row = Open([[each] if each else [] for each in cells], place.line or 0)
            return
        _add(state.row, cells)

    def _begins_row(self, cells: Sequence[str], columns: Columns, *, figure: bool) -> bool:
        """Whether a line is the first of a row: it has a figure, or a planned text below a line left blank."""
        assert self.state.row is not None
        planned, above = cells[columns.planned], self.state.row.cells[columns.planned]
        if figure:
            return True
        return bool(planned) and self.state.blank and self.blanks_part and not self._hangs(above, planned)

    def _hangs(self, above: Sequence[str], text: str) -> bool:
        """Whether a text goes on with the one above, as its words show."""
        if not above:
            return False
        last = HYPHENATED.findall(above[-1].casefold())
        return (
            text[0].islower()
            or above[-1].endswith(("-", ",", "，", "、"))
            or (bool(last) and last[-1] in hanging_words())
        )

    def _is_figure(self, cells: Sequence[str], columns: Columns) -> bool:
        text = cells[columns.completed]
        return bool(text) and FIGURE.match(text) is not None

    def _goes_on_head(self, cells: Sequence[str], columns: Columns) -> bool:
        """Whether a line below a head row is a further line of it: no planned text and no figure."""
        if self.state.row is not None and not cells[columns.completed]:
            return False
        remarks = cells[columns.remarks] if columns.remarks is not None else ""
        if not cells[columns.planned] and not remarks and not any(map(str.isdigit, cells[columns.completed])):
            return True
        row = Row(tuple(Cell((each,) if each else ()) for each in cells), Place(1))
        return is_lower_half(row) or (not cells[columns.planned] and not self._is_figure(cells, columns))

    def _is_heading(self, index: int, text: str) -> bool:
        """Whether a line opens a section: worded so, and for a letter alone, with an accomplishment soon below."""
        text = " ".join(text.split())
        mark = read_heading(text)
        if mark is None or mark.what in (What.CONTENTS, What.ABBREVIATIONS, What.SUMMARY):
            return False
        if mark.sure or mark.named:
            return True
        pieces = [token for _, token in tokens_of(self.lines[index])]
        if len(pieces) > 1 and (len(pieces) > 2 or len(pieces[0]) > LONGEST_LABEL):
            return False
        below = (line.strip() for line in self.lines[index + 1 : index + 12])
        marks = [found for found in map(read_heading, filter(None, below)) if found is not None]
        return any(found.sure for found in marks)

    # rows

    def _closed(self) -> Iterator[Row | Paragraph]:
        """The row in the making, and what stood among its lines."""
        row, self.state.row = self.state.row, None
        if row is not None:
            yield self._row(row)
        for each in self.state.waiting:
            yield self._row(each) if isinstance(each, Open) else each
        self.state.waiting = []

    def _joined(self, pieces: Sequence[str]) -> str:
        text = ""
        for piece in pieces:
            if not text:
                text = piece
                continue
            word = joined_word(text, piece, self.words)
            if word is not None:
                text = word
            else:
                text += piece if _is_tight(text, piece) else f" {piece}"
        return text

    def _row(self, row: Open) -> Row:
        cells = [self._joined(pieces) for pieces in row.cells]
        return Row(tuple(Cell((each,) if each else ()) for each in cells), Place(row.line))


def _is_tight(before: str, after: str) -> bool:
    """Whether nothing stands between the last letter of a line and the first of the next: no space was lost there."""
    if before.endswith(("-", "/")) or before[-1] in CJK_MARKS or after[0] in CJK_MARKS:
        return True
    cjk = (SIGN.match(before[-1]) is not None, SIGN.match(after) is not None)
    return all(cjk) or (any(cjk) and (before[-1].isdigit() or after[0].isdigit()))


def _add(row: Open, cells: Sequence[str]) -> None:
    for pieces, each in zip(row.cells, cells, strict=True):
        if each:
            pieces.append(each)


def _last_lines(lines: Sequence[str]) -> frozenset[int]:
    """The last line of each page that is not blank."""
    found: set[int] = set()
    last: int | None = None
    for index, line in enumerate([*lines, "\f"]):
        if "\f" in line and last is not None:
            found.add(last)
        if line.strip():
            last = index
    return frozenset(found)
