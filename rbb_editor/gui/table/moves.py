"""Where the keys lead in the table. No Qt.

As in a spreadsheet, with two places more: remarks and explanation lie above one another in one column, and Tab goes
through what is filled in for each figure: completed, remarks, explanation, next row.
"""

from collections.abc import Callable

from msgspec import Struct

from rbb_editor.gui.table.columns import COLUMNS, Field, column_of
from rbb_editor.gui.table.rows import Rows

ACROSS = (Field.PLANNED_TEXT, Field.PLANNED, Field.COMPLETED, Field.REMARKS, Field.FINDINGS, Field.COMMENTS)
BY_TAB = (Field.COMPLETED, Field.REMARKS, Field.EXPLANATION)
SHARED = {Field.EXPLANATION: Field.REMARKS, Field.LABEL: Field.REMARKS}


class Spot(Struct, frozen=True):
    """A place in the table: a row and a field."""

    row: int
    field: Field


class Moves(Struct, frozen=True):
    """Moves over the rows shown. `parts`: the fields that the remarks cell of a row shows, from above."""

    rows: Rows
    parts: Callable[[int], tuple[Field, ...]]

    def settle(self, spot: Spot) -> Spot:
        """The spot itself, at the row where a cell that spans several rows begins, and a part that is shown."""
        row = spot.row
        if COLUMNS[column_of(spot.field)].spans:
            row -= self.rows[row].place
        elif spot.field is Field.REMARKS and spot.field not in (parts := self.parts(row)) and parts:
            return Spot(row, parts[0])
        return Spot(row, spot.field)

    def first(self) -> int | None:
        """The first row with a figure."""
        return self._seek(0, 1)

    def last(self) -> int | None:
        """The last row with a figure."""
        return self._seek(len(self.rows) - 1, -1)

    def vertical(self, spot: Spot, step: int) -> Spot:
        """One field up (-1) or down (1): the other part of the cell, else the next row; the spot itself at the end."""
        if SHARED.get(spot.field, spot.field) is Field.REMARKS:
            parts = self.parts(spot.row)
            at = parts.index(spot.field) + step if spot.field in parts else -1
            if 0 <= at < len(parts):
                return Spot(spot.row, parts[at])
        row = self._beside(spot, step)
        if row is None:
            return spot
        if SHARED.get(spot.field, spot.field) is Field.REMARKS:
            return Spot(row, self.parts(row)[0 if step > 0 else -1])
        return self.settle(Spot(row, spot.field))

    def by_rows(self, spot: Spot, row: int) -> Spot:
        """The same field in another row, or in the nearest row that has figures."""
        row = max(0, min(row, len(self.rows) - 1))
        found = self._seek(row, 1)
        found = self._seek(row, -1) if found is None else found
        return spot if found is None else self.settle(Spot(found, SHARED.get(spot.field, spot.field)))

    def enter(self, spot: Spot, step: int) -> Spot:
        """The same field in the next row."""
        row = self._beside(spot, step)
        if row is None:
            return spot
        if spot.field is Field.EXPLANATION and spot.field in self.parts(row):
            return Spot(row, spot.field)
        return self.settle(Spot(row, SHARED.get(spot.field, spot.field)))

    def horizontal(self, spot: Spot, step: int) -> Spot:
        """One column on or back."""
        at = ACROSS.index(SHARED.get(spot.field, spot.field)) + step if spot.field is not Field.NUMBER else 0
        return self.settle(Spot(spot.row, ACROSS[max(0, min(at, len(ACROSS) - 1))]))

    def tab(self, spot: Spot, step: int) -> Spot:
        """The next place to fill in; the spot itself at the end of the table."""
        stops = self._stops(spot.row)
        if spot.field not in stops:
            if step < 0 and ACROSS.index(spot.field) if spot.field in ACROSS else False:
                return self.horizontal(spot, -1)
            if spot.field in (Field.NUMBER, Field.PLANNED_TEXT, Field.PLANNED):
                return Spot(spot.row, Field.COMPLETED)  # the planned figure is read from the text
            return self._next_row(spot, step)
        at = stops.index(spot.field) + step
        return Spot(spot.row, stops[at]) if 0 <= at < len(stops) else self._next_row(spot, step)

    def _next_row(self, spot: Spot, step: int) -> Spot:
        row = self._seek(spot.row + step, step)
        if row is None:
            return spot
        stops = self._stops(row)
        return Spot(row, stops[0 if step > 0 else -1])

    def _stops(self, row: int) -> tuple[Field, ...]:
        shown = (Field.COMPLETED, Field.REMARKS, *self.parts(row))
        return tuple(field for field in BY_TAB if field in shown)

    def _beside(self, spot: Spot, step: int) -> int | None:
        """The next row with a figure; from a cell that spans several rows, the next output's."""
        row = self.rows[spot.row]
        if COLUMNS[column_of(spot.field)].spans:
            first = spot.row - row.place
            return self._seek(first + row.span if step > 0 else first - 1, step)
        return self._seek(spot.row + step, step)

    def _seek(self, row: int, step: int) -> int | None:
        while 0 <= row < len(self.rows):
            if self.rows[row].component is not None:
                return row
            row += step
        return None
