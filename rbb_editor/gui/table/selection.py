"""What is selected in the table, as outputs and figures: whole rows by their number, any cells by keys and clicks."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel

from rbb_editor.gui.table.columns import COLUMNS

if TYPE_CHECKING:
    from rbb_editor.gui.table.view import TableView

Flag = QItemSelectionModel.SelectionFlag
Place = tuple[str, str]


class Selection:
    """The selection of one table. Whole rows are those of whole outputs; they stay selected when they move."""

    def __init__(self, view: "TableView") -> None:
        self._view = view
        self._anchor: int | None = None

    # asking

    def rows(self) -> list[int]:
        """The rows with a selected cell, from above; a cell that spans an output stands for all its rows.

        Where no more than one cell is selected, the current row.
        """
        view, model = self._view, self._view.table_model
        if not view.standing.many:
            spot = view.standing.spot()
            return [spot.row] if spot is not None else []
        found: set[int] = set()
        for chosen in view.selectionModel().selection().toList():
            spanning = any(COLUMNS[column].spans for column in range(chosen.left(), chosen.right() + 1))
            for at in range(chosen.top(), chosen.bottom() + 1):
                row = model.row(at)
                if row.component is not None:
                    first = at - row.place
                    found.update(range(first, first + row.span) if spanning else (at,))
        return sorted(found)

    def cells(self) -> list[tuple[int, int]]:
        """Row and column of the selected cells of figures, from above; Qt itself would ask each for its flags."""
        model = self._view.table_model
        return sorted({
            (at, column)
            for chosen in self._view.selectionModel().selection().toList()
            for at in range(chosen.top(), chosen.bottom() + 1)
            if model.row(at).component is not None
            for column in range(chosen.left(), chosen.right() + 1)
        })  # fmt: skip

    def figures(self) -> list[Place]:
        """Output and figure of the selected rows, from above."""
        found = []
        for at in self.rows():
            row = self._view.table_model.row(at)
            if row.component is not None:
                found.append((row.id, row.component))
        return found

    def outputs(self) -> list[str]:
        """The outputs with a selected row, from above."""
        return list(dict.fromkeys(output for output, _ in self.figures()))

    def whole(self) -> list[str]:
        """The outputs selected as whole rows; none where only cells are selected."""
        view = self._view
        if not view.standing.many:
            return []
        last = len(COLUMNS) - 1
        ranges = view.selectionModel().selection().toList()
        return self.outputs() if all((each.left(), each.right()) == (0, last) for each in ranges) else []

    # choosing

    def choose(self, at: int, *, add: bool = False, extend: bool = False) -> None:
        """Selects the whole output of a row; `add` takes it in or out, `extend` all from the one chosen before."""
        view = self._view
        first, last = self._block(at)
        selection = view.selectionModel()
        index = view.table_model.index(first, 0)
        anchor = self._anchor
        if extend and anchor is not None and anchor < len(view.table_model.rows):
            start, end = self._block(anchor)
            view.standing.stand(index)
            selection.select(self._cells(min(start, first), max(end, last)), Flag.ClearAndSelect)
            return
        self._anchor = first
        view.standing.stand(index)
        toggled = Flag.Deselect if selection.isSelected(index) else Flag.Select
        flag = toggled if add else Flag.ClearAndSelect
        selection.select(self._cells(first, last), flag)

    def widen(self) -> None:
        """Selects the whole of every output with a selected cell."""
        spot = self._view.standing.spot()
        if spot is not None:
            self._anchor = self._block(spot.row)[0]
            self.restore(self.outputs())

    def step(self, step: int) -> None:
        """Extends whole rows by one output up (-1) or down (1)."""
        view = self._view
        spot = view.standing.spot()
        if spot is None:
            return
        first, last = self._block(spot.row)
        at = first - 1 if step < 0 else last + 1
        while 0 <= at < len(view.table_model.rows):
            if view.table_model.row(at).component is not None:
                self.choose(at, extend=True)
                view.scrollTo(view.table_model.index(at, 0))
                return
            at += step

    def restore(self, outputs: list[str]) -> None:
        """Selects whole outputs by their ids; those without rows are passed over."""
        view = self._view
        chosen = QItemSelection()
        for id in outputs:
            first = view.table_model.rows.first(id)
            if first is not None:
                chosen.merge(self._cells(*self._block(first)), Flag.Select)
        if not chosen.isEmpty():
            view.selectionModel().select(chosen, Flag.ClearAndSelect)

    def _block(self, at: int) -> tuple[int, int]:
        row = self._view.table_model.row(at)
        first = at - row.place
        return first, first + row.span - 1

    def _cells(self, first: int, last: int) -> QItemSelection:
        model = self._view.table_model
        return QItemSelection(model.index(first, 0), model.index(last, len(COLUMNS) - 1))
