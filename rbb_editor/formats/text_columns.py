"""The columns of a text that is set with spaces: where they begin and end below each head row.

Places are counted in letters, as pdftotext counts, or in widths of a Latin letter, of which a Chinese one takes two:
in whichever the columns stand straighter.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct, field

from rbb_editor.formats import wording
from rbb_editor.formats.blocks import Cell, Place, Row
from rbb_editor.formats.headings import read_heading
from rbb_editor.formats.page_furniture import FURNITURE
from rbb_editor.formats.tables import Columns, head_columns, known_head

GAP = re.compile(r"(?: {2,}|\u3000+)\s*")
MOST_CROSSING = 0.03
"""At most so many of the lines of a table may have a letter in the gap between two columns."""
LAST_FIGURE = re.compile(r"(?:\s\s|(?<=[^\W\d_])\s|(?<=[，。、；）]))(\d{1,3}(?:[ ,.]?\d{3})*\s?%?)$")
"""A figure of its own at the end of the words before it."""
THOUSANDS, TAIL = re.compile(r"\s(\d{1,3}\s)$"), re.compile(r"\d{3}(?!\d)")
BRACKET = re.compile(r"[(（]")
LONGEST_HEAD_LINE = 300
FARTHEST = 2
"""So far from the space between two heads may the open space between their columns be."""
FEWEST = 3
Tokens = list[tuple[int, str]]
"""Pieces of a line with the index of their first letter."""


class Grid(Struct, frozen=True):
    """The columns of a table. `gaps`: (first, behind the last) place of the open space before each but the first.

    `wide`: places are widths, not letters. `head`: the texts of the head row that stand in its main line. A gap that
    ends where it starts is not open: the figure behind it stands now here, now there.
    """

    columns: Columns
    gaps: tuple[tuple[int, int], ...]
    wide: bool
    head: tuple[str, ...]

    def cut(self, line: str) -> list[str] | None:
        """The cells of a line; None where its words stand across a gap."""
        places = places_of(line, wide=self.wide)
        at, cells = 0, []
        for column, (start, end) in enumerate(self.gaps):
            if start == end:
                after = next((gap for gap in self.gaps[column + 1 :] if gap[0] < gap[1]), None)
                stop = next((i for i in range(at, len(line)) if after and places[i] >= after[1]), len(line))
                cut = self._figure_in(line, at, stop, places, start)
                cells.append(line[at:cut].strip())
                at = cut
                continue
            cut = next((index for index in range(at, len(line)) if places[index] >= end), len(line))
            if cut < len(line) and not line[cut].isspace():
                while cut > at and not line[cut - 1].isspace() and places[cut - 1] >= start:
                    cut -= 1  # a word that begins a little early belongs to the column on the right
                if (head := THOUSANDS.search(line, at, cut)) and TAIL.match(line, cut):
                    cut = head.start(1)
            if cut < len(line) and cut > at and not line[cut - 1].isspace() and not line[cut].isspace():
                return None
            cells.append(line[at:cut].strip())
            at = cut
        return [*cells, line[at:].strip()]

    def _figure_in(self, line: str, start: int, stop: int, places: Sequence[int], place: int) -> int:
        """Where, in the words of two columns, the figure of the second begins; `place`: where its head stands."""
        piece = line[start:stop].rstrip()
        if not piece.strip():
            return start
        if match := LAST_FIGURE.search(piece):
            return start + match.start(1)
        gaps = [gap.end() for gap in GAP.finditer(piece) if piece[: gap.start()].strip()]
        if gaps:
            return start + gaps[-1]
        begins = start + len(piece) - len(piece.lstrip())
        return start if places[begins] >= place - FARTHEST else start + len(piece)


class Heads(Struct):
    """The head rows of a text: their columns by line, and the lines above them that belong to them."""

    grids: dict[int, Grid] = field(default_factory=dict)
    upper: dict[int, str] = field(default_factory=dict)


def tokens_of(line: str) -> Tokens:
    """The pieces of a line between wide gaps, with the index of their first letter."""
    found, start = [], len(line) - len(line.lstrip())
    for gap in GAP.finditer(line, start):
        if line[start : gap.start()].strip():
            found.append((start, line[start : gap.start()].strip()))
        start = gap.end()
    if line[start:].strip():
        found.append((start, line[start:].strip()))
    return found


def heads_of(lines: Sequence[str]) -> Heads:
    """The columns that stand below each head row; those of heads set alike are found together."""
    heads = {index: head for index, line in enumerate(lines) if (head := _head(line)) is not None}
    alike: dict[tuple[int, ...], list[int]] = {}
    for index, (tokens, _) in heads.items():
        alike.setdefault(tuple(start for start, _ in tokens), []).append(index)
    found = Heads()
    for indices in alike.values():
        tokens, columns = heads[indices[0]]
        below = [line for index in indices for line in _below(lines, index, heads)]
        grid = _grid(tokens, columns, [lines[indices[0]], *below])
        if grid is not None:
            found.grids |= dict.fromkeys(indices, grid)
    for index, grid in found.grids.items():
        above = lines[index - 1].strip() if index else ""
        if above and any(not wording.fold(text) for text in grid.head) and known_head(" ".join(above.split())):
            found.upper[index - 1] = " ".join(above.split())
    return found


def _head(line: str) -> tuple[Tokens, Columns] | None:
    """The pieces of a head row, and which column is which."""
    if not 0 < len(line) < LONGEST_HEAD_LINE:
        return None
    tokens = [piece for token in tokens_of(line) for piece in _heads_in(token)]
    if len(tokens) < FEWEST:
        return None
    columns = head_columns(Row(tuple(Cell((text,)) for _, text in tokens), Place(1)))
    return (tokens, columns) if columns is not None else None


def _heads_in(token: tuple[int, str]) -> Tokens:
    """Two heads that but one space parts: "Completed Remarks"; else the piece as it is."""
    start, text = token
    if " " not in text or (known_head(text) and not BRACKET.search(text)):
        return [token]
    for gap in re.finditer(r"\s", text):
        left, right = text[: gap.start()], text[gap.end() :]
        if known_head(right) and (known_head(left) or not wording.fold(left)):
            return [(start, left), (start + gap.end(), right)]
    return [token]


def _below(lines: Sequence[str], index: int, heads: Collection[int]) -> Iterator[str]:
    """The lines of the table below a head row that have more than one piece, without page feet."""
    for at in range(index + 1, len(lines)):
        if at in heads:
            return
        tokens = tokens_of(lines[at])
        if len(tokens) < 2 or any(FURNITURE.match(text) for _, text in tokens if "/" in text):
            continue
        mark = read_heading(" ".join(lines[at].split()))
        if mark is not None and mark.sure:
            return
        yield lines[at]


def _grid(tokens: Tokens, columns: Columns, lines: Sequence[str]) -> Grid | None:
    """The columns in letters or in widths, whichever leaves more open space between them."""
    heads = tuple(text for _, text in tokens)
    found = []
    for wide in (False, True):
        gaps = _gaps(tokens, lines, wide=wide)
        if gaps is not None:
            found.append(Grid(columns, gaps, wide, heads))
        if all(map(str.isascii, lines)):
            break
    return max(found, key=_openness, default=None)


def _openness(grid: Grid) -> tuple[int, int]:
    widths = [end - start for start, end in grid.gaps]
    return sum(map(bool, widths)), sum(widths)


def _gaps(tokens: Tokens, lines: Sequence[str], *, wide: bool) -> tuple[tuple[int, int], ...] | None:
    """The open space between each two columns: what fits best between the two heads. `lines`: the head first."""
    taken: Counter[int] = Counter()
    for line in lines:
        places = places_of(line, wide=wide)
        taken.update({place for place, letter in zip(places, line, strict=True) if not letter.isspace()})
        if wide:
            taken.update({place + 1 for place, letter in zip(places, line, strict=True) if _width(letter) > 1})
    most = int(MOST_CROSSING * len(lines))
    runs = list(_runs([taken[place] <= most for place in range(max(taken, default=0) + 1)]))
    head = places_of(lines[0], wide=wide)
    found: list[tuple[int, int]] = []
    for (left, text), (right, _) in pairwise(tokens):
        ends = head[left + len(text) - 1] + 1
        best = min(
            (
                (max(run[0], found[-1][1]), run[1]) if found else run
                for run in runs
                if not found or run[1] > found[-1][1]
            ),
            key=lambda run: _misfit(run, ends, head[right]),
            default=None,
        )
        if best is not None and _misfit(best, ends, head[right])[0] <= FARTHEST:
            found.append(best)
        elif found:  # but the first gap may be closed
            return None
        else:
            found.append((head[right], head[right]))
    return tuple(found)


def _misfit(run: tuple[int, int], left_end: int, right: int) -> tuple[int, bool, int]:
    """How badly an open space fits between two heads: how far from it, not flush with either, narrow."""
    start, end = run
    apart = max(0, start - right, left_end - end)
    flush = abs(end - right) <= 1 or abs(start - left_end) <= 1
    return apart, not flush, start - end


def _runs(open_places: Sequence[bool]) -> Iterator[tuple[int, int]]:
    start: int | None = None
    for place, is_open in enumerate([*open_places, False]):
        if is_open and start is None:
            start = place
        elif not is_open and start is not None:
            yield start, place
            start = None


def places_of(line: str, *, wide: bool) -> Sequence[int]:
    """Where each letter of a line stands."""
    if not wide or line.isascii():
        return range(len(line))
    at, found = 0, []
    for letter in line:
        found.append(at)
        at += _width(letter)
    return found


def _width(letter: str) -> int:
    if letter < "\u0300":
        return 1
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def is_one_line(line: str, cells: Sequence[str]) -> bool:
    """Whether the words of a line run through several columns without a wide gap: a sentence, no row."""
    return len(tokens_of(line)) == 1 and sum(map(bool, cells)) > 1
