"""How an open report is seen, view by view, to be seen so again when its window has been made anew."""

from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, QTimer
from PySide6.QtWidgets import QScrollArea, QScrollBar

from rbb_editor.domain.report import Report
from rbb_editor.gui.panels.chips import Since
from rbb_editor.gui.table.standing import Current

if TYPE_CHECKING:
    from rbb_editor.gui.main_window import MainWindow
    from rbb_editor.gui.table.view import TableView
    from rbb_editor.gui.workspace import Workspace


class TableSeen(Struct, frozen=True):
    """`selected`: first and last row and column of each part, where there are several cells. `top`: the row at the
    upper edge and where it begins.
    """

    cell: Current | None
    selected: tuple[tuple[int, int, int, int], ...]
    top: tuple[int, int]
    spelling: bool


class OverviewSeen(Struct, frozen=True):
    """`share`: bars of one length. `all`: every office is listed. `at`: pixels that it is scrolled."""

    share: bool
    all: bool
    at: int


class PagesSeen(Struct, frozen=True):
    """`zoom`: 0 fits the width. `earlier`: what changes are shown from. `at`: pixels that they are scrolled."""

    zoom: float
    earlier: Report | None
    search: str
    at: tuple[int, int]


class Seen(Struct, frozen=True):
    """`node`: what is open in the outline, of which the nodes in `opened` are; `outline`, `front`: pixels scrolled.

    `overview`, `pages`: where that view lies over the table.
    """

    node: str
    opened: tuple[str, ...]
    counts: bool
    outline: int
    front: int
    filters: frozenset[str]
    since: Since | None
    search: str
    table: TableSeen
    overview: OverviewSeen | None
    pages: PagesSeen | None


def seen_in(place: "Workspace") -> Seen:
    """How a report is seen now."""
    header, page = place.centre.header, place.centre.page
    return Seen(
        node=place.centre.node or "",
        opened=tuple(place.pane.filter.open_before()),
        counts=place.outline.nodes.show_outputs,
        outline=place.outline.verticalScrollBar().value(),
        front=page.verticalScrollBar().value() if isinstance(page, QScrollArea) else 0,
        filters=header.chosen(),
        since=header.chips.since,
        search=header.search.text(),
        table=_table_seen(place.table),
        overview=_overview_seen(place),
        pages=_pages_seen(place),
    )


def _table_seen(table: "TableView") -> TableSeen:
    ranges = table.selectionModel().selection().toList() if table.standing.many else []
    top = max(0, table.rowAt(0))
    return TableSeen(
        cell=table.current(),
        selected=tuple((each.top(), each.left(), each.bottom(), each.right()) for each in ranges),
        top=(top, table.rowViewportPosition(top)),
        spelling=table.misspelled is not None,
    )


def _overview_seen(place: "Workspace") -> OverviewSeen | None:
    if place.at_a_glance is None or not place.at_a_glance.open:
        return None
    pane = place.at_a_glance.pane
    return OverviewSeen(pane.shares.checkedId() == 1, pane.left.shows_all, pane.verticalScrollBar().value())


def _pages_seen(place: "Workspace") -> PagesSeen | None:
    if place.paging is None or not place.paging.open:
        return None
    pane = place.paging.pane
    at = pane.view.horizontalScrollBar().value(), pane.view.verticalScrollBar().value()
    return PagesSeen(pane.view.zoom, pane.earlier, pane.search.text(), at)


def see_again(window: "MainWindow", seen: Seen) -> None:
    """Shows the report of a window so; what needs its place in the window first follows when it has that."""
    place = window.workspace
    assert place is not None
    place.open_at(seen.node)
    place.outline.set_open(seen.opened)
    if seen.counts:
        place.outline.toggle_counts()
    header, table = place.centre.header, place.table
    if seen.since is not None:
        header.chips.choose_since(seen.since)
    header.choose(*seen.filters)
    header.search.setText(seen.search)
    if seen.table.spelling:
        place.spell_table()
    if seen.table.cell is not None:
        table.show_cell(seen.table.cell.output, seen.table.cell.component, seen.table.cell.field)
    _select(table, seen.table)
    place.centre.focus_table()
    if seen.overview is not None:
        _show_overview(window, place, seen.overview)
    elif seen.pages is not None:
        _show_pages(window, place, seen.pages)
    QTimer.singleShot(0, place, partial(_scroll, place, seen))


def _select(table: "TableView", seen: TableSeen) -> None:
    model, chosen = table.table_model, QItemSelection()
    for top, left, bottom, right in seen.selected:
        chosen.select(model.index(top, left), model.index(bottom, right))
    if not chosen.isEmpty():
        table.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def _scroll(place: "Workspace", seen: Seen) -> None:
    top, at = seen.table.top
    bar = place.table.verticalScrollBar()
    if top < len(place.table.table_model.rows):
        bar.setValue(bar.value() + place.table.rowViewportPosition(top) - at)
    _Back(place.outline.verticalScrollBar(), seen.outline)
    page = place.centre.page
    if isinstance(page, QScrollArea):
        _Back(page.verticalScrollBar(), seen.front)
    if seen.overview is not None and place.at_a_glance is not None:
        _Back(place.at_a_glance.pane.verticalScrollBar(), seen.overview.at)
    if seen.pages is not None and place.paging is not None:
        view = place.paging.pane.view
        for area_bar, value in zip((view.horizontalScrollBar(), view.verticalScrollBar()), seen.pages.at, strict=True):
            _Back(area_bar, value)


def _show_overview(window: "MainWindow", place: "Workspace", seen: OverviewSeen) -> None:
    window.show_view("overview")
    assert place.at_a_glance is not None
    pane = place.at_a_glance.pane
    if seen.share:
        pane.shares.button(1).click()
    if seen.all:
        pane.left.all.click()


def _show_pages(window: "MainWindow", place: "Workspace", seen: PagesSeen) -> None:
    window.show_view("page")
    assert place.paging is not None
    pane = place.paging.pane
    pane.open_at("")
    if seen.earlier is not None:
        pane.show_changes(seen.earlier)
    pane.view.set_zoom(seen.zoom)
    pane.search.setText(seen.search)


class _Back(QObject):
    """Scrolls back to a place as soon as there is as much to scroll; who has scrolled meanwhile stays there."""

    def __init__(self, bar: QScrollBar, to: int) -> None:
        super().__init__(bar)
        self._bar, self._to = bar, to
        bar.rangeChanged.connect(self._try)
        bar.actionTriggered.connect(self.deleteLater)
        self._try()

    def _try(self) -> None:
        if self._bar.maximum() >= self._to:
            self._bar.setValue(self._to)
            self.deleteLater()
