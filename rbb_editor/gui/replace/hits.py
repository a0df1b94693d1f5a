"""The list of hits as a view: ticking, stepping, going to a cell, by keys and by clicks."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from rbb_editor.domain.text import N_
from rbb_editor.gui.drawn_list import DrawnList
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.replace.delegate import GAP, HitDelegate
from rbb_editor.gui.replace.model import NOT_TICKED, TICKED, HitsModel
from rbb_editor.gui.replace.rows import Entry
from rbb_editor.i18n import Translator

MANY = 1000
"""Rows that are each as high as their text; laying out more takes longer than a key press may."""
CHECK = Qt.ItemDataRole.CheckStateRole
Index = QModelIndex | QPersistentModelIndex


class HitsList(DrawnList):
    """`wanted(Entry)`: go to its cell. `left()`: up from the first row, back to the fields."""

    wanted = Signal(object)
    left = Signal()

    def __init__(self, model: HitsModel, tr: Translator, theme: Theme, language: str, *, rtl: bool) -> None:
        super().__init__()
        self._hits = model
        self.setModel(model)
        self._delegate = HitDelegate(model, theme, self, language, rtl=rtl)
        self.setItemDelegate(self._delegate)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(tr(N_("Texts found")))
        model.modelReset.connect(self._be_quick)
        self.doubleClicked.connect(self._want)
        theme.changed.connect(self.viewport().update)

    def current(self) -> Entry | None:
        """The text of the current row."""
        index = self.currentIndex()
        row = self._hits.rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Entry) else None

    def step(self, step: int) -> bool:
        """Makes the next (1) or previous (-1) text current, from the end around to the start; False without any."""
        count = len(self._hits.rows)
        at = self.currentIndex().row() if self.currentIndex().isValid() else (-1 if step > 0 else count)
        for distance in range(1, count + 1):
            row = (at + step * distance) % count
            if isinstance(self._hits.rows[row], Entry):
                self.setCurrentIndex(self._hits.index(row))
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks, Enter goes to the cell, the arrow up leaves at the first row."""
        entry = self.current()
        match event.key():
            case Qt.Key.Key_Space if entry is not None:
                self._toggle(self.currentIndex())
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if entry is not None and not event.modifiers():
                self.wanted.emit(entry)
            case Qt.Key.Key_Up if self.currentIndex().row() <= 1:
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a tick changes it."""
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._toggle_at(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick clicks on a tick are two clicks, elsewhere they go to the cell."""
        if not self._toggle_at(event.position()):
            super().mouseDoubleClickEvent(event)

    def _be_quick(self) -> None:
        """In a long list all rows are of one height, so that only those in view are laid out."""
        self._delegate.even = len(self._hits.rows) > MANY
        self.setUniformItemSizes(self._delegate.even)

    def _toggle_at(self, at: QPointF) -> bool:
        index = self.indexAt(at.toPoint())
        if not index.isValid() or not isinstance(self._hits.rows[index.row()], Entry):
            return False
        tick = self._delegate.tick_rect(QRectF(self.visualRect(index)), right=self.isRightToLeft())
        if not tick.adjusted(-GAP, -GAP, GAP, GAP).contains(at):
            return False
        self._toggle(index)
        return True

    def _toggle(self, index: Index) -> None:
        self._hits.setData(index, NOT_TICKED if index.data(CHECK) == TICKED else TICKED, CHECK)

    def _want(self, index: QModelIndex) -> None:
        row = self._hits.rows[index.row()]
        if isinstance(row, Entry):
            self.wanted.emit(row)
