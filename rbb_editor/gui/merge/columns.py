"""The columns of the review: where each begins in a width."""

from enum import Enum

from PySide6.QtCore import QRectF

EDGE, DECISION = 18, 190
WHERE, GAP = 140, 22
TIGHT, TIGHT_WHERE, TIGHT_GAP = 900, 118, 14
"""Below the first width the others hold: the texts of a small window get the room."""


class Column(Enum):
    """What stands in a column."""

    WHERE = 0
    BEFORE = 1
    THEIRS = 2
    OURS = 3
    DECISION = 4


class Columns:
    """The columns in a width: where and decision keep theirs, the texts share the rest, theirs a little more."""

    def __init__(self, width: float) -> None:
        where, self._gap = (WHERE, GAP) if width >= TIGHT else (TIGHT_WHERE, TIGHT_GAP)
        rest = max(240.0, width - 2 * EDGE - where - DECISION - 4 * self._gap)
        self._widths = {
            Column.WHERE: float(where),
            Column.BEFORE: rest * 0.31,
            Column.THEIRS: rest * 0.38,
            Column.OURS: rest * 0.31,
            Column.DECISION: float(DECISION),
        }

    def width(self, column: Column) -> float:
        """How wide a column is."""
        return self._widths[column]

    def start(self, column: Column) -> float:
        """How far from the start edge a column begins."""
        return EDGE + sum(self._widths[each] + self._gap for each in Column if each.value < column.value)

    def box(self, column: Column, rect: QRectF, *, right: bool) -> QRectF:
        """Where a column stands in a row."""
        start, width = self.start(column), self._widths[column]
        left = rect.right() + 1 - start - width if right else rect.left() + start
        return QRectF(left, rect.top(), width, rect.height())
