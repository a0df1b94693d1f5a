"""The table of planned outputs: shows a scope, moves and edits as a spreadsheet does."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QHideEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QApplication, QTableView, QWidget

from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.table.cells import Cells
from rbb_editor.gui.table.columns import COLUMNS, Field
from rbb_editor.gui.table.delegate import CellDelegate
from rbb_editor.gui.table.dress import Dress
from rbb_editor.gui.table.heights import RowHeights
from rbb_editor.gui.table.keys import handle_key
from rbb_editor.gui.table.model import NUMBER_COLUMN, TableModel
from rbb_editor.gui.table.mouse import handle_double_click, handle_press, menu_place
from rbb_editor.gui.table.moves import Spot
from rbb_editor.gui.table.painter import CellPainter
from rbb_editor.gui.table.redraw import Redraw
from rbb_editor.gui.table.rows import EVERYTHING, Filter
from rbb_editor.gui.table.scrolling import bring_into_view, bring_sideways, span_rows, within
from rbb_editor.gui.table.selection import Selection
from rbb_editor.gui.table.setup import behave, take_focus
from rbb_editor.gui.table.source import none_earlier
from rbb_editor.gui.table.standing import Current, Standing
from rbb_editor.gui.table.widths import Widths
from rbb_editor.gui.viewport import give_viewport
from rbb_editor.i18n import Translator

if TYPE_CHECKING:
    from rbb_editor.gui.table.clipboard import Clipboard
    from rbb_editor.gui.table.dragging import Dragging
    from rbb_editor.gui.table.editing import Editing, Open
    from rbb_editor.gui.table.source import Earlier, Misspelled, Source

Trigger = QAbstractItemView.EditTrigger
Index = QModelIndex | QPersistentModelIndex
PLANNED_OUTPUTS = Text.of(N_("Planned outputs"))


class TableView(QTableView):
    """The table. `current_changed(Current | None)`; `edited()`: a cell was written; `failed(UserError)`: one could not
    be, its editor is still open; `said(Text)`: a short word for the status bar; `editing_changed(field or "")`;
    `scope_wanted(id)`: a heading row was clicked. `menu_wanted(QPoint)`: its commands are asked for, at that place of
    the screen. `selection_changed()`: more, fewer or other rows are selected than before. `outputs_dropped(ids, parent,
    after)`: rows of this report were dragged behind an output of an accomplishment. `escaped()`: Esc outside an editor.
    `notes_wanted(field)`: the findings, or the comments, of the row are asked for.
    """

    current_changed = Signal(object)
    edited = Signal()
    failed = Signal(object)
    said = Signal(object)
    editing_changed = Signal(str)
    scope_wanted = Signal(str)
    menu_wanted = Signal(QPoint)
    selection_changed = Signal()
    outputs_dropped = Signal(object, str, object)
    escaped = Signal()
    notes_wanted = Signal(str)

    painter: CellPainter
    cells: Cells

    def __init__(self, source: "Source", translator: Translator, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
        give_viewport(self.horizontalHeader(), QPalette.ColorRole.Button)
        self.theme = theme
        self.table_model = TableModel(source, translator)
        self.standing = Standing(self)
        self.selection = Selection(self)
        self.carried_from = ""
        self.misspelled: Misspelled | None = None
        self.earlier: Earlier = none_earlier
        self.heights = RowHeights(self, lambda: self.cells)
        self.widths = Widths(self)
        self.redraw = Redraw(self)
        self.dress = Dress(self)
        self.dress.put_on()
        self.setItemDelegate(CellDelegate(self))
        model = self.table_model
        for before in (model.modelAboutToBeReset, model.rowsAboutToBeRemoved, model.rowsAboutToBeInserted):
            before.connect(self.standing.keep)  # before Qt's own selection hears of it and moves the current cell
        self.setModel(model)
        behave(self)
        self.setAccessibleName(self.say(PLANNED_OUTPUTS))
        self.table_model.restructured.connect(self._restructured)
        self.widths.fit()
        theme.changed.connect(self._recolour)

    @cached_property
    def editing(self) -> "Editing":
        """What edits in place; made, and all that it needs loaded, when the first editor is wanted."""
        from rbb_editor.gui.table.editing import Editing

        return Editing(self)

    @property
    def open_editor(self) -> "Open | None":
        """The editor that is open now."""
        return self.editing.now if "editing" in vars(self) else None

    @cached_property
    def dragging(self) -> "Dragging":
        """What drags rows from here and takes those let go here; loaded when the mouse first does so."""
        from rbb_editor.gui.table.dragging import Dragging

        return Dragging(self, report=self.carried_from)

    @cached_property
    def clipboard(self) -> "Clipboard":
        """What copies and pastes cells; made when it is first asked to."""
        from rbb_editor.gui.table.clipboard import Clipboard

        return Clipboard(self)

    def _recolour(self) -> None:
        self.dress.put_on()

    # for the window

    def say(self, text: Text) -> str:
        """A text in the interface language."""
        return self.table_model.translator(text)

    def set_scope(self, scope: str | None) -> bool:
        """Shows a section, an output or (None) the whole report; False where an open editor could not be written."""
        if not self.commit_pending():
            return False
        if not self.dress.fits():
            self.dress.put_on()
        self.table_model.show(scope, self.table_model.filter)
        return True

    def set_filter(self, filter: Filter = EVERYTHING) -> bool:  # noqa: A002
        """Shows only what passes; False where an open editor could not be written."""
        if not self.commit_pending():
            return False
        self.table_model.show(self.table_model.scope, filter)
        return True

    def refresh(self, ids: frozenset[str]) -> None:
        """Draws again what a change touched."""
        if not self.dress.fits():
            self.dress.put_on()
            self.table_model.show(self.table_model.scope, self.table_model.filter)
        else:
            self.table_model.refresh(ids)

    def current(self) -> Current | None:
        """Where the user is; None without a current figure."""
        return self.standing.current()

    def show_cell(self, output: str, component: str | None = None, field: str | None = None) -> bool:
        """Makes a cell current and scrolls to it; False where the rows shown do not hold it."""
        if not self.commit_pending():
            return False
        wanted = Field(field) if field in tuple(Field) else Field.COMPLETED
        index = self.table_model.place(output, component, wanted)
        if not index.isValid():
            return False
        spans = COLUMNS[index.column()].spans
        if component is not None and not spans and self.table_model.row(index.row()).component != component:
            return False  # the filter shows other figures of the output, not this one
        self.standing.go(self.standing.moves().settle(Spot(index.row(), wanted)))
        return True

    def commit_pending(self) -> bool:
        """Writes what is being typed; False where it could not be written (`failed` said why): then stay."""
        return self.open_editor is None or self.editing.commit()

    def edit_field(self, field: str) -> bool:
        """Opens the editor of a field of the current row."""
        spot = self.standing.spot()
        if spot is None or not self.commit_pending():
            return False
        self.standing.go(self.standing.moves().settle(Spot(spot.row, Field(field))))
        return self.edit(self.currentIndex(), Trigger.AllEditTriggers, QEvent(QEvent.Type.None_))

    def go_to(self, field: Field) -> None:
        """Makes a field of the current row the current one."""
        if (spot := self.standing.spot()) is not None:
            self.standing.go(self.standing.moves().settle(Spot(spot.row, field)))

    def head_of(self, field: Field) -> str | None:
        """What stands before the cursor where a field of long text is open and the cursor is within it."""
        now = self.open_editor
        if now is None or now.field is not field:
            return None
        return self.editing.head()

    # where the user is

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Sizes the row that was and the row that is current, whose question comes and goes, and tells the window."""
        super().currentChanged(current, previous)
        if self.standing.moving:
            return
        self.redraw.current_changed(current, previous)
        if not QGuiApplication.mouseButtons():  # nothing moves away under a pressed button
            self.scrollTo(current)  # its question, too, is to be in sight
        self.current_changed.emit(self.current())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Remembers whether more than one cell is selected."""
        super().selectionChanged(selected, deselected)
        were_many = self.standing.many
        ranges = self.selectionModel().selection().toList()
        self.standing.many = sum(each.width() * each.height() for each in ranges) > 1
        if were_many or self.standing.many:
            self.viewport().update()
            self.selection_changed.emit()

    # sizes

    def put_editor(self, editor: QWidget, box: QRect, *, fits: bool) -> None:
        """Gives an editor its place, whole within the table; one that does not fit its row is drawn over the next."""
        editor.setGeometry(within(box, self.viewport().rect(), fits=fits))

    # keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves and edits as a spreadsheet does."""
        if not handle_key(self, event):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Begins typing with what an input method composes; Qt forgets what is committed without being composed."""
        super().inputMethodEvent(event)
        now = self.open_editor
        if event.commitString() and now is not None and now.editor.text() == now.before:
            QApplication.sendEvent(now.editor, event)

    def event(self, event: QEvent) -> bool:
        """Tab moves within the table as long as there is a place to go."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            tab = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            if tab and handle_key(self, event):
                return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Makes the field under the mouse current; chips, the answer field and heading rows act at once."""
        if not handle_press(self, event):
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edits the cell, or leads to what is said of its row."""
        if not handle_double_click(self, event):
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Shows the row under the mouse; drags rows by their number."""
        if "dragging" not in vars(self) or not self.dragging.move(event):
            super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ends what a press began."""
        if "dragging" not in vars(self) or not self.dragging.release():
            super().mouseReleaseEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes rows; all else is for the window."""
        event.setAccepted(self.dragging.over(event))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Shows where rows would come to lie."""
        event.setAccepted(self.dragging.over(event))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Shows nothing any more."""
        self.dragging.leave()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Takes the rows that were let go."""
        event.setAccepted(self.dragging.drop(event))

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the mouse."""
        super().leaveEvent(event)
        self._hover(-1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Asks for the commands on the rows: those under the mouse, which become current where they were not."""
        place = menu_place(self, event)
        if place is not None and self.commit_pending():
            self.menu_wanted.emit(place)

    def _hover(self, row: int) -> None:
        before = self.standing.hover(row)
        if before != row:
            self.redraw.rows(before, row)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the frame of the current cell; the first cell becomes current where none is."""
        if not take_focus(self, event.reason()):
            super().focusInEvent(event)
            if (first := self.standing.moves().first()) is not None:
                self.standing.go(Spot(first, Field.COMPLETED))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hides the frame of the current cell."""
        super().focusOutEvent(event)
        self.redraw.rows(self.currentIndex().row())

    # for Qt

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: ARG002
        """Closes an editor, unless what is in it could not be written."""
        now = self.open_editor
        if now is not None and now.editor is editor:
            if now.failed:
                now.failed = False
                return
            now.closing = True
            super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self.editing.closed()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the cells, and what they leave bare."""
        self.redraw.bare(event.rect())
        with self.standing.painting():
            super().paintEvent(event)
        if "dragging" in vars(self):
            self.dragging.paint()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Sizes the rows that come into view."""
        if dy and self.heights.settling:
            self.verticalHeader().setOffset(self.verticalScrollBar().value())
            return
        super().scrollContentsBy(dx, dy)
        if not self.standing.moving:
            self.heights.settle()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Brings a row into view, as a whole where it fits."""
        if index.isValid() and not self.standing.moving:  # while rows come and go, those shown are not yet the report's
            bring_into_view(self, index.row(), centred=hint == QAbstractItemView.ScrollHint.PositionAtCenter)
            bring_sideways(self, index.column())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the columns and sizes the rows in view; a current row that was seen whole stays so where it can."""
        current = self.currentIndex()
        seen = self.isVisible() and self.redraw.is_whole(current, event.oldSize().height())
        super().resizeEvent(event)
        self.widths.fit()
        self.redraw.settle(current)
        if self.open_editor is not None or (seen and not self.redraw.is_whole(current, event.size().height())):
            self.scrollTo(current)
        if self.open_editor is not None:  # what is being typed stays over its cell
            self.updateEditorGeometries()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing typed is lost when the table is left."""
        self.commit_pending()
        super().hideEvent(event)

    def dataChanged(self, top: Index, bottom: Index, roles: Sequence[int] = ()) -> None:
        """Sizes the changed rows that are in view, and draws them again."""
        super().dataChanged(top, bottom, list(roles))
        if not self.standing.moving and bottom.column() != NUMBER_COLUMN:
            self.redraw.data_changed(top.row(), bottom.row())

    def _restructured(self) -> None:
        """Spans, heights and the current cell after rows came and went."""
        if not self.standing.moving:
            return
        span_rows(self)
        self.standing.moving = False
        self.heights.restart(self.dress.zoom)
        self.standing.stay()
        self.heights.settle()
        self.viewport().update()
