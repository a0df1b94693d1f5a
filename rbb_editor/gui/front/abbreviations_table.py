"""The table of the abbreviations: its look, its keys, the cell that is edited."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from rbb_editor.domain.text import N_
from rbb_editor.gui.front.model import AbbreviationsModel, Column
from rbb_editor.gui.guarded import guard
from rbb_editor.gui.line_delegate import LineDelegate
from rbb_editor.gui.look import fonts
from rbb_editor.gui.look.painting import paint_frame
from rbb_editor.gui.look.theme import Theme
from rbb_editor.i18n import Translator

ROW_HEIGHT = 32
WIDTHS = {Column.SHORT: 180, Column.USES: 120}
NOTHING = N_("No abbreviations are listed")
WHY = N_("They are printed before the tables. Add them one by one, or paste a list from Word or Excel.")
EMPTY_TOP = 72
"""Pixels of the empty list above the words that say so."""
CENTRED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AbbreviationsTable(QTableView):
    """`key_wanted(name)`: "add", "delete" or "uses" by a key. `clipboard_wanted(name)`: "cut", "copy" or "paste"."""

    key_wanted = Signal(str)
    clipboard_wanted = Signal(str)

    def __init__(self, model: AbbreviationsModel, tr: Translator, theme: Theme) -> None:
        super().__init__()
        self._nothing = ((tr(NOTHING), fonts.font(weight=fonts.SEMIBOLD)), (tr(WHY), fonts.font(fonts.NOTE_PX)))
        self.setAccessibleName(tr(N_("Abbreviations")))
        self.setModel(model)
        self.setItemDelegate(_LineDelegate(theme, self))
        head = self.horizontalHeader()
        head.setSectionResizeMode(Column.LONG, QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setFixedHeight(ROW_HEIGHT)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Where there are no rows, says so and what to do."""
        super().paintEvent(event)
        if self.model().rowCount():
            return
        with QPainter(self.viewport()) as painter:
            room = self.viewport().rect().adjusted(16, EMPTY_TOP, -16, 0)
            for text, font in self._nothing:
                painter.setFont(font)
                painter.drawText(room, CENTRED, text)
                room.setTop(painter.boundingRect(room, CENTRED, text).bottom() + 8)

    def clipboard_command(self, command: str) -> None:
        """Cuts, copies or pastes rows, by these names."""
        self.clipboard_wanted.emit("paste" if command.startswith("paste") else command)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The first abbreviation becomes current where none is."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, Column.SHORT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ins adds, Del deletes, Enter edits or shows the uses."""
        uses = self.currentIndex().column() == Column.USES
        match event.key():
            case Qt.Key.Key_Insert:
                self.key_wanted.emit("add")
            case Qt.Key.Key_Delete:
                self.key_wanted.emit("delete")
            case key if key in ENTER and self.state() != QAbstractItemView.State.EditingState:
                if uses:
                    self.key_wanted.emit("uses")
                else:
                    self.edit(self.currentIndex())
            case _:
                super().keyPressEvent(event)


class _LineDelegate(LineDelegate):
    """Frames the current cell; edits a short or a long form in a line that refuses what is too long for it."""

    def __init__(self, theme: Theme, table: AbbreviationsTable) -> None:
        super().__init__(table)
        self._theme, self._table = theme, table

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The cell as Qt draws it; where the keyboard is on it, in the frame that says what F2 will edit."""
        super().paint(painter, option, index)
        if self._table.hasFocus() and index == self._table.currentIndex():
            paint_frame(painter, QRectF(option.rect).adjusted(2, 2, -2, -2), self._theme.colour("accent"))

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """The line that Qt makes, guarded."""
        editor = super().createEditor(parent, option, index)
        assert isinstance(editor, QLineEdit)
        guard(editor)
        return editor
