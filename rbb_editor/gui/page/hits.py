"""The places of some words on the pages: counted in all, found to the point only on the pages that are shown."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF

from rbb_editor.gui.page.pager import Sheet
from rbb_editor.gui.page.pieces import Placed

Place = tuple[QRectF, ...]
"""The rectangles of one place in the text of its page: several where it runs over a line's end."""


class Hits:
    """The places on some sheets, numbered through from 0."""

    def __init__(self, sheets: list[Sheet], words: str) -> None:
        self._sheets, self._words = sheets, words
        self._found: dict[int, list[Place]] = {}
        counts = (sum(_count(each, words) for each in sheet.holding(words)) for sheet in sheets) if words else ()
        self._ends = list(accumulate(counts))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def first(self, at: int) -> int:
        """The first place on a sheet or behind it; the very first where there is none."""
        first = self._ends[at - 1] if 0 < at <= len(self._ends) else 0
        return first if first < len(self) else 0

    def place(self, number: int) -> tuple[int, Place]:
        """The index of the sheet of a place, and where it is on it."""
        at = bisect_right(self._ends, number)
        return at, dict(self.on(at))[number]

    def on(self, at: int) -> list[tuple[int, Place]]:
        """The places on a sheet, each with its number."""
        if at >= len(self._ends):
            return []
        first = self._ends[at - 1] if at else 0
        if at not in self._found:
            placed = self._sheets[at].holding(self._words) if self._ends[at] > first else ()
            self._found[at] = [place for each in placed for place in _places(each, self._words)]
        return list(enumerate(self._found[at], start=first))


def _count(placed: Placed, words: str) -> int:
    paragraph = placed.paragraph
    if placed.first == 0 and placed.last is None:
        return paragraph.count_of(words)
    return sum(1 for _ in _places(placed, words))


def _places(placed: Placed, words: str) -> Iterator[Place]:
    """Those that begin in the lines that stand here; what runs on to another page is marked up to there."""
    last = placed.paragraph.count if placed.last is None else placed.last
    moved = placed.at - QPointF(0, placed.first * placed.paragraph.pitch)
    for lines in placed.paragraph.found(words):
        if placed.first <= lines[0][0] < last:
            yield tuple(rect.translated(moved) for line, rect in lines if line < last)
