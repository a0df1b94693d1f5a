"""The list of differences as a view: stepping, deciding, by keys and by clicks."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QWidget

from rbb_editor.domain.text import N_
from rbb_editor.gui.drawn_list import DrawnList
from rbb_editor.gui.look import fonts
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.merge.columns import Column, Columns
from rbb_editor.gui.merge.delegate import Act, DifferenceDelegate, combinable
from rbb_editor.gui.merge.model import DifferencesModel
from rbb_editor.i18n import Translator
from rbb_editor.merge import Decision, Difference, Side

Index = QModelIndex | QPersistentModelIndex
KEYS = {Qt.Key.Key_A: Act.TAKE, Qt.Key.Key_R: Act.KEEP, Qt.Key.Key_E: Act.COMBINE, Qt.Key.Key_Delete: Act.CHANGE}
HEADS = {
    Column.WHERE: N_("Where"),
    Column.BEFORE: N_("Before"),
    Column.THEIRS: N_("Theirs"),
    Column.OURS: N_("Ours"),
    Column.DECISION: N_("Decision"),
}
HEAD_HEIGHT = 32
BATCH = 25
"""Rows measured at a time: what taking theirs would do to the findings is foreseen for each."""


class DifferencesView(DrawnList):
    """`combine_wanted(Difference)`: a text is to be written in the place of both sides.

    `through()`: a decision was made, and nothing that is listed is undecided any more.
    """

    combine_wanted = Signal(object)
    through = Signal()

    def __init__(self, model: DifferencesModel, tr: Translator, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._differences = model
        self.setLayoutMode(QListView.LayoutMode.Batched)  # before there are rows: else all are measured at once
        self.setBatchSize(BATCH)
        self.setModel(model)
        self._delegate = DifferenceDelegate(model, tr, theme, self)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(tr(N_("Changes in the returned file")))
        theme.changed.connect(self.viewport().update)
        model.modelReset.connect(self._begin)

    def current(self) -> Difference | None:
        """The difference of the current row."""
        row = self.currentIndex().row()
        return self._differences.rows[row] if 0 <= row < len(self._differences.rows) else None

    def step(self, step: int) -> bool:
        """Makes the next (1) or previous (-1) undecided difference current, around the end; False without any."""
        rows, decisions = self._differences.rows, self._differences.decisions
        at = self.currentIndex().row() if self.currentIndex().isValid() else (-1 if step > 0 else len(rows))
        for distance in range(1, len(rows) + 1):
            row = (at + step * distance) % len(rows)
            if decisions.of(rows[row]) is None:
                self.setCurrentIndex(self._differences.index(row))
                return True
        return False

    def do(self, act: Act, row: Difference) -> None:
        """Presses a button of a row."""
        match act:
            case Act.TAKE:
                self._decide(row, Decision(Side.THEIRS))
            case Act.KEEP:
                self._decide(row, Decision(Side.OURS))
            case Act.COMBINE if combinable(row):
                self.combine_wanted.emit(row)
            case Act.CHANGE:
                self._differences.decide([row], None)

    def _decide(self, row: Difference, decision: Decision) -> None:
        self._differences.decide([row], decision)
        if not self.step(1):
            self.through.emit()

    # what people do

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A takes theirs, R keeps ours, E combines, Delete takes the decision back."""
        act, row = KEYS.get(Qt.Key(event.key())), self.current()
        if act is not None and row is not None and not event.modifiers():
            self.do(act, row)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a button presses it."""
        hit = self._hit(event.position())
        super().mouseReleaseEvent(event)
        if hit is not None and event.button() is Qt.MouseButton.LeftButton:
            self.do(hit[1], self._differences.rows[hit[0]])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a button does not make its row another height before the click is done."""
        if self._hit(event.position()) is None:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The button under the mouse is lit."""
        hit = self._hit(event.position())
        if hit != self._delegate.hovered:
            self._delegate.hovered = hit
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hit else Qt.CursorShape.ArrowCursor)
            self.viewport().update()
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """No button is lit."""
        self._delegate.hovered = None
        super().leaveEvent(event)

    def _hit(self, at: QPointF) -> tuple[int, Act] | None:
        index = self.indexAt(at.toPoint())
        if not index.isValid():
            return None
        areas = self._areas(index.row())
        return next(((index.row(), act) for act, area in areas.items() if area.contains(at)), None)

    def _areas(self, row: int) -> Mapping[Act, QRectF]:
        """Where the buttons of a row stand in the viewport."""
        rect, current = QRectF(self.visualRect(self._differences.index(row))), row == self.currentIndex().row()
        return self._delegate.areas(rect, self._differences.rows[row], current=current)

    def _begin(self) -> None:
        if self._differences.rows:
            self.setCurrentIndex(self._differences.index(0))


class Heads(QWidget):
    """The names of the columns over a `DifferencesView`."""

    def __init__(self, view: DifferencesView, tr: Translator, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view, self._tr, self._theme = view, tr, theme
        self.setFixedHeight(HEAD_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The names on the ground of the table, a rule below."""
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self._theme.colour("surface"))
            painter.setFont(fonts.font(fonts.NOTE_PX))
            painter.setPen(self._theme.colour("text2"))
            right = self.isRightToLeft()
            width = self._view.viewport().width()
            left = self.width() - width if right else 0
            room, columns = QRectF(left, 0, width, self.height()), Columns(width)
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            flags = int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
            for column, name in HEADS.items():
                painter.drawText(columns.box(column, room, right=right), flags, self._tr(name))
            painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("rule"))
