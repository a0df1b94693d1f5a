"""How the table behaves as a view of Qt: what is switched on and off, and what it does with the keyboard's focus."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

if TYPE_CHECKING:
    from rbb_editor.gui.table.view import TableView

Trigger = QAbstractItemView.EditTrigger


def behave(view: "TableView") -> None:
    """Selects cells as a spreadsheet does, scrolls by pixels, leaves heights and Tab to us, always keeps the gutter."""
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setCornerButtonEnabled(False)
    view.setTabKeyNavigation(False)
    view.setMouseTracking(True)
    view.setAcceptDrops(True)
    view.viewport().setAcceptDrops(True)
    # a step of the arrow keys or the wheel moves what is drawn already, and only what comes into view is painted
    view.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setEditTriggers(Trigger.DoubleClicked | Trigger.EditKeyPressed | Trigger.AnyKeyPressed)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.dress.set_step()  # which Qt has just taken back
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    view.verticalHeader().hide()
    view.verticalHeader().setMinimumSectionSize(1)
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)


def take_focus(view: "TableView", reason: Qt.FocusReason) -> bool:
    """Gives the keyboard to the open editor, or shows where it is; False where no cell is current yet.

    Qt's own way would draw the whole table again after every edit.
    """
    now = view.open_editor
    if now is not None and not now.closing:  # what could not be written waits in it, and so does the keyboard
        now.editor.setFocus(reason)
        return True
    index = view.currentIndex()
    if not index.isValid():
        return False
    editable = bool(view.table_model.flags(index) & Qt.ItemFlag.ItemIsEditable)
    view.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, editable)
    view.redraw.rows(index.row())
    return True
