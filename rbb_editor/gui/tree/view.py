"""The outline as a view: choosing a node, opening and closing, renaming in place."""

from PySide6.QtCore import QEvent, QPersistentModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QStyleOptionViewItem, QTreeView, QWidget

from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.panels.parts import pane
from rbb_editor.gui.tree.delegate import INDENT, OutlineDelegate
from rbb_editor.gui.tree.model import Index, OutlineModel
from rbb_editor.gui.viewport import give_viewport

MARGIN = 8
RADIUS = 5


class OutlineView(QTreeView):
    """Shows an `OutlineModel`.

    `node_chosen(id)`: another node is current. `renamed(id, title)`: a title was typed. `menu_wanted(QPoint)`: global.
    """

    node_chosen = Signal(str)
    renamed = Signal(str, str)
    menu_wanted = Signal(QPoint)

    def __init__(self, model: OutlineModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
        self._theme = theme
        self._outline = model
        self._hovered = QPersistentModelIndex()
        self.setModel(model)
        self.nodes = OutlineDelegate(model, theme, self)
        self.nodes.renamed.connect(self.renamed)
        self.setItemDelegate(self.nodes)
        self.setProperty("pane", "chrome")
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(INDENT)
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

    def current(self) -> str | None:
        """The id of the chosen node."""
        return self._outline.id_of(self.currentIndex())

    def choose(self, id: str) -> None:
        """Makes a node current and visible, its parents open."""
        index = self._outline.index_of(id)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)

    def rename(self, id: str) -> None:
        """Begins typing the title of a node."""
        self.choose(id)
        self.edit(self._outline.index_of(id))

    def toggle_counts(self) -> None:
        """Shows or hides how many outputs each node holds."""
        self.nodes.show_outputs = not self.nodes.show_outputs
        self.scheduleDelayedItemsLayout()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tells which node is current now."""
        super().currentChanged(current, previous)
        id = self._outline.id_of(current)
        if id is not None:
            self.node_chosen.emit(id)

    def showEvent(self, event: QShowEvent) -> None:
        """Titles are broken for the width that there is."""
        super().showEvent(event)
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Titles are broken anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
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


def padded(parent: QWidget) -> tuple[QWidget, QHBoxLayout]:
    """Room at the start edge of the outline and above it, and the row for it; a tree view sets its own margins."""
    around = pane("chrome", parent)
    row = QHBoxLayout(around)
    row.setContentsMargins(0, MARGIN, 0, 0)
    row.setSpacing(0)
    row.addSpacing(MARGIN)
    return around, row
