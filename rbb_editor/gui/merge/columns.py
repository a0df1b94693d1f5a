"""The columns of the review: where each begins in a width."""

from enum import Enum

from PySide6.QtCore import QRectF

EDGE, GAP = 18, 22
WHERE, DECISION = 140, 190


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
        rest = max(240.0, width - 2 * EDGE - WHERE - DECISION - 4 * GAP)
        self._widths = {
            Column.WHERE: float(WHERE),
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
        return EDGE + sum(self._widths[each] + GAP for each in Column if each.value < column.value)

    def box(self, column: Column, rect: QRectF, *, right: bool) -> QRectF:
        """Where a column stands in a row."""
        start, width = self.start(column), self._widths[column]
        left = rect.right() + 1 - start - width if right else rect.left() + start
        return QRectF(left, rect.top(), width, rect.height())
