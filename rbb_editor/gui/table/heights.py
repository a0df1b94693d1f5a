"""Row heights, laid out only for the rows in view and a page around them: ten thousand rows feel like ten."""

from collections.abc import Callable

from PySide6.QtWidgets import QHeaderView, QTableView

from rbb_editor.gui.table.cells import Cells

USUAL = 96
"""The height assumed of a row that was not in view yet, at 100 %; later the mean of those that were."""


class RowHeights:
    """Sizes rows as they come into view, and keeps what the user looks at in place while doing so."""

    def __init__(self, view: QTableView, cells: Callable[[], Cells]) -> None:
        self._view, self._cells = view, cells
        self._known: set[int] = set()
        self.settling = False
        self._sum = self._count = 0

    def forget(self) -> None:
        """All heights are to be found again: the rows, the columns' widths or the type have changed."""
        self._known.clear()

    def restart(self, zoom: float) -> None:
        """Forgets, and gives rows not in view the usual height."""
        self._known.clear()
        mean = self._sum / self._count if self._count > 20 else USUAL * zoom
        self._view.verticalHeader().setDefaultSectionSize(round(mean))

    def forget_row(self, at: int) -> None:
        """The height of the output that row `at` belongs to is to be found again."""
        row = self._view.model().row(at)  # type: ignore[attr-defined]  # it is our model
        first = at - row.place
        self._known.difference_update(range(first, first + row.span))

    def settle(self, keep: int | None = None) -> None:
        """Sizes the rows in view and a page above and below, keeping row `keep` (else the topmost) where it is.

        While it is `settling`, what the scroll bar does makes up for other heights and moves nothing on the screen.
        """
        view = self._view
        if self.settling or not view.model().rowCount() or view.viewport().height() <= 0:
            return
        self.settling = True
        try:
            bar = view.verticalScrollBar()
            anchor = keep if keep is not None else view.rowAt(0)
            anchor = max(anchor, 0)
            offset = view.rowViewportPosition(anchor)
            for _ in range(8):
                changed = self._size_around()
                if not changed:
                    break
                view.updateGeometries()
                moved = view.rowViewportPosition(anchor) - offset
                if moved:
                    bar.setValue(bar.value() + moved)
                self._draw_again(changed, anchor, stood=view.rowViewportPosition(anchor) == offset)
        finally:
            self.settling = False

    def _draw_again(self, changed: list[int], anchor: int, *, stood: bool) -> None:
        """Draws what other heights have moved: all below a changed row, above `anchor` all above it. `stood`: it did.

        Qt would draw the whole table, a moment later a second time: at every step of the arrow keys.
        """
        view, port = self._view, self._view.viewport()
        below = next((row for row in changed if row >= anchor), None)
        above = next((row for row in reversed(changed) if row < anchor), None)
        if not stood:
            port.update()
            return
        if below is not None and (top := view.rowViewportPosition(below)) < port.height():
            port.update(0, top, port.width(), port.height() - top)
        if above is not None and (end := view.rowViewportPosition(above) + view.rowHeight(above)) > 0:
            port.update(0, 0, port.width(), end)

    def _size_around(self) -> list[int]:
        """Sizes what is not sized yet; the rows that have another height now, from above."""
        view, cells = self._view, self._cells()
        page = view.viewport().height()
        header = view.verticalHeader()
        model = cells.model
        count = model.rowCount()
        row = _row_at(header, max(0, header.offset() - page))
        row -= model.row(row).place
        end = header.offset() + 2 * page
        changed: list[int] = []
        signals = header.blockSignals(True)  # Qt would draw all again for each: `_draw_again` knows better
        while row < count and header.sectionPosition(row) < end:
            span = model.row(row).span
            if row not in self._known:
                for at, height in enumerate(cells.heights(row), start=row):
                    self._known.add(at)
                    self._sum, self._count = self._sum + height, self._count + 1
                    if header.sectionSize(at) != height:
                        header.resizeSection(at, height)
                        changed.append(at)
            row += span
        header.blockSignals(signals)
        return changed


def _row_at(header: QHeaderView, position: int) -> int:
    """The row at a position of the whole height; the last one beyond the end."""
    row = header.logicalIndexAt(position - header.offset())
    return row if row >= 0 else max(0, header.count() - 1)
