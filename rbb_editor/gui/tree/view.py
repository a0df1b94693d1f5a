"""The outline as a view: choosing a node, opening and closing, renaming in place, its keys, dragging."""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.tree.delegate import INDENT, OutlineDelegate
from rbb_editor.gui.tree.model import Index, Node, OutlineModel
from rbb_editor.gui.tree.outline import NO_SECTIONS
from rbb_editor.gui.viewport import give_viewport
from rbb_editor.project import Project

if TYPE_CHECKING:
    from rbb_editor.gui.tree.dragging import Dragging

MARGIN = 8
RADIUS = 5
EXPAND_AFTER = 600
"""Milliseconds over a closed node until what is dragged opens it."""
ALT, SHIFTED = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
PLAIN, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
KEYS = {
    (Qt.Key.Key_Insert, PLAIN): "add_beside",
    (Qt.Key.Key_Delete, PLAIN): "delete_section",
    (Qt.Key.Key_Up, ALT): "section_up",
    (Qt.Key.Key_Down, ALT): "section_down",
    (Qt.Key.Key_D, CONTROL): "duplicate_section",
    (Qt.Key.Key_Left, SHIFTED): "section_out",
    (Qt.Key.Key_Right, SHIFTED): "section_in",
}
"""Keys that mean sections while the outline has the keyboard, by the actions they trigger; F2 renames in place."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
MIRRORED = {Qt.Key.Key_Left: Qt.Key.Key_Right, Qt.Key.Key_Right: Qt.Key.Key_Left}


class OutlineView(QTreeView):
    """Shows an `OutlineModel`.

    `node_chosen(id)`: another node is current. `renamed(id, title)`: a title was typed. `menu_wanted(QPoint)`: global.
    `left()`: Enter, the keyboard is to go to what is shown. `escaped()`: Esc. `command_wanted(name)`: a key that means
    an action. `dropped(Drop)`, `refused(Text)`: see `dragging`.
    """

    node_chosen = Signal(str)
    renamed = Signal(str, str)
    menu_wanted = Signal(QPoint)
    left = Signal()
    escaped = Signal()
    command_wanted = Signal(str)
    dropped = Signal(object)
    refused = Signal(object)

    def __init__(self, model: OutlineModel, project: Project, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
        self._theme = theme
        self.outline = model
        self._project = project
        self._hovered = QPersistentModelIndex()
        self.nodes = OutlineDelegate(model, theme, self)  # it hears of what has changed before the view asks its height
        self.setModel(model)
        model.replaced.connect(self._follow)
        self.nodes.renamed.connect(self.renamed)
        self.setItemDelegate(self.nodes)
        self.setProperty("pane", "chrome")
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(INDENT)
        self.setIconSize(QSize(0, 0))  # no node has an icon; else the style sheet is asked for each node's
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setMouseTracking(True)
        for turned in (self.expanded, self.collapsed):  # an open node has no mark, so its title may need a line less
            turned.connect(self.scheduleDelayedItemsLayout)
        self.entered.connect(self._hover)
        self.viewportEntered.connect(self._hover)
        self.header().setStretchLastSection(True)
        self.header().setMinimumSectionSize(0)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)  # `dragging` draws where a section would land
        self.setAutoExpandDelay(EXPAND_AFTER)

    @cached_property
    def dragging(self) -> "Dragging":
        """What is dragged from here and to here; loaded when it is first needed."""
        from rbb_editor.gui.tree.dragging import Dragging

        return Dragging(self, self._project, self._theme)

    def current(self) -> str | None:
        """The id of the chosen node."""
        return self.outline.id_of(self.currentIndex())

    def id_of(self, index: Index) -> str | None:
        """The id of the node at an index."""
        return self.outline.id_of(index)

    def index_of(self, id: str) -> QModelIndex:
        """The index of a node."""
        return self.outline.index_of(id)

    def index_before(self, parent: str | None, after: str | None) -> QModelIndex:
        """The last row shown before the place behind the child `after` (None: the first) of `parent`."""
        if after is None and parent is not None:
            return self.outline.index_of(parent)
        index = self.outline.index_of(after if after is not None else NO_SECTIONS[-1])
        while self.isExpanded(index) and (rows := self.outline.rowCount(index)):
            index = self.outline.index(rows - 1, 0, index)
        return index

    def open_ids(self) -> list[str]:
        """The nodes that are open, in order of the model's handles."""
        return [id for id in self.outline.ids_with_children() if self.isExpanded(self.outline.index_of(id))]

    def set_open(self, ids: Iterable[str]) -> None:
        """Opens these nodes and closes all others, but for those above the current one."""
        wanted = set(ids)
        above = self.currentIndex().parent()
        while above.isValid():
            wanted.add(self.outline.id_of(above) or "")
            above = above.parent()
        for id in self.outline.ids_with_children():
            self.setExpanded(self.outline.index_of(id), id in wanted)

    def choose(self, id: str) -> None:
        """Makes a node current and visible, its parents open."""
        index = self.outline.index_of(id)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)

    def finish(self) -> None:
        """Takes over a title that is being typed."""
        editor = self.indexWidget(self.currentIndex())
        if self.state() is QTreeView.State.EditingState and editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def rename(self, id: str) -> None:
        """Begins typing the title of a node."""
        self.choose(id)
        index = self.outline.index_of(id)
        if self.indexWidget(index) is None:  # else it is being typed already
            self.edit(index)

    def measure_again(self) -> None:
        """Finds the heights of all nodes anew, before the next painting."""
        self.nodes.forget()
        self.scheduleDelayedItemsLayout()

    def toggle_counts(self) -> None:
        """Shows or hides how many outputs each node holds."""
        self.nodes.show_outputs = not self.nodes.show_outputs
        self.measure_again()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tells which node is current now."""
        self.nodes.speak(current)  # before a screen reader hears that it is current
        self.nodes.speak_soon()
        super().currentChanged(current, previous)
        id = self.outline.id_of(current)
        if id not in (None, self.outline.id_of(previous)):
            self.node_chosen.emit(id)

    def doItemsLayout(self) -> None:
        """Lays the nodes out; how high those are that are new to it is found before."""
        self.nodes.measure_shown()
        super().doItemsLayout()

    def _follow(self, old: Node, new: Node) -> None:
        """A node stands elsewhere now: it is as open there as it was, and current where it was."""
        if self.isExpanded(old.index()):
            self.expand(new.index())
        if self.currentIndex() == old.index():
            self.setCurrentIndex(new.index())

    def event(self, event: QEvent) -> bool:
        """Claims its keys before the menus do: Alt+Up is the row's there, the section's here."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._named(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys for sections; all others move about."""
        name = self._named(event)
        if name:
            self.command_wanted.emit(name)
        elif event.key() in ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def _named(self, event: QKeyEvent) -> str:
        key = Qt.Key(event.key())
        if self.isRightToLeft():
            key = MIRRORED.get(key, key)
        return KEYS.get((key, event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier), "")

    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # noqa: ARG002  (as Qt calls it)
        """Drags the current section; one that is no section stays where it is."""
        id = self.current()
        if id is not None and id not in NO_SECTIONS:
            self.dragging.start(id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes sections and rows; files are the window's."""
        if self.dragging.enter(event):
            self.setState(QAbstractItemView.State.DraggingState)
            event.accept()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Scrolls at the edges, opens a closed node after a while, shows where it would land."""
        super().dragMoveEvent(event)
        event.setAccepted(self.dragging.over(event))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The indicator goes."""
        super().dragLeaveEvent(event)
        self.dragging.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        """Says what was let go where."""
        event.setAccepted(self.dragging.drop(event))
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The nodes, and over them where what is dragged would land."""
        super().paintEvent(event)
        if "dragging" in vars(self):
            with QPainter(self.viewport()) as painter:
                self.dragging.paint(painter)

    def showEvent(self, event: QShowEvent) -> None:
        """Titles are broken for the width that there is."""
        super().showEvent(event)
        self.scheduleDelayedItemsLayout()  # no height has been kept until now

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The title that is being typed goes along: its field lies in the window, not in what Qt moves."""
        super().scrollContentsBy(dx, dy)
        self.updateEditorGeometries()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Titles are broken anew, once: Qt asks for their heights at once."""
        other = event.size().width() != event.oldSize().width()
        if other:
            self.nodes.forget()
        super().resizeEvent(event)
        if other:
            self.scheduleDelayedItemsLayout()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the node under the mouse, or of the current one when a key asks for it."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(self.viewport().mapFromGlobal(event.globalPos()))
            if index.isValid():
                self.setCurrentIndex(index)
            self.menu_wanted.emit(event.globalPos())
        else:
            below = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_wanted.emit(self.viewport().mapToGlobal(below))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse any more."""
        self._hover()
        super().leaveEvent(event)

    def _hover(self, index: Index | None = None) -> None:
        self._hovered = QPersistentModelIndex(index) if index is not None else QPersistentModelIndex()
        self.viewport().update()

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: Index) -> None:
        """A rounded ground under the chosen or hovered node, an accent ring for the keyboard, the node itself."""
        chosen = self.selectionModel().isSelected(index)
        under_mouse = self._hovered.isValid() and self._hovered == index
        ground = QRectF(options.rect).adjusted(0, 0, -MARGIN, 0)
        if options.direction == Qt.LayoutDirection.RightToLeft:
            ground.translate(MARGIN, 0)
        if chosen or under_mouse:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("sel" if chosen else "hover"))
            if chosen and self.hasFocus():
                painter.setPen(QPen(self._theme.colour("accent"), 1))
                ground.adjust(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(ground, RADIUS, RADIUS)
            painter.restore()
        own = QStyleOptionViewItem(options)
        own.rect = self.visualRect(index)
        self.nodes.paint(painter, own, index)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Nothing: the chevron is drawn with the node."""
