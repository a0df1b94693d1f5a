"""Tables of a Word file whose columns are headed in words of their own, or not at all: read by what stands in them.

A head row in another language or in a local term is known by what it has not, a figure, where the rows below it have
one, and by a sign that it is a head: it is repeated, set bold or marked as a head, or far terser than the rows below.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from rbb_editor.domain.figures import read_actual
from rbb_editor.domain.language import Language
from rbb_editor.domain.values import ActualKind
from rbb_editor.formats import wording
from rbb_editor.formats.blocks import Block, Cell, Row
from rbb_editor.formats.headings import Mark
from rbb_editor.formats.tables import Columns, begins_head, head_columns, is_indicator_head, is_separator, known_head
from rbb_editor.progress import Progress, part, silent, tracked

LONGEST = 60
"""Letters of a cell of a head row at most."""
TERSE_WORDS, TERSE_LETTERS = 4, 8
"""Of a head row that nothing else shows to be one: words of a cell, in Chinese letters; half of them in the last."""
TERSER = 2
"""How many times as long the longest of the remarks below it is."""
FIGURES = (ActualKind.QUANTITY, ActualKind.PERCENT, ActualKind.YES_NO)
SHARE = 0.5
"""From this share of figures on, a column is that of the completed figures."""
RUNNING = re.compile(r"(?:\d{1,3}|[a-z])(?:\.\d{1,3})*[.)]?", re.IGNORECASE)
IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")
Key = tuple[str, ...]
Numbered = tuple[int, Row]
"""A row and its index among the blocks."""


class UnknownHeads:
    """`heads`: columns by the index of a row that is a head; `columns`: by the number of a table that has none."""

    def __init__(
        self,
        blocks: Sequence[Block],
        marks: Sequence[Mark | None],
        language: Language,
        progress: Progress = silent,
    ) -> None:
        """`marks`: what each block is the heading of by its wording; such a row is no head of a table."""
        self._language = language
        self.heads: dict[int, Columns] = {}
        self.columns: dict[int, Columns] = {}
        tables: dict[int, list[Numbered]] = {}
        marked = zip(blocks, marks, strict=True)
        for index, (block, mark) in enumerate(tracked(marked, part(progress, 0.0, 0.3), total=len(blocks))):
            if isinstance(block, Row) and block.table and _is_full(block) and mark is None:
                tables.setdefault(block.table, []).append((index, block))
        indicators = {number for number, rows in tables.items() if any(is_indicator_head(row) for _, row in rows)}
        read = [rows for number, rows in tables.items() if number not in indicators]
        seen: Counter[Key] = Counter()
        for rows in tracked(read, part(progress, 0.3, 0.6)):
            seen.update(key for key in map(self._key, (row for _, row in rows)) if key)
        for rows in tracked(read, part(progress, 0.6, 1.0)):
            self._read(rows, seen)

    def _read(self, rows: list[Numbered], seen: Counter[Key]) -> None:
        (index, first), *below = rows
        if not below or self._is_upper_half(index, first, below) or head_columns(first) is not None:
            return
        data = [row for _, row in below if head_columns(row) is None]
        key = self._key(first)
        if key and self._is_head(first, data, repeated=seen[key] > 1):
            others = [row for row in data if self._key(row) != key]
            columns = self._columns_of(first, others)
            self.heads |= {at: columns for at, row in rows if self._key(row) == key}
        elif len(first.cells) > 3 and head_columns(below[0][1]) is None:
            every = [first, *data]
            if _is_running(row.cells[0].text for row in every if len(row.cells) == len(first.cells)):
                self.columns[first.table] = self._columns_of(first, every)

    def _is_upper_half(self, index: int, first: Row, below: list[Numbered]) -> bool:
        """A head over two rows, the upper with a cell over several columns: the columns are named by both together.

        Where the upper names all of them by itself, the lower must name some anew ("Planned", "Actual").
        """
        lower = below[0][1]
        width = sum(cell.span for cell in first.cells)
        if not begins_head(first) or not len(first.cells) < width == len(lower.cells):
            return False
        if head_columns(first) is not None and not any(known_head(cell.text) for cell in lower.cells):
            return False
        upper = [cell for cell in first.cells for _ in range(cell.span)]
        named = [low if known_head(low.text) else high for high, low in zip(upper, lower.cells, strict=True)]
        columns = head_columns(Row(tuple(named), first.place))
        if columns is None or any(read_actual(c.text, self._language).kind in FIGURES for c in lower.cells):
            return False
        self.heads |= {index: columns} | {at: columns for at, row in below if _says(row) == _says(lower)}
        return True

    def _key(self, row: Row) -> Key:
        """The words of a row that may be a head, as they are compared; () for one that cannot be."""
        texts = [cell.text for cell in row.cells]
        full = [text for text in texts if text]
        if len(texts) < 3 or len(full) < max(3, len(texts) - 1) or any(cell.continues for cell in row.cells):
            return ()
        if any(len(text) > LONGEST or _digits(text) or text.endswith((".", "。", ";", "；")) for text in full):
            return ()
        return tuple(map(wording.fold, texts))

    def _is_head(self, row: Row, data: list[Row], *, repeated: bool) -> bool:
        column = self._figure_column([each for each in data if self._key(each) != self._key(row)])
        if column is None or column >= len(row.cells):
            return False
        if read_actual(row.cells[column].text, self._language).kind is not ActualKind.TEXT:
            return False
        bold = row.bold and not all(each.bold for each in data)
        return repeated or bold or row.is_head is True or self._is_terse(row, data, column)

    def _is_terse(self, row: Row, data: list[Row], column: int) -> bool:
        """Whether each cell is a few words and the last far shorter than the remarks below it."""
        last = len(row.cells) - 1
        if any(_size(cell.text) > 1 for cell in row.cells) or _size(row.cells[last].text) > 0.5:
            return False
        longest = max((len(each.cells[last].text) for each in data if len(each.cells) > last), default=0)
        return column < last and longest >= TERSER * len(row.cells[last].text)

    def _figure_column(self, rows: Iterable[Row]) -> int | None:
        """The column in which figures stand: that of running numbers is none."""
        counts: Counter[int] = Counter()
        full: Counter[int] = Counter()
        texts: dict[int, list[str]] = {}
        for row in rows:
            for at, cell in enumerate(row.cells):
                if cell.paragraphs:
                    full[at] += 1
                    texts.setdefault(at, []).append(cell.text)
                    lines = (read_actual(line, self._language).kind for line in cell.paragraphs)
                    counts[at] += all(kind in FIGURES for kind in lines)
        shares = [(counts[at] / full[at], at) for at in counts if at and counts[at] / full[at] >= SHARE and full[at]]
        return max(shares, key=lambda each: (each[0], -each[1]))[1] if shares else None

    def _columns_of(self, head: Row, rows: list[Row]) -> Columns:
        """Which column is which, by what stands in it."""
        count = len(head.cells)
        whole = [row for row in rows if len(row.cells) == count]
        completed = self._figure_column(whole)
        if completed is None or (count == 3 and completed == 1):
            return Columns(count=count)
        lengths = [sum(len(row.cells[at].text) for row in whole) for at in range(count)]
        before, after = range(completed), range(completed + 1, count)
        planned = max(before, key=lambda at: lengths[at])
        rest = [at for at in (*after, *before) if at != planned]
        remarks = max(after, key=lambda at: lengths[at]) if after else rest[0] if rest else planned
        return Columns(planned, completed, remarks, count)


def _is_full(row: Row) -> bool:
    return len(row.cells) > 1 and any(cell.paragraphs for cell in row.cells) and not is_separator(row)


def _says(row: Row) -> list[str]:
    return [cell.text for cell in row.cells]


def _is_running(texts: Iterable[str]) -> bool:
    """Whether a column holds but running numbers, each once."""
    found = [text.strip() for text in texts if text.strip()]
    return len(found) > 1 and len(set(found)) == len(found) and all(RUNNING.fullmatch(text) for text in found)


def _digits(text: str) -> bool:
    return any(letter.isdigit() for letter in text)


def _size(text: str) -> float:
    """How long a cell is, 1 being the most of a terse head."""
    text = wording.fold(text)
    letters = len(IDEOGRAPH.findall(text))
    return letters / TERSE_LETTERS if letters else len(text.split()) / TERSE_WORDS


def is_across(row: Row) -> bool:
    """Whether a row of a Word table is one cell over several columns: a caption, a subheading or a note, no output."""
    return bool(row.table) and len(row.cells) == 1 and row.cells[0].span > 1


def counts_columns(cells: Sequence[Cell]) -> bool:
    """Whether a row below a head but numbers the columns: 1, 2, 3."""
    return len(cells) > 1 and [cell.text.strip(" .()（）") for cell in cells] == [str(n + 1) for n in range(len(cells))]
